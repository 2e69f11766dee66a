"""Short words for what the tests of applications ask again and again."""

from datetime import datetime
from typing import Any

import httpx

from clinic.main.duties import duties_of
from clinic.main.parts import Parts
from tests.clinic.api.asking import Json, at, free, registered
from tests.support.serving import Clinic

ME = "telegram:42"
WISH = {
    "description": "my knee hurts, some morning please",
    "understood": {"specialty": "therapist", "wish": "in the morning", "reasons": ["the nearest"], "source": "offline"},
}


async def asked(
    clinic: Clinic, account: str = ME, *, start: str | None = None, doctor_id: int = 1, wish: Json | None = None
) -> tuple[Json, httpx.AsyncClient]:
    """A patient who has held a time and confirmed it: the appointment as answered, and the patient's client."""
    patient, client_id = await registered(clinic, account)
    return await confirmed(patient, client_id, start=start, doctor_id=doctor_id, wish=wish), patient


async def confirmed(
    patient: httpx.AsyncClient,
    client_id: int,
    *,
    start: str | None = None,
    doctor_id: int = 1,
    wish: Json | None = None,
    key: str | None = None,
) -> Json:
    slots = await free(patient, doctor_id=doctor_id)
    slot = next(each for each in slots if start in (None, each["start_time"]))
    held = await patient.post("/holds", json={"slot_id": slot["slot_id"], "client_id": client_id})
    assert held.status_code == 201, held.text
    body: Json = {"hold_id": held.json()["hold_id"], "application": wish or WISH}
    answer = await patient.post("/appointments", json=body, headers={"Idempotency-Key": key} if key else {})
    assert answer.status_code == 201, answer.text
    made: Json = answer.json()
    return made


async def application_of(client: httpx.AsyncClient, visit: Json) -> Json:
    """The only application of a visit."""
    page = (await client.get("/applications", params={"appointment_id": visit["id"]})).json()
    assert page["total"] == 1, page
    found: Json = page["applications"][0]
    return found


async def decide(client: httpx.AsyncClient, application: Json | int, step: str, by: str = "Anna", **more: Any) -> Json:
    """A manager's decision that is accepted: the application as it then stands."""
    number = application if isinstance(application, int) else application["id"]
    answer = await client.post(f"/applications/{number}/{step}", json={"by": by} | more)
    assert answer.status_code == 200, answer.text
    shown: Json = answer.json()
    return shown


async def slot_ids(client: httpx.AsyncClient, *starts: str, doctor_id: int = 1) -> list[str]:
    slots = await free(client, doctor_id=doctor_id)
    return [next(slot["slot_id"] for slot in slots if slot["start_time"] == start) for start in starts]


async def told(clinic: Clinic) -> list[tuple[str, str]]:
    """Who was told of what since the last time it was asked: recipient and kind, in order."""
    claimed = (await clinic.staff.post("/deliveries/claim", json={"limit": 100})).json()["deliveries"]
    for news in claimed:
        ack = {"lease": news["lease"], "outcome": "sent"}
        assert (await clinic.staff.post(f"/deliveries/{news['delivery_id']}/ack", json=ack)).status_code == 200
    return [(news["recipient"], news["kind"]) for news in claimed]


async def do(works: Parts, name: str) -> int:
    """One round of a worker's duty: how many things it did."""
    return await next(duty for duty in duties_of(works) if duty.name == name).do(works.clock())


def moment(written: str) -> datetime:
    return datetime.fromisoformat(written)


__all__ = ["ME", "WISH", "application_of", "asked", "at", "confirmed", "decide", "do", "moment", "slot_ids", "told"]
