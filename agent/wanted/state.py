"""What is kept of a conversation about a visit. JSON in and out; nothing in it tells who the patient is."""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, PlainSerializer, PlainValidator

from contracts.schedule import Slot

Gender = Literal["female", "male"]
Open = Literal["doctor", "branch"]


def _moment(value: object) -> date:
    """A day or an instant, also from its ISO form. Pydantic's own union would make a midnight a day."""
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        raise ValueError("neither a day nor an instant")
    return date.fromisoformat(value) if len(value) == len("2026-11-25") else datetime.fromisoformat(value)


Moment = Annotated[date, PlainValidator(_moment), PlainSerializer(lambda moment: moment.isoformat(), return_type=str)]


class Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class Stretch(Part):
    """A stretch of time that is wanted or refused: understanding.dates.Window as data, see agent.wanted.times."""

    start: Moment | None = None
    """A plain date is the whole day, a datetime an aware instant; None: from now on."""
    end: Moment | None = None
    """A plain date is inclusive; None: open-ended. Equal to `start` as instants: a visit that starts just then."""


class Shown(Part):
    """A free time that the patient has been shown."""

    doctor_id: int
    start: AwareDatetime
    branch_id: int | None = None

    @classmethod
    def of(cls, slot: Slot) -> "Shown":
        return cls(doctor_id=slot.doctor_id, start=slot.start_time, branch_id=slot.branch_id)


class Than(Part):
    """Another time than those shown: `later` or `earlier` than `moment`."""

    turn: Literal["later", "earlier"]
    moment: AwareDatetime


class Wanted(Part):
    """The visit as far as it is known. Everything at its default: nothing is known yet."""

    specialties: tuple[str, ...] = ()
    """Best first, as understanding.complaints ranks them."""
    named: bool = False
    """The first of them was asked for by its name, not concluded from a complaint."""
    doctors: tuple[int, ...] = ()
    """By name, or as the one of last time; any of them will do."""
    refused_doctors: tuple[int, ...] = ()
    candidates: tuple[int, ...] = ()
    """Doctors of one name and different specialties: which of them is meant has to be asked."""
    gender: Gender | None = None
    language: str | None = None
    """In which the doctor is to speak, ISO 639-1."""
    branch: int | None = None
    refused_branches: tuple[int, ...] = ()
    child: bool = False
    windows: tuple[Stretch, ...] = ()
    """When; empty: the sooner the better, or nothing was said."""
    hours: tuple[int, int] | None = None
    """On any day: minutes of the day, from and to; the same twice: just then."""
    asap: bool = False
    refused: tuple[Stretch, ...] = ()
    refused_hours: tuple[tuple[int, int], ...] = ()
    """Refused on any day: minutes of the day, from and to."""
    than: Than | None = None
    seen: tuple[Shown, ...] = ()
    """Shown before, and not to be shown again as long as others are asked for."""
    shown: tuple[Shown, ...] = ()
    """In the newest proposal."""
    held: Shown | None = None
    """Held for the patient now: 'later' means later than this one."""
    asking: Open | None = None
    """The question that is open besides 'what is wrong?' and 'when?'."""
    asked: dict[str, int] = Field(default_factory=dict)
    """How often in a row each question was asked."""
    lost: int = 0
    """How many lines in a row have said nothing to us."""

    @property
    def missing(self) -> Literal["doctor", "branch", "who"] | None:
        """What has to be asked before a search makes sense; None: nothing."""
        if self.asking is not None:
            return self.asking
        return None if self.specialties or self.doctors else "who"

    def visit(self) -> "Wanted":
        """The wish alone, without what was shown and asked: what chatter must not change."""
        return self.model_copy(update={"shown": (), "held": None, "asked": {}, "asking": None})

    def facts(self) -> dict[str, object]:
        """What is known, for a model to read."""
        return self.model_dump(mode="json", exclude_defaults=True, exclude={"lost"})
