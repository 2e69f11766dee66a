"""The searches for a wish about time: the windows, a look into the middle of a long one, and what is nearest."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from agent.offline.aim import Aim, Whom
from agent.offline.choose import FoundSlot, refused, start_of
from agent.offline.need import Need, unseen
from agent.offline.say_when import first_day
from agent.offline.step import Call
from agent.offline.talk import Done, Talk
from contracts.schedule import PartOfDay
from understanding.dates import Window

FEW_WINDOWS, MANY_SEARCHES = 3, 4
TO_CHOOSE_FROM, MANY = 12, 40
FROM_THE_MIDDLE = 4
MANY_DAYS = 2
_PARTS = {PartOfDay.MORNING: (0, 720), PartOfDay.AFTERNOON: (720, 1020), PartOfDay.EVENING: (1020, 1440)}


def look(aim: Aim, need: Need, talk: Talk) -> tuple[Call, ...]:
    """A search for each window and doctor; the nearest slots if no time was named, or only 'as soon as possible'.

    The soonest slots of a whole week may all be on its first day, so a long window is looked at from its middle too.
    Of many windows (every evening of two weeks) the first are searched for one by one, then all of them at once.
    """
    windows = [window for window in need.wish.windows if not (need.wish.asap and window.end is None)]
    if not windows:
        return nearest(aim, None, limit=MANY if talk.wanted.seen or need.wish.refused else TO_CHOOSE_FROM)
    wide = MANY if talk.wanted.seen or aim.allowed is not None else TO_CHOOSE_FROM
    few = 1 if len(aim.whom) > 1 else FEW_WINDOWS
    if len(windows) <= few:
        middles = [(middle, window.end) for window in windows[:1] if (middle := _middle(window)) and not need.wish.asap]
        searches = [(window, wide) for window in windows]
        searches += [(Window(middle, end), FROM_THE_MIDDLE) for middle, end in middles]
        return tuple(_free(whom, window, limit) for whom in aim.whom for window, limit in searches)
    first = [(window, wide) for window in windows[: few - 1]]
    hull = Window(windows[few - 1].start, windows[-1].end)
    return tuple(
        call
        for whom in aim.whom
        for call in (*(_free(whom, window, limit) for window, limit in first), _free(whom, hull, MANY, _part(need)))
    )


def further(aim: Aim, need: Need, talk: Talk) -> tuple[Call, ...]:
    """What is nearest, when nothing fits the windows: from the wished day on, or from what was shown."""
    than = talk.wanted.than
    if than is not None and than.turn == "later":
        return nearest(aim, than.moment.astimezone(talk.now.tzinfo) + timedelta(minutes=1))
    day = first_day(need.wish, talk.now)
    return nearest(aim, day if day > talk.now.date() else None)


def nearest(aim: Aim, after: date | None, *, limit: int = MANY) -> tuple[Call, ...]:
    when = {} if after is None else {"earliest": after.isoformat()}
    return tuple(Call("nearest_slot", {**whom, "limit": limit, **when}) for whom in aim.whom)


def usable(searches: Iterable[Done], aim: Aim, need: Need, talk: Talk) -> list[FoundSlot]:
    """What the searches found, each once, soonest first, without what was refused; only what fits the windows, if it
    was searched for within them."""
    found: dict[str, FoundSlot] = {}
    for done in searches:
        inside = done.tool == "free_slots"
        for slot in done.answer.get("slots", []):
            if aim.admits(slot) and not (inside and not _fits(slot, need)):
                found[slot["slot_id"]] = slot
    left = [slot for slot in found.values() if not refused(slot, need.wish, talk.now) and not _habit(slot, talk)]
    return sorted(unseen(left, talk), key=lambda slot: (start_of(slot), slot["doctor_id"]))


def _habit(slot: FoundSlot, talk: Talk) -> bool:
    """Whether it is at an hour that is refused on any day."""
    start = start_of(slot)
    minute = start.hour * 60 + start.minute
    return any(begin <= minute < end for begin, end in talk.wanted.refused_hours)


def _fits(slot: FoundSlot, need: Need) -> bool:
    start = start_of(slot)
    return any(_within(start, window) for window in need.wish.windows)


def _within(start: datetime, window: Window) -> bool:
    begin, end = window.start, window.end
    after = start >= begin if isinstance(begin, datetime) else begin is None or start.date() >= begin
    if end is None or not after:
        return after
    if isinstance(end, datetime):
        return start < end or (begin == end and start == begin)
    return start.date() <= end


def _free(whom: Whom, window: Window, limit: int, part: PartOfDay | None = None) -> Call:
    args: dict[str, Any] = {**whom, "limit": limit}
    if window.start is not None:
        args["earliest"] = window.start.isoformat()
    if window.end is not None:
        args["latest"] = window.end.isoformat()
    if part is not None:
        args["part_of_day"] = part.value
    return Call("free_slots", args)


def _part(need: Need) -> PartOfDay | None:
    """The part of the day in which all of the wished hours are."""
    if need.hours is None:
        return None
    begin, end = need.hours
    last = max(begin, end - 1)
    return next((part for part, (first, until) in _PARTS.items() if first <= begin and last < until), None)


def is_long(window: Window) -> bool:
    """Whether a window holds at least three days, so that other days are a choice in it."""
    return _middle(window) is not None


def _middle(window: Window) -> date | None:
    """The day in the middle of a long window."""
    first, last = _day(window.start), _day(window.end)
    if first is None or last is None or (days := (last - first).days) < MANY_DAYS:
        return None
    return first + timedelta(days=(days + 1) // 2)


def _day(moment: date | datetime | None) -> date | None:
    return moment.date() if isinstance(moment, datetime) else moment
