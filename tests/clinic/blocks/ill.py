"""A clinic with branches in two zones, a doctor who falls ill, and patients with visits."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import httpx

from clinic.main.parts import Parts
from clinic.platform.database import Database
from clinic.schedule.importing.apply import import_document
from clinic.schedule.importing.document import ImportDocument
from tests.clinic.api.asking import Json, registered
from tests.support.serving import Clinic

MOSCOW, URALS = 11, 12
IVANOVA, PETROV, SIDOROVA = 101, 102, 103
"""Dentists: two in Moscow, one in Yekaterinburg."""
WEEK = ("mon", "tue", "wed", "thu", "fri")
BY, OTHER = "telegram:900", "telegram:901"
MORNING = datetime(2026, 3, 3, 4, 30, tzinfo=UTC)
"""7:30 in Moscow, on a Tuesday."""


def document(**doctors: Json) -> ImportDocument:
    """Two branches and three dentists; `doctors` change the fields of one, such as ``petrov={"hours": {}}``."""
    usual = {"specialty": "dentist", "slot_minutes": 30, "horizon_days": 30}
    hours = {"hours": dict.fromkeys(WEEK, "09:00-19:00")}
    people: dict[str, Json] = {
        "ivanova": {"id": IVANOVA, "name": "I. Ivanova", "branch": MOSCOW},
        "petrov": {"id": PETROV, "name": "P. Petrov", "branch": MOSCOW},
        "sidorova": {"id": SIDOROVA, "name": "S. Sidorova", "branch": URALS},
    }
    return ImportDocument.model_validate(
        {
            "branches": [
                {"id": MOSCOW, "name": "Moscow", "time_zone": "Europe/Moscow"},
                {"id": URALS, "name": "Yekaterinburg", "time_zone": "Asia/Yekaterinburg"},
            ],
            "doctors": [usual | hours | entry | doctors.get(name, {}) for name, entry in people.items()],
        }
    )


async def opened(database: Database, **doctors: Json) -> None:
    """The dentists are there."""
    await import_document(database, document(**doctors), dry_run=False)


@dataclass(frozen=True)
class Patient:
    account: str
    client: httpx.AsyncClient
    visit: Json
    phone: str

    async def offer(self) -> Json:
        """The only open one."""
        (offer,) = (await self.client.get("/offers")).json()["offers"]
        shown: Json = offer
        return shown

    async def accept(self) -> Json:
        offer = await self.offer()
        hold = {"hold_id": offer["times"][0]["hold_id"]}
        answer = await self.client.post(f"/offers/{offer['offer_id']}/accept", json=hold)
        assert answer.status_code == 200, answer.text
        visit: Json = answer.json()
        return visit

    async def now(self) -> Json:
        """The visit as it stands."""
        answer = await self.client.get(f"/appointments/{self.visit['id']}")
        visit: Json = answer.json()
        return visit


async def patient(clinic: Clinic, number: int, start: datetime, doctor_id: int = IVANOVA) -> Patient:
    """Somebody with an account, a phone and a visit."""
    account, phone = f"telegram:{number}", f"+7916{number:07}"
    client, client_id = await registered(clinic, account)
    assert (await client.put("/contact", json={"phone": phone, "verified": True})).status_code == 200
    asked = {"doctor_id": doctor_id, "start_time": start.isoformat(), "client_id": client_id}
    answer = await client.post("/appointments", json=asked)
    assert answer.status_code == 201, answer.text
    return Patient(account, client, answer.json(), phone)


async def full_day(clinic: Clinic, count: int, first: datetime, doctor_id: int = IVANOVA) -> Sequence[Patient]:
    """So many patients, one after the other."""
    step = timedelta(minutes=30)
    return [await patient(clinic, number, first + number * step, doctor_id) for number in range(count)]


async def block(clinic: Clinic, from_: datetime, to: datetime, doctor_id: int = IVANOVA, by: str = BY) -> Json:
    answer = await blocking(clinic, from_, to, doctor_id, by)
    assert answer.status_code == 201, answer.text
    board: Json = answer.json()
    return board


async def blocking(
    clinic: Clinic, from_: datetime, to: datetime, doctor_id: int = IVANOVA, by: str = BY
) -> httpx.Response:
    body = {"doctor_id": doctor_id, "from": from_.isoformat(), "to": to.isoformat(), "by": by, "reason": "ill"}
    return await clinic.staff.post("/blocks", json=body)


async def undo(clinic: Clinic, block_id: int, by: str = BY) -> Json:
    answer = await clinic.staff.post(f"/blocks/{block_id}/undo", json={"by": by})
    assert answer.status_code == 200, answer.text
    board: Json = answer.json()
    return board


async def board_of(clinic: Clinic, block_id: int) -> Json:
    answer = await clinic.staff.get(f"/blocks/{block_id}")
    assert answer.status_code == 200, answer.text
    board: Json = answer.json()
    return board


async def worked(parts: Parts) -> None:
    """The worker has done what there is to do about blocks, until nothing is left."""
    blocks = parts.blocks
    duties = (blocks.catch_late, blocks.end_useless_offers, blocks.seek_other_times, blocks.keep_call_tasks)
    while sum([await duty(parts.clock()) for duty in duties]):
        pass


async def told(clinic: Clinic) -> list[Json]:
    """What people are to be told, each once."""
    deliveries: list[Json] = (await clinic.staff.post("/deliveries/claim", json={"limit": 100})).json()["deliveries"]
    return deliveries


async def to_call(clinic: Clinic) -> list[Json]:
    tasks: list[Json] = (await clinic.staff.get("/call-tasks", params={"status": "open"})).json()["call_tasks"]
    return tasks
