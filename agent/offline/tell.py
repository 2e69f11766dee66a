"""The offline model's final texts about free time, and its reasons for each slot."""

from collections import Counter
from datetime import datetime
from typing import Any

from babel import Locale

from agent.offline.aim import Aim, Trait
from agent.offline.choose import FoundSlot, start_of
from agent.offline.need import Need
from agent.offline.say_when import at, first_day, tidy, until, wished
from agent.offline.step import Call
from agent.offline.talk import Talk
from agent.offline.whom import named
from agent.offline.words import words
from agent.wanted.times import windows
from contracts.schedule import ReasonCode

SPECIALTIES = Call("specialties", {})


def proposal(talk: Talk, need: Need, aim: Aim, slots: list[FoundSlot]) -> Call:
    """The call of `propose`: each slot and why it is there; the first is the best."""
    best, after = slots[0], _after(need) if met(talk, aim) else None
    reasons = [{"slot_id": slot["slot_id"], "reason": _why(slot, best, talk, after)} for slot in slots]
    return Call("propose", {"slots": reasons})


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
    hours = {f"{one:%H:%M}" for one in begins}
    if need.than or need.wish.asap or len(hours) != 1 or len(begins) != len(need.wish.windows):
        return None
    return None if need.wish.windows[0].end == begins[0] else hours.pop()


def met(talk: Talk, aim: Aim) -> bool:
    """Whether a search inside the wish has found something."""
    return any(done.answer.get("slots") for done in talk.searches("free_slots", aim.whom))


def found(talk: Talk, need: Need, aim: Aim, slots: list[FoundSlot], proposed: dict[str, Any]) -> str:
    """What is proposed, for which wish, and why nothing that fits it if nothing does."""
    say = words(talk.language).say
    timed, wish = bool(talk.searches("free_slots", aim.whom)), _wished(talk, need)
    values: dict[str, Any] = {
        "to": to_whom(talk, aim),
        "wish": wish,
        "count": len(proposed["slots"]),
        "asked": as_asked(talk, aim),
        "more": "more" if talk.heard.turn == "more" else "first",
    }
    best = next(slot for slot in slots if slot["slot_id"] == proposed["slots"][0]["slot_id"])
    if timed and not _inside(talk, aim, best):
        text = say("found-instead", **values, why=why_not(talk, need, aim), nearest=at(start_of(best), talk))
    else:
        text = say("found" if timed and wish else "found-nearest", **values)
    return _sentences(preface(talk), _given_up(talk, need, aim), text, _other_reading(talk))


def nothing(talk: Talk, need: Need, aim: Aim) -> str:
    wish, why = _wished(talk, need), why_not(talk, need, aim)
    message = "found-nothing-then" if wish else "found-nothing"
    text = words(talk.language).say(message, to=to_whom(talk, aim), wish=wish, why=why)
    return _sentences(preface(talk), text)


def nobody_else(talk: Talk, need: Need) -> str:
    """Everybody of the specialty has been refused."""
    name = _name(talk, need.candidates[0]) if need.candidates else words(talk.language).say("specialty-other")
    return _sentences(preface(talk), words(talk.language).say("nobody-else", specialty=name))


def no_doctor(talk: Talk, need: Need) -> str:
    say = words(talk.language).say
    return _sentences(preface(talk), say("no-such-doctor", specialty=_name(talk, need.specialties[0])))


def preface(talk: Talk) -> str:
    """What has to be said before anything else: no advice from here, a name that nobody has, no earlier visit."""
    heard, say = talk.heard, words(talk.language).say
    if heard.question == "advice":
        return say("no-advice")
    if heard.unknown_doctor and not heard.doctors:
        return say("unknown-doctor")
    return say("no-usual") if heard.usual and not heard.doctors and not talk.wanted.doctors else ""


def why_not(talk: Talk, need: Need, aim: Aim) -> str:
    """The reasons of the searches that found nothing: ': the doctor is busy until Tuesday', or nothing."""
    say = words(talk.language).say
    searches = talk.searches("free_slots", aim.whom) + talk.searches("nearest_slot", aim.whom)
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


def to_whom(talk: Talk, aim: Aim) -> str:
    """'к лору', 'к Наталье Светловой', 'an ENT doctor'."""
    if aim.specialty is None:
        return named([talk.doctors[one] for one in talk.wanted.doctors if one in talk.doctors], talk.language)
    say = words(talk.language)
    name = f"specialty-{aim.specialty}"
    return say.say(f"{name}.to" if say.has(name) else "specialty-other.to")


def as_asked(talk: Talk, aim: Aim) -> str:
    """', как вы просили: врач-женщина'; empty if nothing of that kind was asked for."""
    listed = ", ".join(_trait(one, talk) for one in aim.kept if one != "doctor")
    return words(talk.language).say("as-asked", traits=listed) if listed else ""


def _given_up(talk: Talk, need: Need, aim: Aim) -> str:
    """What of the wish could not be kept, never in silence."""
    say = words(talk.language).say
    told = []
    if aim.instead_of_full is not None:
        first = Aim(aim.instead_of_full, ({"specialty": aim.instead_of_full},))
        values = {"to": to_whom(talk, first), "wish": _wished(talk, need), "why": why_not(talk, need, first)}
        return say("full-so", **values, other=to_whom(talk, aim))
    if aim.specialty is not None and need.specialties and aim.specialty != need.specialties[0]:
        wanted = _name(talk, need.specialties[0])
        told.append(say("instead-of", wanted=wanted, to=to_whom(talk, aim)))
    if aim.given_up:
        traits = ", ".join(_trait(one, talk) for one in aim.given_up)
        told.append(say("given-up-full" if aim.because_full else "given-up", traits=traits))
    return " ".join(told)


def _trait(trait: Trait, talk: Talk) -> str:
    wanted, say = talk.wanted, words(talk.language).say
    if trait == "gender":
        return say("trait-gender", gender=wanted.gender or "")
    if trait == "language":
        spoken = Locale(talk.language).languages.get(wanted.language or "", wanted.language or "")
        return say("trait-language", language=spoken)
    if trait == "branch":
        return say("trait-branch", branch=talk.branches.get(wanted.branch or 0, "").partition(": ")[0])
    names = [talk.doctors[one] for one in wanted.doctors if one in talk.doctors]
    return say("trait-doctor", names=", ".join(names))


def _wished(talk: Talk, need: Need) -> str:
    than, say = talk.wanted.than, words(talk.language).say
    if than is not None:
        return say("than", turn=than.turn)
    if not talk.wanted.windows and talk.wanted.hours is None:
        return ""  # only refusals: what is left of the near days would be a long sentence
    return wished(need.wish.windows, talk, hours=need.hours)


def _inside(talk: Talk, aim: Aim, slot: FoundSlot) -> bool:
    """Whether a search within the wish has found this slot."""
    searches = talk.searches("free_slots", aim.whom)
    return any(one["slot_id"] == slot["slot_id"] for done in searches for one in done.answer.get("slots", []))


def _name(talk: Talk, specialty: str) -> str:
    say = words(talk.language)
    return say.say(f"specialty-{specialty}" if say.has(f"specialty-{specialty}") else "specialty-other")


def _other_reading(talk: Talk) -> str:
    """'Next Friday' may be the nearer one: the patient, who knows, reads both dates."""
    spoken = wished(windows(talk.heard.other), talk)
    return words(talk.language).say("other-reading", wish=spoken) if spoken else ""


def _sentences(*texts: str) -> str:
    return " ".join(text[:1].upper() + text[1:] for text in map(tidy, texts) if text)
