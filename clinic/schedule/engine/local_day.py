"""One local day of a zone: from the wall clock's minutes to instants, across daylight-saving changes.

Gaps and folds follow PEP 495. A wall time inside the gap does not exist; one inside the overlap is taken at its first
occurrence, so that no wall time stands for two visits.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from clinic.schedule.domain.rules import DAY
from clinic.schedule.engine.minutes import Minute, to_minute


@dataclass(frozen=True, slots=True)
class LocalDay:
    """`at` answers for every whole minute 0..1440 of the day's wall clock."""

    zone: ZoneInfo
    day: date
    midnight: Minute
    even: bool
    """No clock change on this day: minutes can simply be added."""

    def at(self, wall: int) -> Minute | None:
        """The instant of a wall time; None if the clock skips it. Of two occurrences, the first."""
        if self.even:
            return self.midnight + wall
        instant = _instant(self.zone, self.day, wall, fold=0)
        return to_minute(instant) if _exists(instant, self.day, wall, self.zone) else None

    def opens(self, wall: int) -> Minute:
        """The instant at which something that begins at a wall time begins: inside the gap, when the gap ends."""
        return self._edge(wall, fold=0)

    def closes(self, wall: int) -> Minute:
        """The instant at which something that lasts until a wall time is over: at the second occurrence of two."""
        return self._edge(wall, fold=1)

    def _edge(self, wall: int, fold: int) -> Minute:
        if self.even:
            return self.midnight + wall
        # A zone may skip a whole day (Samoa did, in 2011), so the search may end on the next one.
        for later in range(wall, wall + DAY + 1):
            instant = _instant(self.zone, self.day, later, fold)
            if _exists(instant, self.day, later, self.zone):
                return to_minute(instant)
        raise ValueError(f"{self.zone.key} has no time from {self.day} on")


@lru_cache(maxsize=20_000)
def local_day(zone: ZoneInfo, day: date) -> LocalDay:
    """The day in the zone; cached, since all doctors of a branch share it."""
    midnight, noon, end = (_instant(zone, day, wall, fold=0) for wall in (0, DAY // 2, DAY))
    even = end - midnight == timedelta(days=1) and noon - midnight == timedelta(hours=12)
    return LocalDay(zone, day, to_minute(midnight), even)


def _instant(zone: ZoneInfo, day: date, wall: int, fold: int) -> datetime:
    naive = datetime(day.year, day.month, day.day, tzinfo=UTC).replace(tzinfo=None) + timedelta(minutes=wall)
    return naive.replace(tzinfo=zone, fold=fold).astimezone(UTC)


def _exists(instant: datetime, day: date, wall: int, zone: ZoneInfo) -> bool:
    back = instant.astimezone(zone)
    return back.date() == day + timedelta(days=wall // DAY) and back.hour * 60 + back.minute == wall % DAY
