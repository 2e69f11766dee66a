"""Which slots answer to a wish: a small conjunction of conditions, all on the branch's wall clock."""

from datetime import date, datetime, time
from typing import Protocol
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict

from contracts.schedule import Doctor


class Timed(Protocol):
    """A slot, a hold or an appointment."""

    @property
    def doctor_id(self) -> int: ...

    @property
    def start_time(self) -> datetime: ...


class Fits(BaseModel):
    """None says nothing; several conditions must all hold."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    specialty: list[str] | None = None
    doctor: list[int] | None = None
    not_doctor: list[int] | None = None
    gender: str | None = None
    speaks: str | None = None
    branch: int | None = None
    days: list[date] | None = None
    since: date | None = None
    """From this day on."""
    until: date | None = None
    """This day is the last one."""
    weekdays: list[int] | None = None
    """1 is Monday."""
    after: time | None = None
    """The visit begins then or later."""
    before: time | None = None
    """The visit begins earlier than that."""

    def says_nothing(self) -> bool:
        return all(getattr(self, name) is None for name in Fits.model_fields)

    def fits(self, slot: Timed, doctors: dict[int, Doctor], zones: dict[int, ZoneInfo]) -> bool:
        """`doctors` by id, `zones` by branch."""
        doctor = doctors[slot.doctor_id]
        return self._fits_who(doctor) and self._fits_when(slot.start_time.astimezone(zones[doctor.branch_id]))

    def _fits_who(self, doctor: Doctor) -> bool:
        return (
            (self.specialty is None or doctor.specialty in self.specialty)
            and (self.doctor is None or doctor.doctor_id in self.doctor)
            and (self.not_doctor is None or doctor.doctor_id not in self.not_doctor)
            and (self.gender is None or doctor.gender == self.gender)
            and (self.speaks is None or self.speaks in doctor.languages)
            and (self.branch is None or doctor.branch_id == self.branch)
        )

    def _fits_when(self, local: datetime) -> bool:
        day, hour = local.date(), local.time()
        return (
            (self.days is None or day in self.days)
            and (self.since is None or day >= self.since)
            and (self.until is None or day <= self.until)
            and (self.weekdays is None or day.isoweekday() in self.weekdays)
            and (self.after is None or hour >= self.after)
            and (self.before is None or hour < self.before)
        )
