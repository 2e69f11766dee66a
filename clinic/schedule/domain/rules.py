"""When somebody works: weekly hours, exceptions, closures. All times are minutes of the branch's local day."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

DAY = 1440


@dataclass(frozen=True, slots=True, order=True)
class WeeklyHours:
    """Working time on one weekday: Monday is 0; `start` and `end` are minutes after midnight, `end` up to 1440."""

    weekday: int
    start: int
    end: int


class ExceptionKind(StrEnum):
    TIME_OFF = "time_off"
    EXTRA_HOURS = "extra_hours"


@dataclass(frozen=True, slots=True, order=True)
class ScheduleException:
    """On each day from `first_day` to `last_day` inclusive, between `start` and `end` minutes, something else holds."""

    kind: ExceptionKind
    first_day: date
    last_day: date
    start: int = 0
    end: int = DAY

    def covers(self, day: date) -> bool:
        return self.first_day <= day <= self.last_day


@dataclass(frozen=True, slots=True, order=True)
class Closure:
    """The branch is shut on each day from `first_day` to `last_day` inclusive, between `start` and `end` minutes."""

    first_day: date
    last_day: date
    start: int = 0
    end: int = DAY

    def covers(self, day: date) -> bool:
        return self.first_day <= day <= self.last_day
