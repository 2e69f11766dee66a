"""Field types that refuse what a database or a screen cannot carry."""

import re
from datetime import UTC, datetime
from typing import Annotated

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

MAX_ID = 2**53 - 1  # the largest integer that every JSON reader keeps exact
MAX_SCHEDULE_ID = 2_000_000_000  # doctors, branches, visit types: 32 bits in the database, with room for a range's end
FIRST_YEAR, LAST_YEAR = 2000, 2999
_BETWEEN_DIGITS = re.compile(r"[\s().\u2010-\u2014\u200b-\u200f\u202a-\u202e-]+")
_E164 = re.compile(r"\+[1-9][0-9]{7,14}")


def printable(text: str) -> str:
    """Refuse control characters (NUL among them, which PostgreSQL cannot store) except line breaks and tabs."""
    if any(ord(char) < 32 and char not in "\n\r\t" for char in text):
        raise ValueError("control characters are not allowed")
    return text


def _sane_instant(moment: datetime) -> datetime:
    """Refuse years whose arithmetic overflows; no clinic books outside them. In UTC, so that equal instants look so."""
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise ValueError(f"the year must be between {FIRST_YEAR} and {LAST_YEAR}")
    return moment.astimezone(UTC)


def _international(number: str) -> str:
    """A phone as ``+`` and digits (ITU-T E.164): 8 before ten digits is Russia's trunk prefix, and stands for +7.

    Telegram shares numbers without the plus sign, so eleven digits or more are taken for an international number.
    """
    digits = _BETWEEN_DIGITS.sub("", number)
    if re.fullmatch(r"8[0-9]{10}", digits):
        digits = f"+7{digits[1:]}"
    elif re.fullmatch(r"[1-9][0-9]{10,14}", digits):
        digits = f"+{digits}"
    if not _E164.fullmatch(digits):
        # The number itself is not repeated: errors are logged.
        raise PydanticCustomError("bad_phone", "this is no phone number with its country's code, such as +79161234567")
    return digits


Id = Annotated[int, Field(ge=1, le=MAX_ID, strict=True)]
ScheduleId = Annotated[int, Field(ge=1, le=MAX_SCHEDULE_ID, strict=True)]
Text255 = Annotated[str, StringConstraints(max_length=255, strip_whitespace=True), AfterValidator(printable)]
Text2000 = Annotated[str, StringConstraints(max_length=2000, strip_whitespace=True), AfterValidator(printable)]
Text4000 = Annotated[
    str, StringConstraints(min_length=1, max_length=4000, strip_whitespace=True), AfterValidator(printable)
]
"""What somebody wrote: never empty."""
Name = Annotated[str, StringConstraints(min_length=1, max_length=255, strip_whitespace=True), AfterValidator(printable)]
Phone = Annotated[str, StringConstraints(max_length=40), AfterValidator(_international)]
Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{1,39}$")]
Instant = Annotated[AwareDatetime, AfterValidator(_sane_instant)]


class Wire(BaseModel):
    """Base of every model on the wire: frozen, and unknown fields are ignored so that both sides may grow."""

    model_config = ConfigDict(frozen=True, extra="ignore")
