"""What is wrong with a file, in words: the section, the entry's own id, the field, and what would be right."""

from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel, ValidationError

from clinic.schedule.importing.document import BranchEntry, Days, DoctorEntry, ImportDocument, VisitTypeEntry

SECTIONS: dict[str, type[BaseModel]] = {"branches": BranchEntry, "visit_types": VisitTypeEntry, "doctors": DoctorEntry}
PATTERNS = {
    "code": "small Latin letters, digits and _, such as first_visit",
    "specialty": "small Latin letters, digits and _, such as cardiologist",
    "price": "an amount and a currency, such as 2500.00 RUB",
    "phone": "a phone number, such as +7 495 000-00-00",
    "languages": "two small letters, such as ru",
}
DAYS = ("closures", "time_off", "extra_hours")


class BadImport(Exception):
    """The file cannot be used; `problems` has one line for each mistake, with its place."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("; ".join(problems[:3]))
        self.problems = problems


def problems_of(error: ValidationError, raw: Any) -> list[str]:
    """'doctors, id 7, hours.mon: …': the entry's own id says more than its position. `raw`: what was validated."""
    return [
        f"{_place(one['loc'], raw)}{_words(one['type'], one['msg'], one['loc'])}"
        for one in error.errors(include_url=False, include_input=False)
    ]


def _place(location: tuple[int | str, ...], raw: Any) -> str:
    if not location:
        return ""
    section, position = (*location, "")[:2]
    place = str(section)
    if isinstance(position, int):
        entry = raw[section][position]
        known = entry.get("id") if isinstance(entry, dict) else None
        place += f", id {known}" if isinstance(known, str | int) and known != "" else f", entry {position + 1}"
    field = ".".join(_step(part) for part in location[2:] if part != "[key]")
    return f"{place}{', ' + field if field else ''}: "


def _step(part: int | str) -> str:
    return str(part + 1) if isinstance(part, int) else part


def _words(kind: str, message: str, location: tuple[int | str, ...]) -> str:
    if kind == "missing":
        return "is missing"
    if kind == "extra_forbidden":
        close = get_close_matches(str(location[-1]), _fields(location), n=1)
        return "there is no such field" + (f"; did you mean '{close[0]}'?" if close else "")
    if kind in ("model_type", "model_attributes_type", "dict_type"):
        return "fields with values are expected here, such as 'id: 1'" if len(location) != 3 else _WEEK
    if kind == "list_type":
        return "a list is expected here"
    if kind == "string_pattern_mismatch":
        return "it should be " + next(example for step, example in PATTERNS.items() if step in location)
    return message.removeprefix("Value error, ").replace("Input should be", "it should be")


_WEEK = "days with hours are expected here, such as 'mon: 09:00-17:30'"


def _fields(location: tuple[int | str, ...]) -> list[str]:
    """The names that may stand where the last step of the location stands."""
    model: type[BaseModel] = ImportDocument
    if len(location) > 1:
        model = Days if location[2] in DAYS and len(location) > 3 else SECTIONS[str(location[0])]
    return [field.alias or name for name, field in model.model_fields.items()]
