"""Cards go from hand to hand, applications without a time come in, and what is easy is approved at once."""

import asyncio

import pytest

from clinic.main.parts import Parts
from tests.clinic.api.asking import CONSENT, Json, at, refused, registered
from tests.clinic.applications.asking import application_of, asked, decide, do, slot_ids, told
from tests.support.serving import Clinic

SOMEBODY = {"user_name": "Vera Example", "description": "a check-up, some evening"}


async def two_waiting(desk: Clinic) -> tuple[Json, Json]:
    """The one that has to be decided first, and another."""
    later, _ = await asked(desk, "telegram:1", start=at(9, day=4))
    sooner, _ = await asked(desk, "telegram:2", start=at(9))
    return await application_of(desk.staff, sooner), await application_of(desk.staff, later)


async def test_the_nearest_deadline_is_dealt_first_and_each_to_one(desk: Clinic) -> None:
    sooner, later = await two_waiting(desk)
    dealt = [(await desk.staff.post("/applications/next", json={"by": by})).json() for by in ("Anna", "Boris")]
    assert [one["id"] for one in dealt] == [sooner["id"], later["id"]]
    assert [one["taken_by"] for one in dealt] == ["Anna", "Boris"]
    refused(await desk.staff.post("/applications/next", json={"by": "Clara"}), 404, "not_found")
    listed = (await desk.staff.get("/applications", params={"status": "proposed", "order": "deadline"})).json()
    assert [one["id"] for one in listed["applications"]] == [sooner["id"], later["id"]]
    elsewhere = {"by": "Anna", "branch_id": 999}
    refused(await desk.staff.post("/applications/next", json=elsewhere), 404, "not_found")


async def test_two_who_ask_at_once_get_two(desk: Clinic) -> None:
    await two_waiting(desk)
    answers = await asyncio.gather(
        *(desk.staff.post("/applications/next", json={"by": by}) for by in ("Anna", "Boris", "Clara"))
    )
    assert sorted(answer.status_code for answer in answers) == [200, 200, 404]
    assert len({answer.json()["id"] for answer in answers if answer.status_code == 200}) == 2


async def test_a_taken_card_is_its_managers_until_given_back(desk: Clinic, works: Parts) -> None:
    one, _ = await two_waiting(desk)
    taken = await decide(desk.staff, one, "take")
    assert (taken["taken_by"], taken["version"]) == ("Anna", one["version"])
    details = refused(await desk.staff.post(f"/applications/{one['id']}/take", json={"by": "Boris"}), 409, "taken")
    assert details["details"] == {"by": "Anna", "at": "2026-03-02T06:00:00+00:00"}
    refused(await desk.staff.post(f"/applications/{one['id']}/release", json={"by": "Boris"}), 409, "taken")
    assert (await decide(desk.staff, one, "release"))["taken_by"] is None
    assert (await decide(desk.staff, one, "release"))["taken_by"] is None
    await decide(desk.staff, one, "take", by="Boris")
    desk.clock.advance(minutes=14)
    assert await do(works, "give_back_cards") == 0
    desk.clock.advance(minutes=1)
    assert await do(works, "give_back_cards") == 1
    assert (await desk.staff.get(f"/applications/{one['id']}")).json()["taken_by"] is None
    await decide(desk.staff, one, "approve")
    refused(await desk.staff.post(f"/applications/{one['id']}/take", json={"by": "Boris"}), 409, "decided")


async def test_all_without_conflicts_are_approved_and_the_rest_is_named(desk: Clinic) -> None:
    sooner, later = await two_waiting(desk)
    third, _ = await asked(desk, "telegram:3", start=at(10, day=4))
    third = await application_of(desk.staff, third)
    await decide(desk.staff, later, "take", by="Boris")
    await desk.staff.post("/applications", json=SOMEBODY)
    desk.clock.advance(hours=3, minutes=1)
    done = (await desk.staff.post("/applications/approve-all", json={"by": "Anna"})).json()
    assert done == {
        "approved": [later["id"], third["id"]],  # Boris has had his quarter of an hour
        "left": [{"id": sooner["id"], "code": "too_late"}],
    }
    assert (await desk.staff.post("/applications/approve-all", json={"by": "Anna"})).json()["approved"] == []


async def test_what_another_manager_reads_is_left(desk: Clinic) -> None:
    sooner, later = await two_waiting(desk)
    await decide(desk.staff, sooner, "take", by="Boris")
    done = (await desk.staff.post("/applications/approve-all", json={"by": "Anna", "branch_id": 1})).json()
    assert done == {"approved": [later["id"]], "left": [{"id": sooner["id"], "code": "taken"}]}


async def test_an_application_in_words_is_created_found_and_told(clinic: Clinic) -> None:
    made = await clinic.staff.post("/applications", json=SOMEBODY | {"phone": "8 916 123-45-67"})
    assert made.status_code == 201
    assert made.json() == {"message": "Application created successfully", "id": made.json()["id"]}
    again = await clinic.staff.post("/applications", json=SOMEBODY | {"description": "and a doctor for the ears"})
    await clinic.staff.post("/applications", json=SOMEBODY | {"user_name": "Vera"})
    assert await told(clinic) == [("managers", "application.created")] * 3
    page = (await clinic.staff.get("/applications", params={"user_name": "vera EXAMPLE", "size": 1})).json()
    assert (page["total"], page["page"], page["size"]) == (2, 1, 1)
    assert [one["id"] for one in page["applications"]] == [again.json()["id"]]
    second = (
        await clinic.staff.get("/applications", params={"user_name": "Vera Example", "size": 1, "page": 2})
    ).json()
    (one,) = second["applications"]
    assert (one["id"], one["status"], one["awaits"]) == (made.json()["id"], "new", "manager")
    assert (one["user_name"], one["description"]) == (SOMEBODY["user_name"], SOMEBODY["description"])
    assert (one["phone"], one["has_account"]) == ("+79161234567", False)
    assert (await clinic.staff.get("/applications")).json()["size"] == 10


@pytest.mark.parametrize(
    "body",
    [
        {"description": "x"},
        {"user_name": "x"},
        {"user_name": "", "description": "x"},
        {"user_name": "x", "description": " "},
        {"user_name": "x", "description": "y" * 2001},
        {"user_name": "x", "description": "nul \x00"},
        {"user_name": "x", "description": "y", "email": "nobody"},
        {"user_name": "x", "description": "y", "phone": "12"},
    ],
)
async def test_what_is_no_application_is_refused(clinic: Clinic, body: Json) -> None:
    assert (await clinic.staff.post("/applications", json=body)).status_code == 422
    assert (await clinic.staff.get("/applications", params={"user_name": "a\x00"})).status_code == 422


async def test_whoever_has_no_account_can_be_offered_nothing(clinic: Clinic) -> None:
    made = (await clinic.staff.post("/applications", json=SOMEBODY)).json()["id"]
    body = {"by": "Anna", "slot_ids": await slot_ids(clinic.staff, at(9))}
    refused(await clinic.staff.post(f"/applications/{made}/counter-offer", json=body), 409, "no_account")
    refused(await clinic.staff.post(f"/applications/{made}/approve", json={"by": "Anna"}), 409, "no_time")
    declined = await decide(clinic.staff, made, "decline", reason="please call us")
    assert (declined["status"], declined["offer_id"]) == ("declined", None)


async def test_a_patients_own_application_is_answered_by_a_counter_offer(clinic: Clinic) -> None:
    patient, client_id = await registered(clinic, "telegram:42")
    made = (await patient.post("/applications", json=SOMEBODY)).json()["id"]
    shown = (await patient.get(f"/applications/{made}")).json()
    assert (shown["user_name"], shown["has_account"]) == ("A. Patient", True)  # the clinic's name wins
    offered = await decide(clinic.staff, made, "counter-offer", slot_ids=await slot_ids(clinic.staff, at(9)))
    assert (offered["status"], offered["client_id"]) == ("proposed", client_id)
    offer = (await patient.get(f"/offers/{offered['offer_id']}")).json()
    hold = {"hold_id": offer["times"][0]["hold_id"]}
    assert (await patient.post(f"/offers/{offer['offer_id']}/accept", json=hold)).status_code == 200
    assert (await patient.get(f"/applications/{made}")).json()["status"] == "approved"


async def test_an_account_asks_for_itself_after_its_consent_and_not_without_end(clinic: Clinic) -> None:
    patient = await clinic.patient("telegram:42")
    refused(await patient.post("/applications", json=SOMEBODY), 409, "consent_required")
    await patient.post("/consents", json=CONSENT)
    stranger, foreign = await registered(clinic, "telegram:7")
    refused(await patient.post("/applications", json=SOMEBODY | {"client_id": foreign}), 422, "unknown_person")
    for _ in range(10):
        assert (await patient.post("/applications", json=SOMEBODY)).status_code == 201
    assert refused(await patient.post("/applications", json=SOMEBODY), 429, "quota")["details"]["maximum"] == 10
    assert (await stranger.get("/applications")).json()["total"] == 0
    assert (await patient.get("/applications")).json()["total"] == 10


async def test_a_person_is_one_row_and_goes_by_the_newest_name(desk: Clinic) -> None:
    patient, client_id = await registered(desk, "telegram:42")
    await patient.post("/applications", json=SOMEBODY)
    await desk.staff.post("/applications", json=SOMEBODY | {"user_name": "telegram:42"})
    renamed = await patient.patch(f"/people/{client_id}", json={"full_name": "B. Patient"})
    assert renamed.status_code == 200, renamed.text
    page = (await desk.staff.get("/applications", params={"user_name": "B. Patient"})).json()
    assert page["total"] == 2


async def test_deciding_is_for_staff_alone(desk: Clinic) -> None:
    one, _ = await two_waiting(desk)
    patient = await desk.patient("telegram:2")
    for step, more in (
        ("take", {}),
        ("release", {}),
        ("approve", {}),
        ("decline", {"reason": "x"}),
        ("counter-offer", {"slot_ids": ["A" * 40]}),
        ("undo", {}),
    ):
        body = {"by": "Anna"} | more
        refused(await patient.post(f"/applications/{one['id']}/{step}", json=body), 403, "forbidden")
    for path in ("next", "approve-all"):
        refused(await patient.post(f"/applications/{path}", json={"by": "Anna"}), 403, "forbidden")
