"""From a known specialty to a proposal: look, look further if there is nothing, propose, say."""

from datetime import date, datetime, timedelta
from typing import Any

from agent.offline import tell
from agent.offline.choose import choose, refused
from agent.offline.need import Need
from agent.offline.say_when import first_day
from agent.offline.step import Call, Calls, Say, Step
from agent.offline.talk import Done, Talk
from understanding.dates import DateWish, Window

MOST_WINDOWS = 3
TO_CHOOSE_FROM = 12
FROM_THE_MIDDLE = 4
MANY_DAYS = 2


def next_step(talk: Talk, need: Need) -> Step:
    known = talk.answers("specialties")
    if not known:
        return Calls((Call("specialties", {}), *_look(need.candidates[0], need)))
    offered: dict[str, int] = known[-1].answer.get("specialties", {})
    specialty = next((code for code in need.candidates if offered.get(code)), None)
    if specialty is None:
        return Say(tell.no_doctor(talk, need))
    if talk.answers("propose"):
        return Say(tell.found(talk, need, specialty, _slots(talk.done, specialty), talk.answers("propose")[-1].args))
    searches = talk.answers("free_slots", specialty=specialty) + talk.answers("nearest_slot", specialty=specialty)
    if not searches:
        return Calls(_look(specialty, need))
    usable = [slot for slot in _slots(searches, specialty) if not refused(slot, need.wish, talk.now)]
    if usable:
        around = None if tell.met(talk, specialty) else _instant(need.wish)
        chosen = choose(usable, soonest=need.wish.asap, around=around, other_days=any(map(_long, need.wish.windows)))
        return Calls((Call("propose", {"slots": tell.with_reasons(talk, need, specialty, chosen)}),))
    if not talk.answers("nearest_slot", specialty=specialty):
        day = first_day(need.wish, talk.now)
        return Calls((_nearest(specialty, day if day > talk.now.date() else None),))
    return Say(tell.nothing(talk, need, specialty))


def _look(specialty: str, need: Need) -> tuple[Call, ...]:
    """A search for each window; the nearest slots if the patient named none, or only 'as soon as possible'.

    The soonest slots of a whole week may all be on its first day, so a long window is looked at from its middle too.
    """
    windows = [window for window in need.wish.windows if not (need.wish.asap and window.end is None)]
    if not windows:
        return (_nearest(specialty, None),)
    searches = [_free(specialty, window, TO_CHOOSE_FROM) for window in windows[:MOST_WINDOWS]]
    middles = [(middle, window.end) for window in windows[:1] if (middle := _middle(window)) and not need.wish.asap]
    return (*searches, *(_free(specialty, Window(middle, end), FROM_THE_MIDDLE) for middle, end in middles))


def _free(specialty: str, window: Window, limit: int) -> Call:
    args: dict[str, Any] = {"specialty": specialty, "limit": limit}
    if window.start is not None:
        args["earliest"] = window.start.isoformat()
    if window.end is not None:
        args["latest"] = window.end.isoformat()
    return Call("free_slots", args)


def _nearest(specialty: str, after: date | None) -> Call:
    args: dict[str, Any] = {"specialty": specialty, "limit": TO_CHOOSE_FROM}
    return Call("nearest_slot", args if after is None else args | {"earliest": after.isoformat()})


def _instant(wish: DateWish) -> datetime | None:
    """The hour that the patient named first."""
    start = wish.windows[0].start if wish.windows else None
    return start if isinstance(start, datetime) and not wish.asap else None


def _long(window: Window) -> bool:
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


def _slots(searches: tuple[Done, ...] | list[Done], specialty: str) -> list[dict[str, Any]]:
    """Slots of all searches, each once, soonest first."""
    found = {slot["slot_id"]: slot for done in searches for slot in done.answer.get("slots", [])}
    of_it = (slot for slot in found.values() if slot["specialty"] == specialty)
    return sorted(of_it, key=lambda slot: (datetime.fromisoformat(slot["start"]), slot["doctor_id"]))
