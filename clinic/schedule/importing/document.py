"""What an import file may say. Unknown fields are errors: a misspelt one must not be ignored in silence."""

from datetime import date
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, available_timezones

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from clinic.schedule.domain.clinic import VisitKind
from clinic.schedule.importing.times import parse_spans
from contracts.fields import MAX_SCHEDULE_ID, Code, Name, Text255

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

FileId = Annotated[int, Field(ge=1, le=MAX_SCHEDULE_ID)]
Spans = Annotated[
    list[tuple[int, int]], BeforeValidator(lambda value: parse_spans(value) if isinstance(value, str) else value)
]
Office = Annotated[str, Field(max_length=40), BeforeValidator(str)]
Language = Annotated[str, Field(pattern=r"^[a-z]{2}$")]


def _known_zone(name: str) -> str:
    if name not in available_timezones():
        raise ValueError(f"'{name}' is no IANA time zone, such as Europe/Moscow")
    return ZoneInfo(name).key


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class Days(_Entry):
    """Days from `from` to `to` inclusive (one day without `to`); all day, or between hours."""

    first_day: Annotated[date, Field(alias="from")]
    last_day: Annotated[date | None, Field(alias="to")] = None
    hours: Spans = []

    @model_validator(mode="after")
    def _in_order(self) -> "Days":
        if self.last_day is not None and self.last_day < self.first_day:
            raise ValueError("'to' is before 'from'")
        return self


class BranchEntry(_Entry):
    id: FileId
    name: Name
    address: Text255 = ""
    time_zone: Annotated[str, AfterValidator(_known_zone)]
    closures: list[Days] | None = None


class VisitTypeEntry(_Entry):
    id: FileId
    code: Code
    kind: VisitKind
    name: Name
    minutes: Annotated[int, Field(ge=5, le=480)]
    specialty: Code | None = None
    price: Annotated[str, Field(pattern=r"^\d{1,9}(\.\d{2})? [A-Z]{3}$")] | None = None
    preparation: Annotated[str, Field(max_length=2000)] = ""


class DoctorEntry(_Entry):
    id: FileId
    name: Name
    specialty: Code
    branch: FileId
    office: Office = ""
    languages: list[Language] = ["ru"]
    adults: bool = True
    children: bool = False
    gender: Literal["female", "male"] | None = None
    slot_minutes: Annotated[int, Field(ge=5, le=480)] = 30
    buffer_before: Annotated[int, Field(ge=0, le=240)] = 0
    buffer_after: Annotated[int, Field(ge=0, le=240)] = 0
    lead_minutes: Annotated[int, Field(ge=0, le=525_600)] = 0
    horizon_days: Annotated[int, Field(ge=1, le=730)] = 60
    hours: dict[Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"], Spans] | None = None
    """None: the hours stay as they are."""
    time_off: list[Days] | None = None
    extra_hours: list[Days] | None = None


class ImportDocument(_Entry):
    """What is not named in a file stays as it is; nothing is ever deleted by an import."""

    branches: list[BranchEntry] = []
    visit_types: list[VisitTypeEntry] = []
    doctors: list[DoctorEntry] = []
