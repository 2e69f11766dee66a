"""Short words for tests of the wait-list: people who wait, and a doctor whose day is full."""

from dataclasses import dataclass
from typing import Any

import httpx

from tests.clinic.api.asking import Json, at, book, registered
from tests.support.serving import Clinic


@dataclass(frozen=True)
class Patient:
    clinic: Clinic
    account: str
    client_id: int

    async def calls(self) -> httpx.AsyncClient:
        """Signed now: the test's clock goes on."""
        return await self.clinic.patient(self.account)

    async def waits(self, **wish: Any) -> Json:
        """Stand in line; by default for any doctor of the synthetic clinic, today."""
        wanted = {"client_id": self.client_id, "specialty": "therapist", "doctor_id": 1, "last_day": "2026-03-02"}
        answer = await (await self.calls()).post("/waits", json=wanted | wish)
        assert answer.status_code == 201, answer.text
        place: Json = answer.json()
        return place

    async def offers(self) -> list[Json]:
        found: list[Json] = (await (await self.calls()).get("/offers")).json()["offers"]
        return [offer for offer in found if offer["status"] == "open"]

    async def offered(self) -> Json | None:
        """The one open offer, None if there is none."""
        found = await self.offers()
        assert len(found) <= 1
        return found[0] if found else None

    async def start(self) -> str | None:
        """When the offered time starts, `HH:MM`; of an offer that stands."""
        offer = await self.offered()
        return offer["times"][0]["start_time"][11:16] if offer else None

    async def accepts(self) -> Json:
        offer = await self.offered()
        assert offer is not None
        taken = await (await self.calls()).post(
            f"/offers/{offer['offer_id']}/accept", json={"hold_id": offer["times"][0]["hold_id"]}
        )
        assert taken.status_code == 200, taken.text
        visit: Json = taken.json()
        return visit

    async def skips(self) -> None:
        offer = await self.offered()
        assert offer is not None
        answer = await (await self.calls()).post(f"/offers/{offer['offer_id']}/refuse")
        assert answer.status_code == 200, answer.text

    async def place(self, wait_id: int) -> Json:
        found: Json = (await (await self.calls()).get(f"/waits/{wait_id}")).json()
        return found


async def patients(clinic: Clinic, count: int) -> list[Patient]:
    """They come one after the other."""
    made = []
    for number in range(1, count + 1):
        account = f"telegram:{number}"
        _, client_id = await registered(clinic, account)
        made.append(Patient(clinic, account, client_id))
    return made


async def full_day(clinic: Clinic, doctor_id: int = 1) -> dict[str, int]:
    """All of Monday's times of a synthetic doctor are booked by staff: appointment ids by `HH:MM`."""
    booked = {}
    for half in range(16):
        hour, minute = 9 + half // 2, 30 * (half % 2)
        booked[f"{hour:02}:{minute:02}"] = (await book(clinic.staff, at(hour, minute), doctor_id))["id"]
    return booked


async def cancelled(clinic: Clinic, appointment_id: int) -> None:
    answer = await clinic.staff.post(f"/appointments/{appointment_id}/cancel")
    assert answer.status_code == 200, answer.text
