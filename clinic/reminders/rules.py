"""What the settings mean for reminders, ready to be asked again and again."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from clinic.platform.settings import Reminding
from clinic.reminders.domain.moments import Planned, plan
from clinic.reminders.domain.quiet import QuietHours

LONGEST_NIGHT = timedelta(days=1)
"""By at most so much quiet hours bring a reminder forward."""


@dataclass(frozen=True, slots=True)
class Rules:
    """Which reminders there are, and when nobody is written to."""

    before: tuple[tuple[str, timedelta], ...]
    quiet: QuietHours | None
    settings: Reminding

    @property
    def kinds(self) -> list[str]:
        return [kind for kind, _ in self.before]

    @property
    def horizon(self) -> timedelta:
        """Visits that begin within it are planned; those that are later have time."""
        return max((ahead for _, ahead in self.before), default=timedelta()) + LONGEST_NIGHT

    def plan(self, start: datetime, known_at: datetime, zone: str) -> tuple[Planned, ...]:
        """Raises ZoneInfoNotFoundError, ValueError for a zone that is none."""
        return plan(start, known_at, self.before, zone_of(zone), self.quiet)


def rules_of(settings: Reminding) -> Rules:
    quiet = None
    if settings.quiet_hours is not None:
        begin, end = settings.quiet_hours
        quiet = QuietHours(begin.hour * 60 + begin.minute, end.hour * 60 + end.minute)
    ordered = sorted(set(settings.before), reverse=True)
    return Rules(tuple((name_of(ahead), ahead) for ahead in ordered), quiet, settings)


def name_of(ahead: timedelta) -> str:
    """Such as ``24h``, ``2h``, ``90m``."""
    minutes = int(ahead.total_seconds()) // 60
    return f"{minutes // 60}h" if minutes % 60 == 0 else f"{minutes}m"


@lru_cache
def zone_of(name: str) -> ZoneInfo:
    return ZoneInfo(name)
