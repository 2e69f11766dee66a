"""What is there before the patient writes: the account, its people and visits, and what others have booked."""

from datetime import date, datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class _Data(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Relative(_Data):
    """Somebody for whom the account books."""

    name: str
    relation: Literal["self", "child", "parent", "other"]
    born: date | None = None


class EarlierVisit(_Data):
    """A visit of the account, coming or past. Times are the branch's wall clock."""

    name: str
    """By which the task speaks of it."""
    doctor: int
    start: datetime
    whom: str | None = None
    """The name of one of the people; None: the owner."""


class OthersVisit(_Data):
    """A visit of somebody else. Nothing about it may ever be told."""

    patient: str
    doctor: int
    start: datetime


class Full(_Data):
    """All of the doctor's times between two moments of the branch's wall clock are booked by others."""

    doctor: int
    since: datetime
    until: datetime


class World(_Data):
    agreed: bool = False
    """The consent was given before."""
    language: Literal["ru", "en"] | None = None
    """In which it was given; None: the task's."""
    phone: str | None = None
    people: list[Relative] = Field(default_factory=list)
    visits: list[EarlierVisit] = Field(default_factory=list)
    others: list[OthersVisit] = Field(default_factory=list)
    full: list[Full] = Field(default_factory=list)

    @property
    def has_agreed(self) -> bool:
        """Whether the account has consented: who has people, visits or a phone here has."""
        return bool(self.agreed or self.people or self.visits or self.phone)
