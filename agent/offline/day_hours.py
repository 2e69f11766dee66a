"""Until when a doctor sees patients on a day: the records tell it by the first and the last free time, no more."""

from datetime import date, datetime

from agent.offline.aim import Whom
from agent.offline.choose import FoundSlot, start_of
from agent.offline.say_when import day, tidy
from agent.offline.step import Call, Calls, Say, Step
from agent.offline.talk import Done, Talk
from agent.offline.whom import named
from agent.offline.words import words
from agent.wanted.state import Stretch

MANY = 40
"""The most that one search returns: a day with as many is looked at again from the last of them."""
MOST_SEARCHES = 4


def can_tell(talk: Talk) -> bool:
    """Whether it is known of whom and of which day the question is."""
    return _whom(talk) is not None and _day(talk) is not None


def next_step(talk: Talk) -> Step:
    """Only after `can_tell`."""
    whom, which = _whom(talk), _day(talk)
    if whom is None or which is None:
        raise ValueError("nobody or no day is known")
    done = talk.searches("free_slots", [whom])
    found = _starts(done)
    full = bool(done) and len(done[-1].answer.get("slots", [])) == MANY
    if not done or (full and len(done) < MOST_SEARCHES):
        earliest = found[-1].isoformat() if found else which.isoformat()
        return Calls((Call("free_slots", {**whom, "limit": MANY, "earliest": earliest, "latest": which.isoformat()}),))
    return Say(_told(talk, which, found))


def _told(talk: Talk, which: date, found: list[datetime]) -> str:
    say = words(talk.language).say
    to, when = _to(talk), day(which, talk)
    if not found:
        text = say("day-hours-none", to=to, day=when)
    else:
        text = say("day-hours", to=to, day=when, first=f"{found[0]:%H:%M}", last=f"{found[-1]:%H:%M}")
    text = tidy(text)
    return text[:1].upper() + text[1:]


def _starts(done: list[Done]) -> list[datetime]:
    slots: list[FoundSlot] = [slot for one in done for slot in one.answer.get("slots", [])]
    return sorted({start_of(slot) for slot in slots})


def _whom(talk: Talk) -> Whom | None:
    if talk.wanted.doctors:
        return {"doctor_id": talk.wanted.doctors[0]}
    return {"specialty": talk.wanted.specialties[0]} if talk.wanted.specialties else None


def _to(talk: Talk) -> str:
    if talk.wanted.doctors:
        return named([talk.doctors[talk.wanted.doctors[0]]], talk.language)
    say, name = words(talk.language), f"specialty-{talk.wanted.specialties[0]}"
    return say.say(f"{name}.to" if say.has(name) else "specialty-other.to")


def _day(talk: Talk) -> date | None:
    """The first day that the question names, else the one that is wanted."""
    named_days: tuple[Stretch, ...] = talk.heard.windows or talk.wanted.windows
    start = named_days[0].start if named_days else None
    if not isinstance(start, datetime):
        return start
    return start.astimezone(talk.now.tzinfo).date()
