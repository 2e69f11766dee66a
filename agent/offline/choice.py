"""One of the shown times, chosen by words: it is shown alone, to be tapped. Nothing is booked by words."""

from agent.offline.choose import FoundSlot, start_of
from agent.offline.say_when import at, tidy
from agent.offline.step import Call, Calls, Say, Step
from agent.offline.talk import Done, Talk
from agent.offline.words import words
from agent.wanted.state import Shown


def next_step(talk: Talk) -> Step:
    say = words(talk.language).say
    chosen = talk.heard.chosen
    again = talk.answers("free_slots")
    if not again:
        return Calls(tuple(_search(one) for one in chosen))
    still = [slot for done in again for slot in done.answer.get("slots", []) if _is_one_of(slot, chosen)]
    if not still:
        return _gone(talk)
    if not talk.answers("propose"):
        reason = say("why-chosen")
        return Calls((Call("propose", {"slots": [{"slot_id": slot["slot_id"], "reason": reason} for slot in still]}),))
    when = at(start_of(still[0]), talk)
    text = tidy(say("chosen", when=when, doctor=still[0]["doctor"], count=len(still)))
    return Say(text[:1].upper() + text[1:])


def _gone(talk: Talk) -> Step:
    """Somebody else was quicker: the nearest of the same doctors."""
    say = words(talk.language).say
    near = talk.answers("nearest_slot")
    if not near:
        return Calls(tuple(_nearest(one) for one in talk.heard.chosen))
    slots = _soonest(near)
    if not slots:
        return Say(say("chosen-gone-nothing"))
    if not talk.answers("propose"):
        choices = [
            {"slot_id": slot["slot_id"], "reason": say("why-first" if slot is slots[0] else "why-later-than-gone")}
            for slot in slots
        ]
        return Calls((Call("propose", {"slots": choices}),))
    return Say(say("chosen-gone", count=len(slots)))


def _search(one: Shown) -> Call:
    moment = one.start.isoformat()
    return Call("free_slots", {"doctor_id": one.doctor_id, "earliest": moment, "latest": moment, "limit": 1})


def _nearest(one: Shown) -> Call:
    return Call("nearest_slot", {"doctor_id": one.doctor_id, "earliest": one.start.isoformat(), "limit": 3})


def _soonest(near: list[Done]) -> list[FoundSlot]:
    found = {slot["slot_id"]: slot for done in near for slot in done.answer.get("slots", [])}
    return sorted(found.values(), key=start_of)[:3]


def _is_one_of(slot: FoundSlot, chosen: tuple[Shown, ...]) -> bool:
    return any(slot["doctor_id"] == one.doctor_id and start_of(slot) == one.start for one in chosen)
