"""The wait-list: whoever waits for a time is offered what is freed, one after the other."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator

from contracts.fields import FIRST_YEAR, LAST_YEAR, Code, Id, ScheduleId, Wire

Day = Annotated[date, Field(ge=date(FIRST_YEAR, 1, 1), le=date(LAST_YEAR, 12, 31))]
"""A day of the branch's own zone."""


class WaitStatus(StrEnum):
    WAITING = "waiting"
    OFFERED = "offered"
    """A time is held for the person, who has not answered yet."""
    SERVED = "served"
    LEFT = "left"
    EXPIRED = "expired"
    """The window is over."""


class NewWait(Wire):
    """What is waited for. `specialty` or `doctor_id` is needed; every condition that is given must hold."""

    client_id: Id
    """Who is going to visit."""
    specialty: Code | None = None
    doctor_id: ScheduleId | None = None
    branch_id: ScheduleId | None = None
    visit_type_id: ScheduleId | None = None
    first_day: Day | None = None
    """None: today."""
    last_day: Day | None = None
    """Inclusive. None: as far as the clinic's wait-list reaches, which is a month unless it says otherwise."""
    start_minute: Annotated[int, Field(ge=0, le=1439)] = 0
    """Minutes of the branch's local day, within which the visit starts: a morning is 0 to 720."""
    end_minute: Annotated[int, Field(ge=1, le=1440)] = 1440

    @model_validator(mode="after")
    def _makes_sense(self) -> "NewWait":
        if self.specialty is None and self.doctor_id is None:
            raise ValueError("name a specialty or a doctor")
        if self.start_minute >= self.end_minute:
            raise ValueError("start_minute must be before end_minute")
        if self.first_day is not None and self.last_day is not None and self.last_day < self.first_day:
            raise ValueError("last_day must not be before first_day")
        return self


class Wait(Wire):
    """A place in line."""

    wait_id: int
    status: WaitStatus
    client_id: int
    specialty: str
    doctor_id: int | None
    doctor_name: str | None
    branch_id: int | None
    visit_type_id: int | None
    first_day: date
    last_day: date
    start_minute: int
    end_minute: int
    position: int | None
    """1: whoever is first is asked first. None once it has ended."""
    offer_id: int | None
    """The open offer, if a time is held for the person now."""
    over_at: datetime
    """When the window is over."""
    created_at: datetime


class WaitPage(Wire):
    waits: tuple[Wait, ...]
    """Who waits longest comes first."""
    page: int
    size: int
    total: int
