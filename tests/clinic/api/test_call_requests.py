"""Call me back: one open an account, a phone first, staff finishes it, the patient takes it back."""

import asyncio

import httpx

from clinic.platform.database import connect
from clinic.platform.tokens import Role, create_token
from tests.clinic.api.asking import Json, refused, registered
from tests.support.serving import Clinic


async def reachable(clinic: Clinic, account: str, phone: str = "+79160000000") -> httpx.AsyncClient:
    """A patient who has left a phone."""
    patient, _ = await registered(clinic, account)
    assert (await patient.put("/contact", json={"phone": phone, "verified": True})).status_code == 200
    return patient


async def asked(patient: httpx.AsyncClient, topic: str | None = None) -> Json:
    answer = await patient.post("/call-requests", json={"topic": topic} if topic else None)
    assert answer.status_code == 201, answer.text
    request: Json = answer.json()
    return request


async def test_a_call_needs_a_phone(clinic: Clinic) -> None:
    unknown = await clinic.patient("telegram:1")
    refused(await unknown.post("/call-requests"), 409, "no_phone")
    patient, _ = await registered(clinic, "telegram:2")
    refused(await patient.post("/call-requests", json={}), 409, "no_phone")
    await patient.put("/contact", json={"phone": "+79160000000"})
    assert await asked(patient, "a certificate") == {
        "id": 1,
        "status": "open",
        "topic": "a certificate",
        "full_name": "A. Patient",
        "phone": "+79160000000",
        "phone_verified": False,
        "created_at": "2026-03-02T06:00:00Z",
        "finished_at": None,
        "done_by": None,
    }


async def test_asking_again_answers_the_open_one(clinic: Clinic) -> None:
    patient = await reachable(clinic, "telegram:1")
    answers = await asyncio.gather(*(asked(patient, f"topic {n}") for n in range(6)))
    assert len({(answer["id"], answer["topic"]) for answer in answers}) == 1
    await clinic.staff.post(f"/call-requests/{answers[0]['id']}/done")
    assert (await asked(patient))["id"] != answers[0]["id"]


async def test_staff_sees_all_oldest_first_and_calls(clinic: Clinic) -> None:
    made = []
    for number in range(3):
        clinic.clock.advance(seconds=1)
        patient = await reachable(clinic, f"telegram:{number}", f"+7916000000{number}")
        made.append(await asked(patient))
    first = (await clinic.staff.get("/call-requests", params={"status": "open", "size": 2})).json()
    assert (first["call_requests"], first["total"]) == (made[:2], 3)
    done = (await clinic.staff.post(f"/call-requests/{made[0]['id']}/done", json={"by": "desk 2"})).json()
    assert done == made[0] | {"status": "done", "finished_at": "2026-03-02T06:00:03Z", "done_by": "desk 2"}
    assert (await clinic.staff.get(f"/call-requests/{made[0]['id']}")).json() == done
    second = (await clinic.staff.get("/call-requests", params={"status": "open", "size": 2, "page": 1})).json()
    assert second["call_requests"] == made[1:]
    assert (await clinic.staff.get("/call-requests")).json()["total"] == 3


async def test_a_finished_request_stays_finished(clinic: Clinic) -> None:
    patient = await reachable(clinic, "telegram:1")
    for end, status in (("cancel", "cancelled"), ("done", "done")):
        address = f"/call-requests/{(await asked(patient))['id']}"
        caller = patient if end == "cancel" else clinic.staff
        assert (await caller.post(f"{address}/{end}")).json()["status"] == status
        for again in (patient.post(f"{address}/cancel"), clinic.staff.post(f"{address}/done")):
            assert refused(await again, 409, "wrong_transition")["details"] == {"status": status}


async def test_requests_are_ones_own_and_calling_is_for_staff(clinic: Clinic) -> None:
    patient, stranger = await reachable(clinic, "telegram:1"), await reachable(clinic, "telegram:2")
    mine = await asked(patient)
    address = f"/call-requests/{mine['id']}"
    refused(await stranger.get(address), 404, "not_found")
    refused(await stranger.post(f"{address}/cancel"), 404, "not_found")
    assert (await stranger.get("/call-requests")).json()["call_requests"] == []
    assert (await patient.get("/call-requests", params={"status": "open"})).json()["call_requests"] == [mine]
    refused(await patient.post(f"{address}/done"), 403, "forbidden")
    refused(await clinic.staff.post(f"{address}/cancel"), 403, "forbidden")
    refused(await clinic.staff.post("/call-requests"), 403, "forbidden")
    refused(await clinic.staff.post("/call-requests/424242/done"), 404, "not_found")
    database = connect(clinic.database_url, 1)
    token = await create_token(database, "reports", Role.READ_ONLY, clinic.clock)
    await database.close()
    reader = await clinic.client(Authorization=f"Bearer {token}")
    assert (await reader.get(address)).status_code == 200
    refused(await reader.post(f"{address}/done"), 403, "forbidden")
    assert (await patient.get(address)).json() == mine


async def test_nobody_fills_the_clinics_list_alone(clinic: Clinic) -> None:
    patient = await reachable(clinic, "telegram:1")
    for _ in range(5):
        await patient.post(f"/call-requests/{(await asked(patient))['id']}/cancel")
    assert refused(await patient.post("/call-requests"), 429, "quota")["details"]["maximum"] == 5
    clinic.clock.advance(hours=24, seconds=1)
    assert (await asked(await clinic.patient("telegram:1")))["status"] == "open"
