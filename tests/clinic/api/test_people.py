"""The people of an account and its phone: one's own only, no twins, and numbers in one form."""

import asyncio

import httpx

from clinic.platform.database import connect
from clinic.platform.tokens import Role, create_token
from contracts import identity
from tests.clinic.api.asking import CONSENT, refused, registered
from tests.support.serving import IDENTITY_SECRET, Clinic

CHILD = {"relation": "child", "full_name": "B. Child", "birth_date": "2020-05-04"}


async def people(patient: httpx.AsyncClient) -> list[dict[str, object]]:
    found: list[dict[str, object]] = (await patient.get("/people")).json()["people"]
    return found


async def test_the_same_person_again_is_the_same_person(clinic: Clinic) -> None:
    patient, _ = await registered(clinic, "telegram:1")
    copies = await asyncio.gather(*(patient.post("/people", json=CHILD) for _ in range(5)))
    assert {copy.status_code for copy in copies} == {201}
    assert len({copy.json()["client_id"] for copy in copies}) == 1
    padded = CHILD | {"full_name": " B. Child "}
    assert (await patient.post("/people", json=padded)).json() == copies[0].json()
    for other in ({"full_name": "C. Child"}, {"birth_date": "2020-05-05"}, {"relation": "other"}):
        assert (await patient.post("/people", json=CHILD | other)).json() != copies[0].json()
    assert len(await people(patient)) == 5
    stranger, _ = await registered(clinic, "telegram:2")
    assert (await stranger.post("/people", json=CHILD)).json() != copies[0].json()


async def test_a_name_and_a_birth_date_are_corrected_and_the_rest_stays(clinic: Clinic) -> None:
    patient, client_id = await registered(clinic, "telegram:1")
    before = (await people(patient))[0]
    named = await patient.patch(f"/people/{client_id}", json={"full_name": "C. Patient"})
    assert (named.status_code, named.json()) == (200, before | {"full_name": "C. Patient"})
    born = await patient.patch(f"/people/{client_id}", json={"birth_date": "1950-03-04", "relation": "child"})
    assert born.json() == before | {"full_name": "C. Patient", "birth_date": "1950-03-04"}
    for nothing in ({}, {"full_name": None}):
        assert (await patient.patch(f"/people/{client_id}", json=nothing)).json() == born.json()
    assert await people(patient) == [born.json()]


async def test_nobody_elses_people_are_changed(clinic: Clinic) -> None:
    patient, client_id = await registered(clinic, "telegram:1")
    stranger, _ = await registered(clinic, "telegram:2")
    for wrong in (client_id, 424242, 5):
        refused(await stranger.patch(f"/people/{wrong}", json={"full_name": "X"}), 404, "not_found")
    refused(await clinic.staff.patch(f"/people/{client_id}", json={"full_name": "X"}), 403, "forbidden")
    assert (await people(patient))[0]["full_name"] == "A. Patient"


PHONES = {
    "+79160000000": "+79160000000",
    "8 (916) 000-00-00": "+79160000000",
    "8.916.000.00.00": "+79160000000",
    "79160000000": "+79160000000",
    "+7\u00a0916 000\u201100\u201100": "+79160000000",
    "\u202a+79160000000\u202c": "+79160000000",
    "+44 20 7946 0000": "+442079460000",
    "442079460000": "+442079460000",
}


async def test_a_phone_is_kept_in_one_form(clinic: Clinic) -> None:
    patient, _ = await registered(clinic, "telegram:1")
    for written, kept in PHONES.items():
        answer = await patient.put("/contact", json={"phone": written})
        assert (answer.status_code, answer.json()) == (200, {"phone": kept, "verified": False, "verified_at": None})
        assert (await patient.get("/contact")).json() == answer.json()


NONSENSE = (
    *("", "+", "call me", "123", "9160000000", "+0123456789", "+7916000000000000", "8-916-000-00-0x"),
    "+7916\u0660\u0660\u0660\u0660\u0660\u0660\u0660",
)


async def test_nonsense_is_no_phone_and_is_not_repeated(clinic: Clinic) -> None:
    patient, _ = await registered(clinic, "telegram:1")
    for nonsense in NONSENSE:
        answer = await patient.put("/contact", json={"phone": nonsense, "verified": True})
        refused(answer, 422, "bad_phone")
        assert len(nonsense) < 4 or nonsense not in answer.text
    refused(await patient.get("/contact"), 404, "not_found")


async def test_a_verified_phone_stays_verified_until_it_is_another_one(clinic: Clinic) -> None:
    patient, _ = await registered(clinic, "telegram:1")

    async def put(phone: str, *, verified: bool) -> object:
        clinic.clock.advance(seconds=10)
        return (await patient.put("/contact", json={"phone": phone, "verified": verified})).json()["verified_at"]

    assert await put("+79160000000", verified=False) is None
    assert await put("+79160000000", verified=True) == "2026-03-02T06:00:20Z"
    assert await put("8 916 000 00 00", verified=False) == "2026-03-02T06:00:20Z"
    assert await put("+79160000000", verified=True) == "2026-03-02T06:00:20Z"
    assert await put("+79160000001", verified=False) is None


async def test_a_phone_needs_consent_and_is_ones_own(clinic: Clinic) -> None:
    patient = await clinic.patient("telegram:1")
    phone = {"phone": "+79160000000", "verified": True}
    refused(await patient.put("/contact", json=phone), 409, "consent_required")
    refused(await patient.get("/contact"), 404, "not_found")
    await patient.post("/consents", json=CONSENT)
    assert (await patient.put("/contact", json=phone)).json()["verified"] is True
    stranger, _ = await registered(clinic, "telegram:2")
    refused(await stranger.get("/contact"), 404, "not_found")
    for call in (clinic.staff.get("/contact"), clinic.staff.put("/contact", json=phone)):
        refused(await call, 403, "forbidden")


async def test_a_read_only_token_changes_nothing(clinic: Clinic) -> None:
    patient, client_id = await registered(clinic, "telegram:1")
    await patient.put("/contact", json={"phone": "+79160000000"})
    database = connect(clinic.database_url, 1)
    token = await create_token(database, "reports", Role.READ_ONLY, clinic.clock)
    await database.close()
    signed = identity.sign("telegram:1", IDENTITY_SECRET, clinic.clock())
    reader = await clinic.client(**{"Authorization": f"Bearer {token}", identity.HEADER: signed})
    assert (await reader.get("/contact")).json()["phone"] == "+79160000000"
    for method, path, body in (
        ("PUT", "/contact", {"phone": "+79160000001"}),
        ("PATCH", f"/people/{client_id}", {"full_name": "X"}),
        ("POST", "/people", CHILD),
    ):
        refused(await reader.request(method, path, json=body), 403, "forbidden")
    assert (await patient.get("/contact")).json()["phone"] == "+79160000000"
