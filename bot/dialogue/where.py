"""Where somebody stands on the way of buttons, short enough to travel in a button."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, InstanceOf, PlainSerializer, TypeAdapter

from contracts.fields import FIRST_YEAR, LAST_YEAR, MAX_ID, MAX_SCHEDULE_ID, Code
from contracts.schedule import PartOfDay

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_PARTS = {"m": PartOfDay.MORNING, "a": PartOfDay.AFTERNOON, "e": PartOfDay.EVENING}
_LETTERS = {part: letter for letter, part in _PARTS.items()}
_FIELDS = 6
MOST_PAGES = 999
_LAST_MINUTE = int(datetime(LAST_YEAR, 12, 31, tzinfo=UTC).timestamp()) // 60
_specialty: Callable[[str], str] = TypeAdapter(Code).validate_python


@dataclass(frozen=True, slots=True)
class Where:
    """What has been chosen so far; 0, None and the empty text stand for 'not yet' or 'any'."""

    specialty: str = ""
    """Left out once a doctor is chosen."""
    doctor_id: int = 0
    branch_id: int = 0
    day: date | None = None
    """In the branch's zone; of a month its first day."""
    part: PartOfDay | None = None
    page: int = 0
    move: int = 0
    """The appointment for which another time is looked for; 0: a new visit."""

    def pack(self) -> str:
        """Fields between dots, numbers in base 36, nothing for what is not chosen: ``sent.1.fu9c.e.1``."""
        who = f"d{to36(self.doctor_id)}" if self.doctor_id else f"s{self.specialty}" if self.specialty else ""
        fields = [
            who,
            _number(self.branch_id),
            _number(self.day.toordinal() if self.day else 0),
            _LETTERS[self.part] if self.part else "",
            _number(self.page),
            _number(self.move),
        ]
        return ".".join(fields).rstrip(".")

    @classmethod
    def parse(cls, text: str) -> "Where":
        """What `pack` wrote; ValueError for everything else."""
        fields = text.split(".")
        if len(fields) > _FIELDS:
            raise ValueError("too many fields")
        who, branch, day, part, page, move = fields + [""] * (_FIELDS - len(fields))
        if who and who[0] not in "sd":
            raise ValueError("neither specialty nor doctor")
        if part and part not in _PARTS:
            raise ValueError("no part of the day")
        return cls(
            specialty=_specialty(who[1:]) if who.startswith("s") else "",
            doctor_id=_at_most(MAX_SCHEDULE_ID, who[1:]) if who.startswith("d") else 0,
            branch_id=_at_most(MAX_SCHEDULE_ID, branch),
            day=_day(_at_most(MAX_ID, day)),
            part=_PARTS[part] if part else None,
            page=_at_most(MOST_PAGES, page),
            move=_at_most(MAX_ID, move),
        )


def where_of_link(payload: str) -> Where | None:
    """``doctor_8``, ``branch_1``, ``specialty_ent``; None for a payload that says nothing to us."""
    kind, _, what = payload.partition("_")
    try:
        match kind:
            case "doctor":
                return Where(doctor_id=_in_tens(what))
            case "branch":
                return Where(branch_id=_in_tens(what))
            case "specialty":
                return Where(specialty=_specialty(what))
    except ValueError:
        return None
    return None


def to36(number: int) -> str:
    """A natural number in base 36."""
    text = ""
    while number:
        number, digit = divmod(number, len(_DIGITS))
        text = _DIGITS[digit] + text
    return text or _DIGITS[0]


def from36(text: str) -> int:
    """Raises ValueError for what `to36` never writes."""
    if not text or any(letter not in _DIGITS for letter in text):
        raise ValueError("not a number in base 36")
    return int(text, len(_DIGITS))


def _in_tens(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(MAX_SCHEDULE_ID))):
        raise ValueError("not a number")
    return int(text)


def _number(number: int) -> str:
    return to36(number) if number else ""


def _at_most(limit: int, text: str) -> int:
    number = from36(text) if text else 0
    if number > limit:
        raise ValueError("too large")
    return number


def _day(ordinal: int) -> date | None:
    if not ordinal:
        return None
    if not date(FIRST_YEAR, 1, 1).toordinal() <= ordinal <= date(LAST_YEAR, 12, 31).toordinal():
        raise ValueError("no day of ours")
    return date.fromordinal(ordinal)


def _read_where(value: Any) -> Any:
    return Where.parse(value) if isinstance(value, str) else value


def _read_number(value: Any) -> Any:
    return _at_most(MAX_ID, value) if isinstance(value, str) else value


At = Annotated[InstanceOf[Where], BeforeValidator(_read_where), PlainSerializer(Where.pack)]
"""A place on the way, as a button's field."""
Number36 = Annotated[int, BeforeValidator(_read_number), PlainSerializer(to36)]
"""A number of a button, shorter than in tens."""
Minute36 = Annotated[int, BeforeValidator(_read_number), Field(le=_LAST_MINUTE), PlainSerializer(to36)]
"""Minutes since the epoch."""


def minute_of(moment: datetime) -> int:
    """`moment` is aware; visits start at whole minutes."""
    return int(moment.timestamp()) // 60


def moment_of(minute: int) -> datetime:
    """In UTC."""
    return datetime.fromtimestamp(minute * 60, UTC)
