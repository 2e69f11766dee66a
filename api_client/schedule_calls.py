"""Calls about branches, doctors, visit types and free slots. All of them only read."""

from datetime import date

from api_client.sender import Sender
from contracts.schedule import (
    Branch,
    Branches,
    Doctor,
    Doctors,
    Gender,
    PartOfDay,
    SlotDay,
    SlotDays,
    Slots,
    Specialties,
    Specialty,
    VisitType,
    VisitTypes,
)


class ScheduleCalls:
    """Part of the client; see `api_client.client`."""

    def __init__(self, sender: Sender) -> None:
        self._send = sender

    async def branches(self) -> tuple[Branch, ...]:
        return (await self._send.get("branches", Branches)).branches

    async def specialties(self) -> tuple[Specialty, ...]:
        return (await self._send.get("specialties", Specialties)).specialties

    async def doctors(self, *, specialty: str | None = None, branch_id: int | None = None) -> tuple[Doctor, ...]:
        query = {"specialty": specialty, "branch_id": branch_id}
        return (await self._send.get("doctors", Doctors, query)).doctors

    async def visit_types(self) -> tuple[VisitType, ...]:
        return (await self._send.get("visit-types", VisitTypes)).visit_types

    async def slots(
        self,
        *,
        specialty: str | None = None,
        doctor_id: int | None = None,
        branch_id: int | None = None,
        visit_type_id: int | None = None,
        client_id: int | None = None,
        gender: Gender | None = None,
        language: str | None = None,
        from_: date | None = None,
        to: date | None = None,
        part_of_day: PartOfDay | None = None,
        limit: int | None = None,
    ) -> Slots:
        """Free slots, soonest first, and why there is nothing or nothing earlier.

        `from_` and `to` are aware datetimes, or plain dates in the branch's zone (`to` inclusive). With `client_id`,
        the person who is going to visit, doctors who do not see that age are left out; with `gender` or `language`
        (ISO 639-1), doctors who are not known to be or to speak so. Raises NotFound for a person of another account.
        """
        query = {
            "specialty": specialty,
            "doctor_id": doctor_id,
            "branch_id": branch_id,
            "visit_type_id": visit_type_id,
            "client_id": client_id,
            "gender": gender,
            "language": language,
            "from": from_,
            "to": to,
            "part_of_day": part_of_day,
            "limit": limit,
        }
        return await self._send.get("slots", Slots, query)

    async def nearest_slots(
        self,
        *,
        specialty: str | None = None,
        doctor_id: int | None = None,
        branch_id: int | None = None,
        visit_type_id: int | None = None,
        client_id: int | None = None,
        gender: Gender | None = None,
        language: str | None = None,
        after: date | None = None,
        limit: int | None = None,
    ) -> Slots:
        """The first free slots from `after` on (date or aware datetime; None: now), and why nothing earlier.

        `client_id`, `gender` and `language` as in `slots`.
        """
        query = {
            "specialty": specialty,
            "doctor_id": doctor_id,
            "branch_id": branch_id,
            "visit_type_id": visit_type_id,
            "client_id": client_id,
            "gender": gender,
            "language": language,
            "after": after,
            "limit": limit,
        }
        return await self._send.get("slots/nearest", Slots, query)

    async def slot_days(
        self,
        *,
        specialty: str | None = None,
        doctor_id: int | None = None,
        branch_id: int | None = None,
        visit_type_id: int | None = None,
        client_id: int | None = None,
        gender: Gender | None = None,
        language: str | None = None,
        from_: date | None = None,
        to: date | None = None,
    ) -> tuple[SlotDay, ...]:
        """The days of the branch's zone that have free slots, ascending, in at most 62 days from `from_` on.

        The parameters are those of `slots`.
        """
        query = {
            "specialty": specialty,
            "doctor_id": doctor_id,
            "branch_id": branch_id,
            "visit_type_id": visit_type_id,
            "client_id": client_id,
            "gender": gender,
            "language": language,
            "from": from_,
            "to": to,
        }
        return (await self._send.get("slots/days", SlotDays, query)).days
