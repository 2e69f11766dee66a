"""What an import file may say. Unknown fields are errors: a misspelt one must not be ignored in silence."""

import re
from datetime import date
from typing import Annotated, Any, Literal
from zoneinfo import available_timezones

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator

from clinic.schedule.domain.clinic import VisitKind
from clinic.schedule.importing.times import Span, parse_spans
from contracts.fields import FIRST_YEAR, LAST_YEAR, MAX_SCHEDULE_ID, Code, Name, Text255

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


def _spans(value: Any) -> list[Span]:
    """'09:00-13:00, 14:00-18:00', or the same as a list of spans; nothing: no hours."""
    parts = [""] if value is None else value if isinstance(value, list) else [value]
    if not all(isinstance(part, str) for part in parts):
        raise ValueError("this is not a span of hours such as 09:00-17:30")
    return parse_spans(",".join(parts))


def _known_zone(name: str) -> str:
    if name not in available_timezones():
        raise ValueError(f"'{name}' is no IANA time zone, such as Europe/Moscow")
    return name


def _day(value: Any) -> Any:
    """Text only as ISO 8601: a number would be read as seconds since 1970."""
    if not isinstance(value, str):
        return value
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value.strip()):
        raise ValueError(f"'{value}' is not a day such as 2026-12-31")
    return value.strip()


def _printable(text: str) -> str:
    """PostgreSQL cannot store NUL, and a terminal obeys escape sequences."""
    if any(ord(char) < 32 and char not in "\n\r\t" for char in text):
        raise ValueError("control characters are not allowed")
    return text


def _once(languages: list[str]) -> list[str]:
    return list(dict.fromkeys(languages))


FileId = Annotated[int, Field(ge=1, le=MAX_SCHEDULE_ID)]
Spans = Annotated[list[Span], BeforeValidator(_spans)]
Office = Annotated[str, StringConstraints(max_length=40, strip_whitespace=True), AfterValidator(_printable)]
LongText = Annotated[str, StringConstraints(max_length=2000, strip_whitespace=True), AfterValidator(_printable)]
Price = Annotated[str, Field(pattern=r"^[0-9]{1,9}(\.[0-9]{2})? [A-Z]{3}$", description="2500.00 RUB")]
PhoneText = Annotated[str, StringConstraints(pattern=r"^\+?[0-9][0-9 ()-]{4,38}$", strip_whitespace=True)]
Latitude = Annotated[float, Field(ge=-90, le=90, allow_inf_nan=False)]
Longitude = Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False)]
Language = Annotated[str, Field(pattern=r"^[a-z]{2}$")]
Languages = Annotated[
    list[Language],
    BeforeValidator(lambda value: value.replace(",", " ").split() if isinstance(value, str) else value),
    AfterValidator(_once),
]
Day = Annotated[date, BeforeValidator(_day), Field(ge=date(FIRST_YEAR, 1, 1), le=date(LAST_YEAR, 12, 31))]


class Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class Days(Entry):
    """Days from `from` to `to` inclusive (one day without `to`); all day, or between hours."""

    first_day: Annotated[Day, Field(alias="from")]
    last_day: Annotated[Day | None, Field(alias="to")] = None
    hours: Spans = []

    @model_validator(mode="after")
    def _in_order(self) -> "Days":
        if self.last_day is not None and self.last_day < self.first_day:
            raise ValueError("'to' is before 'from'")
        return self


class BranchEntry(Entry):
    id: FileId
    name: Name
    address: Text255 = ""
    time_zone: Annotated[str, AfterValidator(_known_zone)]
    latitude: Latitude | None = None
    longitude: Longitude | None = None
    phone: PhoneText | None = None
    closures: list[Days] | None = None


class VisitTypeEntry(Entry):
    id: FileId
    code: Code
    kind: VisitKind
    name: Name
    minutes: Annotated[int, Field(ge=5, le=480)]
    specialty: Code | None = None
    price: Price | None = None
    preparation: LongText = ""


class DoctorEntry(Entry):
    id: FileId
    name: Name
    specialty: Code
    branch: FileId
    office: Office = ""
    languages: Languages = ["ru"]
    adults: bool = True
    children: bool = False
    gender: Literal["female", "male"] | None = None
    slot_minutes: Annotated[int, Field(ge=5, le=480)] = 30
    buffer_before: Annotated[int, Field(ge=0, le=240)] = 0
    buffer_after: Annotated[int, Field(ge=0, le=240)] = 0
    lead_minutes: Annotated[int, Field(ge=0, le=525_600)] = 0
    horizon_days: Annotated[int, Field(ge=1, le=730)] = 60
    hours: dict[Weekday, Spans] | None = None
    """The whole week; None: the hours stay as they are."""
    time_off: list[Days] | None = None
    extra_hours: list[Days] | None = None


class ImportDocument(Entry):
    """What is not named in a file stays as it is; nothing is ever deleted by an import."""

    branches: list[BranchEntry] = []
    visit_types: list[VisitTypeEntry] = []
    doctors: list[DoctorEntry] = []
