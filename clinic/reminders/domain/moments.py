"""When a reminder goes out. Moments that come in are aware, those that are answered in UTC; zones are the branch's.

Sums and comparisons are made in UTC: Python takes two moments of one zone by their wall clocks, clock changes or not.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from clinic.reminders.domain.quiet import QuietHours

BEFORE_QUIET = timedelta(minutes=30)
"""What must not go out at night goes out so long before it, so that a queue does not carry it into the night."""
STILL_AHEAD = timedelta(minutes=30)
"""After a quiet night a reminder is worth sending if the visit begins no sooner than so."""
APART = timedelta(hours=1)
"""Quiet hours may bring two reminders of a visit together: of two that are nearer, one is sent."""
TIME_TO_ANSWER = timedelta(hours=2)
"""A 'Coming' is asked for only where so much time is left to say it."""
ASKED_AHEAD = timedelta(hours=24)
"""How long before its deadline a 'Coming' is asked for."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A reminder of a visit; `due_at` None: it is not sent."""

    kind: str
    due_at: datetime | None


def plan(
    start: datetime,
    known_at: datetime,
    before: Sequence[tuple[str, timedelta]],
    zone: ZoneInfo,
    quiet: QuietHours | None,
) -> tuple[Planned, ...]:
    """One for each of `before` (its name, how long before the visit), as given.

    `known_at`: since when the visit stands at this time; what was due before that is not sent, its owner has just
    read the time on the card.
    """
    known_at = known_at.astimezone(UTC)
    kept: dict[str, datetime] = {}
    for kind, ahead in sorted(before, key=lambda one: one[1]):
        due = due_time(start, ahead, known_at, zone, quiet)
        if due is not None and due > known_at and all(other - due >= APART for other in kept.values()):
            kept[kind] = due
    return tuple(Planned(kind, kept.get(kind)) for kind, _ in before)


def due_time(
    start: datetime, ahead: timedelta, known_at: datetime, zone: ZoneInfo, quiet: QuietHours | None
) -> datetime | None:
    """`ahead` before the visit; out of quiet hours the evening before them, else the morning after; None: too late."""
    wanted = start.astimezone(UTC) - ahead
    if quiet is None or not quiet.hold(wanted, zone):
        return wanted
    evening = quiet.began(wanted, zone) - BEFORE_QUIET
    return evening if evening > known_at else morning(start, wanted, zone, quiet)


def put_off(start: datetime, now: datetime, zone: ZoneInfo, quiet: QuietHours | None) -> datetime | None:
    """When a reminder goes out whose time has passed without it; None: it is too late."""
    start, now = start.astimezone(UTC), now.astimezone(UTC)
    if start <= now:
        return None
    if quiet is None or not quiet.hold(now, zone):
        return now
    return morning(start, now, zone, quiet)


def morning(start: datetime, moment: datetime, zone: ZoneInfo, quiet: QuietHours) -> datetime | None:
    """The end of the quiet hours around `moment`, if the visit is still ahead by then."""
    over = quiet.over(moment, zone)
    return over if start.astimezone(UTC) - over >= STILL_AHEAD else None


def awake(moment: datetime, zone: ZoneInfo, quiet: QuietHours | None) -> datetime:
    """The first moment from `moment` on at which people may be written to."""
    if quiet is None or not quiet.hold(moment, zone):
        return moment.astimezone(UTC)
    return quiet.over(moment, zone)


def confirm_by(start: datetime, hour: int, zone: ZoneInfo) -> datetime:
    """The hour of the day before the visit, on the branch's clock."""
    return datetime.combine(start.astimezone(zone).date() - timedelta(days=1), time(hour), zone).astimezone(UTC)


def ask_at(deadline: datetime, known_at: datetime, zone: ZoneInfo, quiet: QuietHours | None) -> datetime | None:
    """When a 'Coming' that is due by `deadline` is asked for; None: too late to ask fairly."""
    deadline, known_at = deadline.astimezone(UTC), known_at.astimezone(UTC)
    wanted = max(deadline - ASKED_AHEAD, known_at)
    if quiet is not None and quiet.hold(wanted, zone):
        evening = quiet.began(wanted, zone) - BEFORE_QUIET
        wanted = evening if evening > known_at else quiet.over(wanted, zone)
    return wanted if deadline - wanted >= TIME_TO_ANSWER else None
