"""When a reminder goes out. Every moment is aware; zones are the branch's."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from clinic.reminders.domain.quiet import QuietHours

BEFORE_QUIET = timedelta(minutes=30)
"""What must not go out at night goes out so long before it, so that a queue does not carry it into the night."""
STILL_AHEAD = timedelta(minutes=30)
"""After a quiet night a reminder is worth sending if the visit begins no sooner than so."""
APART = timedelta(hours=1)
"""Quiet hours may bring two reminders of a visit together: of two that are nearer, the later one is sent."""
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
    due = {kind: due_time(start, ahead, known_at, zone, quiet) for kind, ahead in before}
    kept = {kind: at for kind, at in due.items() if at is not None and at > known_at}
    for kind, at in list(kept.items()):
        if any(other > at and other - at < APART for other in kept.values()):
            del kept[kind]
    return tuple(Planned(kind, kept.get(kind)) for kind, _ in before)


def due_time(
    start: datetime, ahead: timedelta, known_at: datetime, zone: ZoneInfo, quiet: QuietHours | None
) -> datetime | None:
    """`ahead` before the visit; out of quiet hours the evening before them, else the morning after; None: too late."""
    wanted = start - ahead
    if quiet is None or not quiet.hold(wanted, zone):
        return wanted
    evening = quiet.began(wanted, zone) - BEFORE_QUIET
    return evening if evening > known_at else morning(start, wanted, zone, quiet)


def put_off(start: datetime, now: datetime, zone: ZoneInfo, quiet: QuietHours | None) -> datetime | None:
    """When a reminder goes out whose time has passed without it; None: it is too late."""
    if start <= now:
        return None
    if quiet is None or not quiet.hold(now, zone):
        return now
    return morning(start, now, zone, quiet)


def morning(start: datetime, moment: datetime, zone: ZoneInfo, quiet: QuietHours) -> datetime | None:
    """The end of the quiet hours around `moment`, if the visit is still ahead by then."""
    over = quiet.over(moment, zone)
    return over if start - over >= STILL_AHEAD else None


def awake(moment: datetime, zone: ZoneInfo, quiet: QuietHours | None) -> datetime:
    """The first moment from `moment` on at which people may be written to."""
    if quiet is None or not quiet.hold(moment, zone):
        return moment
    return quiet.over(moment, zone)


def confirm_by(start: datetime, hour: int, zone: ZoneInfo) -> datetime:
    """The hour of the day before the visit, on the branch's clock."""
    return datetime.combine(start.astimezone(zone).date() - timedelta(days=1), time(hour), zone)


def ask_at(deadline: datetime, known_at: datetime, zone: ZoneInfo, quiet: QuietHours | None) -> datetime | None:
    """When a 'Coming' that is due by `deadline` is asked for; None: too late to ask fairly."""
    wanted = max(deadline - ASKED_AHEAD, known_at)
    if quiet is not None and quiet.hold(wanted, zone):
        evening = quiet.began(wanted, zone) - BEFORE_QUIET
        wanted = evening if evening > known_at else quiet.over(wanted, zone)
    return wanted if deadline - wanted >= TIME_TO_ANSWER else None
