"""The hours in which nobody is written to, on the wall clock of the branch."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

A_DAY = timedelta(days=1)
MOST_MINUTES = 20 * 60
"""A day must leave some hours to write in."""


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From minute `begin` of the local day to minute `end`, of the next day if that is smaller; `end` is not quiet."""

    begin: int
    end: int

    def __post_init__(self) -> None:
        if not (0 <= self.begin < 1440 and 0 <= self.end < 1440):
            raise ValueError("times of a day are needed, such as 21:00-08:00")
        if not 0 < (self.end - self.begin) % 1440 <= MOST_MINUTES:
            raise ValueError("quiet hours last at most 20 hours")

    def hold(self, moment: datetime, zone: ZoneInfo) -> bool:
        """Whether they hold at an aware moment."""
        wall = _minute(moment.astimezone(zone))
        if self.begin < self.end:
            return self.begin <= wall < self.end
        return wall >= self.begin or wall < self.end

    def began(self, moment: datetime, zone: ZoneInfo) -> datetime:
        """When those began that hold at `moment`; in UTC."""
        local = moment.astimezone(zone)
        yesterday = self.begin > self.end and _minute(local) < self.end
        day = local.date() - A_DAY if yesterday else local.date()
        return datetime.combine(day, _time(self.begin), zone).astimezone(UTC)

    def over(self, moment: datetime, zone: ZoneInfo) -> datetime:
        """When those are over that hold at `moment`: of a wall time that comes twice, at the second one. In UTC."""
        local = moment.astimezone(zone)
        tomorrow = self.begin > self.end and _minute(local) >= self.begin
        day = local.date() + A_DAY if tomorrow else local.date()
        return datetime.combine(day, _time(self.end).replace(fold=1), zone).astimezone(UTC)


def _minute(local: datetime) -> int:
    return local.hour * 60 + local.minute


def _time(minute: int) -> time:
    return time(minute // 60, minute % 60)
