"""The offline model's final texts, and its reasons for each slot."""

from collections import Counter
from datetime import datetime
from typing import Any

from agent.offline.choose import FoundSlot, start_of
from agent.offline.need import Need
from agent.offline.say_when import at, first_day, until, wished
from agent.offline.talk import Talk
from agent.offline.words import words
from contracts.schedule import ReasonCode


def with_reasons(talk: Talk, need: Need, specialty: str, slots: list[FoundSlot]) -> list[dict[str, str]]:
    """The argument of `propose`: each slot and why it is there; the first is the best."""
    best = slots[0]
    after = _after(need) if met(talk, specialty) else None
    return [{"slot_id": slot["slot_id"], "reason": _why(slot, best, talk, after)} for slot in slots]


def _why(slot: FoundSlot, best: FoundSlot, talk: Talk, after: str | None) -> str:
    say = words(talk.language).say
    if slot is best:
        return say("why-first-after", time=after) if after else say("why-first")
    if slot["doctor_id"] != best["doctor_id"]:
        return say("why-another-doctor")
    if start_of(slot).date() != start_of(best).date():
        return say("why-another-day")
    return say("why-later" if start_of(slot) > start_of(best) else "why-earlier")


def _after(need: Need) -> str | None:
    """The hour from which the patient is free, if they said one."""
    begins = [window.start for window in need.wish.windows if isinstance(window.start, datetime)]
    one = begins[0] if len(begins) == 1 and not need.wish.asap else None
    return f"{one:%H:%M}" if one and need.wish.windows[0].end != one else None


def met(talk: Talk, specialty: str) -> bool:
    """Whether a search inside the wish has found something."""
    return any(done.answer.get("slots") for done in talk.answers("free_slots", specialty=specialty))


def found(talk: Talk, need: Need, specialty: str, slots: list[FoundSlot], proposal: dict[str, Any]) -> str:
    """What is proposed, for which wish, and why nothing that fits it if nothing does."""
    say = words(talk.language).say
    whom, count = to_whom(talk, specialty), len(proposal["slots"])
    wish = wished(need.wish.windows, talk)
    asked_for_time = bool(talk.answers("free_slots", specialty=specialty))
    if asked_for_time and not met(talk, specialty):
        best = proposal["slots"][0]["slot_id"]
        nearest = next(start_of(slot) for slot in slots if slot["slot_id"] == best)
        text = say(
            "found-instead",
            to=whom,
            wish=wish,
            why=why_not(talk, need, specialty),
            nearest=at(nearest, talk),
            count=count,
        )
    elif asked_for_time:
        text = say("found", to=whom, wish=wish, count=count)
    else:
        text = say("found-nearest", to=whom, count=count)
    return _sentence(_instead_of(talk, need, specialty) + text[:1].upper() + text[1:])


def nothing(talk: Talk, need: Need, specialty: str) -> str:
    wish, why = wished(need.wish.windows, talk), why_not(talk, need, specialty)
    message = "found-nothing-then" if wish else "found-nothing"
    return _sentence(words(talk.language).say(message, to=to_whom(talk, specialty), wish=wish, why=why))


def no_doctor(talk: Talk, need: Need) -> str:
    return words(talk.language).say("no-such-doctor", specialty=_name(talk, need.specialties[0]))


def why_not(talk: Talk, need: Need, specialty: str) -> str:
    """The reasons of the searches that found nothing: ': the doctor is busy until Tuesday', or nothing."""
    say = words(talk.language).say
    searches = talk.answers("free_slots", specialty=specialty) + talk.answers("nearest_slot", specialty=specialty)
    empty = [done.answer for done in searches if not done.answer.get("slots")]
    told = [reason for answer in empty for reason in answer.get("reasons", [])]
    if not told:
        return ""
    code = Counter(reason["code"] for reason in told).most_common(1)[0][0]
    of_code = [reason for reason in told if reason["code"] == code]
    ends = [datetime.fromisoformat(reason["until"]) for reason in of_code if "until" in reason]
    doctors = len({reason.get("doctor_id") for reason in of_code})
    known = code if code in set(ReasonCode) else ReasonCode.DOCTOR_FULL
    ending = " " + until(min(ends), talk, seen_from=first_day(need.wish, talk.now)) if ends else ""
    return say("because", reason=say(f"reason-{known.replace('_', '-')}", doctors=doctors, until=ending))


def to_whom(talk: Talk, specialty: str) -> str:
    """'к отоларингологу', 'an ENT doctor'."""
    say = words(talk.language)
    return say.say(f"specialty-{specialty}.to" if say.has(f"specialty-{specialty}") else "specialty-other.to")


def _name(talk: Talk, specialty: str) -> str:
    say = words(talk.language)
    return say.say(f"specialty-{specialty}" if say.has(f"specialty-{specialty}") else "specialty-other")


def _instead_of(talk: Talk, need: Need, specialty: str) -> str:
    """A sentence of its own if the doctor is not the one that was asked for."""
    if specialty == need.specialties[0]:
        return ""
    wanted = _name(talk, need.specialties[0])
    return words(talk.language).say("instead-of", wanted=wanted, to=to_whom(talk, specialty)) + " "


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
