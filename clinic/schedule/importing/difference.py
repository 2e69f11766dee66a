"""What an import would change, line by line, for a person to read before it happens. No I/O."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from itertools import groupby
from typing import Any, Literal

from clinic.schedule.domain.clinic import Branch, Doctor, Schedule, VisitType
from clinic.schedule.domain.rules import Closure, ScheduleException, WeeklyHours
from clinic.schedule.importing.document import WEEKDAYS
from clinic.schedule.importing.times import format_spans

Entity = Branch | Doctor | VisitType


@dataclass(frozen=True, slots=True)
class Change:
    section: Literal["branch", "visit type", "doctor"]
    key: int
    old: Entity | None
    new: Entity

    def lines(self) -> list[str]:
        """'+ doctor 7: …' for a new one, '~ doctor 7: office_number: 12 -> 14' for a changed one."""
        if self.old is None:
            return [f"+ {self.section} {self.key}: {getattr(self.new, 'full_name', None) or self.new.name}"]  # type: ignore[union-attr]
        return [
            f"~ {self.section} {self.key}: {field.name}: {_shown(was)} -> {_shown(is_)}"
            for field in fields(self.new)
            if (was := getattr(self.old, field.name)) != (is_ := getattr(self.new, field.name))
        ]


def difference(current: Schedule, new: Schedule) -> list[Change]:
    """Everything that is new or not what it was, branches first."""
    return [
        *_changes("branch", current.branches, new.branches),
        *_changes("visit type", current.visit_types, new.visit_types),
        *_changes("doctor", current.doctors, new.doctors),
    ]


def _changes(
    section: Literal["branch", "visit type", "doctor"], old: Mapping[int, Entity], new: Mapping[int, Entity]
) -> list[Change]:
    return [Change(section, key, old.get(key), entity) for key, entity in new.items() if old.get(key) != entity]


def _shown(value: Any) -> str:
    if isinstance(value, tuple):
        if value and isinstance(value[0], WeeklyHours):
            days = groupby(value, key=lambda hours: hours.weekday)
            return "; ".join(f"{WEEKDAYS[day]} {format_spans([(h.start, h.end) for h in of])}" for day, of in days)
        return "; ".join(map(_shown, value)) or "none"
    if isinstance(value, Closure | ScheduleException):
        kind = f"{value.kind} " if isinstance(value, ScheduleException) else ""
        return f"{kind}{value.first_day}..{value.last_day} {format_spans([(value.start, value.end)])}"
    return str(value)
