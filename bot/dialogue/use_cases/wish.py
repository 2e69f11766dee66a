"""What is looked for on the way of buttons, checked against what the clinic has now."""

import asyncio
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.dialogue.desk import Talk
from bot.dialogue.memory import Visitor
from bot.dialogue.use_cases.standing import NotStanding, movable
from bot.dialogue.where import Where
from contracts.appointments import Appointment
from contracts.schedule import Branch, Doctor


@dataclass(frozen=True, slots=True)
class Wish:
    """A place on the way, and what it means at the clinic."""

    where: Where
    specialty: str | None
    """None: any."""
    fitting: tuple[Doctor, ...]
    """The doctors who answer to it, by name."""
    branches: dict[int, Branch]
    """All of the clinic's, by id."""
    client_id: int | None
    """Who is going to visit, if known."""
    visitor: Visitor | None = None
    """More about that person, if it is not the account's owner."""
    moving: Appointment | None = None

    @property
    def doctor(self) -> Doctor | None:
        """The one that was chosen; None: any."""
        return self.fitting[0] if self.where.doctor_id else None

    @property
    def branch(self) -> Branch | None:
        return self.branches.get(self.where.branch_id)

    def zone_of(self, doctor_id: int) -> ZoneInfo:
        """Of that doctor's branch; of any of the branches if the doctor is not among the fitting ones."""
        of_doctor = [one.branch_id for one in self.fitting if one.doctor_id == doctor_id]
        places = [self.branches[one] for one in of_doctor if one in self.branches] or list(self.branches.values())
        return ZoneInfo(places[0].time_zone if places else "UTC")

    def today(self, now: datetime) -> date:
        """The earliest of the fitting doctors' days: nothing of it is in the past everywhere."""
        zones = {self.branches[one.branch_id].time_zone for one in self.fitting if one.branch_id in self.branches}
        return min(
            (now.astimezone(ZoneInfo(zone)).date() for zone in zones),
            default=now.date(),
        )


async def wish_at(talk: Talk, where: Where) -> Wish | NotStanding | None:
    """None if the clinic has no such doctor, specialty or branch any more. Raises ClinicClientError."""
    moving = await movable(talk, where.move) if where.move else None
    if isinstance(moving, NotStanding):
        return moving
    directory = talk.desk.directory
    doctors, branches = await asyncio.gather(directory.doctors(), directory.branches())
    specialty = where.specialty or (moving.specialty if moving is not None and not where.doctor_id else None)
    fitting = tuple(one for one in doctors if _fits(one, where, specialty))
    if not fitting:
        return None
    if where.doctor_id:
        specialty = fitting[0].specialty
    return Wish(
        where=where,
        specialty=specialty or None,
        fitting=tuple(sorted(fitting, key=lambda one: (one.full_name, one.doctor_id))),
        branches={branch.branch_id: branch for branch in branches},
        client_id=moving.client_id if moving is not None else talk.memory.client_id,
        visitor=talk.memory.visitor if moving is None else None,
        moving=moving,
    )


def _fits(doctor: Doctor, where: Where, specialty: str | None) -> bool:
    return (
        (not where.doctor_id or doctor.doctor_id == where.doctor_id)
        and (not specialty or doctor.specialty == specialty)
        and (not where.branch_id or doctor.branch_id == where.branch_id)
    )
