"""From a known wish to a proposal: look, look further if there is nothing, propose, say."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from agent.offline import tell
from agent.offline.aim import Aim, Unknown, by_name, first_look, of_specialty
from agent.offline.choose import FoundSlot, choose
from agent.offline.look import further, is_long, look, usable
from agent.offline.need import Need, need
from agent.offline.step import Calls, Say, Step
from agent.offline.talk import Done, Talk
from understanding.dates import DateWish

MOST_OTHERS = 2
"""How many other specialties are looked for when the best one has no time."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was found with an aim: `met` inside the wish about time, else nearest to it."""

    aim: Aim
    slots: list[FoundSlot]
    met: bool
    timed: bool
    """Whether there was a wish about time to meet."""


def next_step(talk: Talk) -> Step:
    wish = need(talk)
    last: Aim | None = None
    for aim in _aims(talk, wish):
        if isinstance(aim, Calls | Say):
            return aim
        last = aim
        found = _with(aim, wish, talk)
        if isinstance(found, Calls):
            return found
        if found is not None:
            other = None if found.met else _in_time(aim, wish, talk)
            return other if isinstance(other, Calls) else _proposed(other or found, wish, talk)
    return Say(tell.nothing(talk, wish, last) if last is not None else tell.nobody_else(talk, wish))


def _aims(talk: Talk, wish: Need) -> Iterator[Aim | Calls | Say]:
    """The aims to try, in order; tools to call when more has to be known, or words when nobody is there."""
    if talk.wanted.doctors:
        yield by_name(talk.wanted)
    if not wish.candidates:
        return
    known = talk.answers("specialties")
    if not known:
        first = first_look(wish, talk.wanted)
        asked = of_specialty(wish.candidates[0], talk)
        also = asked.calls if isinstance(asked, Unknown) else ()
        looks = look(first, wish, talk) if first is not None and not talk.wanted.doctors else ()
        yield Calls((tell.SPECIALTIES, *also, *looks))
        return
    offered: dict[str, int] = known[-1].answer.get("specialties", {})
    specialty = next((code for code in wish.candidates if offered.get(code)), None)
    if specialty is None:
        yield Say(tell.no_doctor(talk, wish))
        return
    tried = of_specialty(specialty, talk)
    if isinstance(tried, Unknown):
        yield Calls(tried.calls)
        return
    yield from tried


def _in_time(first: Aim, wish: Need, talk: Talk) -> Outcome | Calls | None:
    """The next best specialty for the same complaint, if it has time when the patient wants to come.

    Not for who asked for a doctor or a specialty by name, or described the doctor.
    """
    wanted = talk.wanted
    if wanted.named or wanted.than or first.kept or first.given_up or first.specialty is None or not wanted.windows:
        return None
    offered: dict[str, int] = talk.answers("specialties")[-1].answer.get("specialties", {})
    if wanted.refused_doctors or wanted.refused_branches:
        return None
    others = [code for code in wish.candidates if code != first.specialty and offered.get(code)][:MOST_OTHERS]
    aims = [Aim(code, ({"specialty": code},), instead_of_full=first.specialty) for code in others]
    if aims and not any(talk.searches("free_slots", aim.whom) for aim in aims):
        return Calls(tuple(call for aim in aims for call in look(aim, wish, talk)))
    found = ((aim, usable(talk.searches("free_slots", aim.whom), aim, wish, talk)) for aim in aims)
    return next((Outcome(aim, slots, met=True, timed=True) for aim, slots in found if slots), None)


def _with(aim: Aim, wish: Need, talk: Talk) -> Outcome | Calls | None:
    """What there is with this aim; None if there is no free time at all."""
    inside, near = talk.searches("free_slots", aim.whom), talk.searches("nearest_slot", aim.whom)
    if not inside and not near:
        return Calls(look(aim, wish, talk))
    timed = bool(inside)
    if slots := usable(inside, aim, wish, talk):
        return Outcome(aim, slots, met=True, timed=True)
    if slots := usable(near, aim, wish, talk):
        return Outcome(aim, slots, met=not timed, timed=timed)
    calls = further(aim, wish, talk)
    asked: list[Done] = [one for call in calls for one in near if one.args == call.args]
    return Calls(calls) if timed and not asked else None


def _proposed(found: Outcome, wish: Need, talk: Talk) -> Step:
    if talk.answers("propose"):
        return Say(tell.found(talk, wish, found.aim, found.slots, talk.answers("propose")[-1].args))
    around = None if found.met else _instant(wish.wish)
    chosen = choose(found.slots, soonest=wish.wish.asap, around=around, other_days=any(map(is_long, wish.wish.windows)))
    return Calls((tell.proposal(talk, wish, found.aim, chosen),))


def _instant(wish: DateWish) -> datetime | None:
    """The hour that the patient named first."""
    start = wish.windows[0].start if wish.windows else None
    return start if isinstance(start, datetime) and not wish.asap else None
