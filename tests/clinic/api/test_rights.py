"""Tokens with roles, and identities that the bot signs."""

from datetime import timedelta

from clinic.platform.database import connect
from clinic.platform.tokens import Role, create_token, list_tokens, revoke_token
from contracts import identity
from tests.clinic.api.asking import CONSENT, at, book, refused, registered
from tests.support.clock import StillClock
from tests.support.serving import API_TOKEN, IDENTITY_SECRET, Clinic, running_clinic

VISIT = {"doctor_id": 1, "start_time": at(9)}


async def test_without_a_token_nothing_is_told(clinic: Clinic) -> None:
    for headers in ({}, {"Authorization": "Bearer wrong"}, {"Authorization": API_TOKEN}, {"Authorization": "Bearer"}):
        anybody = await clinic.client(**headers)
        for path in ("/slots", "/branches", "/appointments", "/appointments/1", "/people"):
            answer = await anybody.get(path)
            refused(answer, 401, "unauthorized")
            assert answer.headers["WWW-Authenticate"] == "Bearer"
        refused(await anybody.post("/appointments", json=VISIT), 401, "unauthorized")


async def test_tokens_are_stored_as_hashes_and_can_be_revoked(clinic: Clinic) -> None:
    database = connect(clinic.database_url, 1)
    token = await create_token(database, "reports", Role.READ_ONLY, clinic.clock)
    reader = await clinic.client(Authorization=f"Bearer {token}")
    assert (await reader.get("/branches")).status_code == 200
    refused(await reader.post("/appointments", json=VISIT), 403, "forbidden")
    (info,) = await list_tokens(database)
    assert (info.name, info.role, info.revoked_at) == ("reports", Role.READ_ONLY, None)
    async with database.reading() as connection:
        stored = (await connection.exec_driver_sql("SELECT * FROM api_tokens")).one()
    assert token not in str(stored)
    assert await revoke_token(database, info.token_id, clinic.clock)
    assert not await revoke_token(database, info.token_id, clinic.clock)
    await database.close()


async def test_a_revoked_token_is_refused_when_its_kept_copy_is_over(
    synthetic_database: str, clock: StillClock
) -> None:
    async with running_clinic(synthetic_database, clock, token_cache_seconds=0) as clinic:
        database = connect(synthetic_database, 1)
        token = await create_token(database, "console", Role.CONSOLE, clinic.clock)
        console = await clinic.client(Authorization=f"Bearer {token}")
        assert (await console.post("/appointments", json=VISIT)).status_code == 201
        await revoke_token(database, 1, clinic.clock)
        refused(await console.get("/branches"), 401, "unauthorized")
        await database.close()


async def test_an_identity_must_be_signed_by_the_bot_and_fresh(clinic: Clinic) -> None:
    now = clinic.clock()
    good = identity.sign("telegram:1", IDENTITY_SECRET, now)
    for bad in (
        identity.sign("telegram:1", "another-secret-of-16", now),
        identity.sign("telegram:1", IDENTITY_SECRET, now - timedelta(minutes=5)),
        good[:-2] + "xx",
        "x" + good,
        good.replace(".", ""),
        "",
    ):
        patient = await clinic.client(**{"Authorization": f"Bearer {API_TOKEN}", identity.HEADER: bad})
        refused(await patient.get("/people"), 401, "unauthorized")
    patient = await clinic.client(**{"Authorization": f"Bearer {API_TOKEN}", identity.HEADER: good})
    assert (await patient.get("/people")).json() == {"people": []}


async def test_an_identity_alone_is_no_token(clinic: Clinic) -> None:
    signed = identity.sign("telegram:1", IDENTITY_SECRET, clinic.clock())
    patient = await clinic.client(**{identity.HEADER: signed})
    refused(await patient.get("/people"), 401, "unauthorized")


async def test_patients_see_and_book_only_their_own(clinic: Clinic) -> None:
    patient, client_id = await registered(clinic, "telegram:1")
    stranger, stranger_id = await registered(clinic, "telegram:2")
    made = await book(patient, at(9), client_id=client_id)
    await book(clinic.staff, at(10), client_id=client_id)
    assert (await patient.get("/appointments")).json()["total"] == 2  # what staff books for them is theirs, too
    assert (await stranger.get("/appointments")).json()["total"] == 0
    assert (await stranger.get("/appointments", params={"client_id": client_id})).json()["total"] == 0
    refused(await stranger.get(f"/appointments/{made['id']}"), 404, "not_found")
    for somebody_else in (client_id, 5, stranger_id + 1000):
        visit = {"doctor_id": 2, "start_time": at(9), "client_id": somebody_else}
        refused(await stranger.post("/appointments", json=visit), 422, "unknown_person")


async def test_patients_book_only_what_is_offered(clinic: Clinic) -> None:
    patient, client_id = await registered(clinic, "telegram:1")
    for visit, code in (
        ({"start_time": at(9, 10)}, "outside_schedule"),
        ({"start_time": at(10), "end_time": at(12)}, "bad_end_time"),
    ):
        body = {"doctor_id": 1, "client_id": client_id} | visit
        refused(await patient.post("/appointments", json=body), 422, code)
        assert (await clinic.staff.post("/appointments", json=body)).status_code == 201


async def test_an_account_has_a_form(clinic: Clinic) -> None:
    for account in ("", "telegram", "telegram:", "telegram:1\x00", "telegram:\ud800", "telegram:" + "1" * 120, "x y:1"):
        signed = identity.sign(account, IDENTITY_SECRET, clinic.clock())
        patient = await clinic.client(**{"Authorization": f"Bearer {API_TOKEN}", identity.HEADER: signed})
        refused(await patient.post("/consents", json=CONSENT), 401, "unauthorized")


async def test_patients_may_cancel_what_staff_booked_for_them(clinic: Clinic) -> None:
    patient, client_id = await registered(clinic, "telegram:1")
    made = await book(clinic.staff, at(9), client_id=client_id)
    assert (await patient.post(f"/appointments/{made['id']}/cancel")).json()["status"] == "cancelled"
