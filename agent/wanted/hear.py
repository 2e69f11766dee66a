"""From a message to what it says: complaints, dates and requests, read once and made the clinic's numbers."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Literal, TypeVar

from agent.wanted.clinic import Clinic
from agent.wanted.heard import Heard
from agent.wanted.state import Gender, Shown, Wanted
from agent.wanted.times import stretches
from understanding import complaints, dates, requests
from understanding.dates import DateWish
from understanding.requests import Requests
from understanding.text import normalise

FOR_CHILDREN = "pediatrician"
Item = TypeVar("Item")
_PREFERRED = re.compile(
    r"\bлучше\s+(?=ко?\s|\w+лог|терапевт|педиатр|хирург|лор\b|окулист|ортопед)|\brather\s+see\b", re.IGNORECASE
)
"""'Лучше к хирургу' is a wish, not news of somebody who feels better."""
_UNTIL_WHEN = re.compile(
    r"\b(?:до|по) (?:скольки|какого (?:часа|времени))\b|\?"
    r"|\b(?:until|till|up to) (?:what time|when|which hour)\b|\bhow late\b",
    re.IGNORECASE,
)
"""What makes a question about hours no wish; the day in it is the one that the answer, and what follows, is about."""
_TODAY = re.compile(r"\b(?:сегодня|сейчас|today|now|tonight)\b")


def hear(text: str, clinic: Clinic, wanted: Wanted, now: datetime, language: Literal["ru", "en"]) -> Heard:
    """What a message says, told after `wanted` was known. `now` is aware, in the clinic's zone. Any text is fine."""
    text = requests.without_others(text)
    asked = _answered(requests.read(text, clinic.names(wanted.candidates), asked=wanted.asking), wanted)
    preferred = _PREFERRED.sub("", text if asked.language is None else requests.without_language(text))
    wish, ranked = dates.parse(_timed(text, asked), language, now), complaints.rank(preferred, language)
    chosen = _chosen(text, asked, wish, wanted, language)
    if chosen:
        wish = DateWish()
    named = complaints.named(preferred, language) is not None
    doctors, candidates = _doctors(asked, ranked, clinic, wanted)
    return Heard(
        specialties=ranked,
        named=named,
        windows=() if asked.nearest_branch and wish.asap else stretches(wish.windows),
        other=stretches(wish.other.windows) if wish.other is not None else (),
        asap=wish.asap and not asked.nearest_branch,
        any_time=wish.any_time and not _of_another_kind(asked),
        any_day=asked.any_day,
        refused=stretches(wish.refused),
        gender=None if asked.gender == "any" else asked.gender,
        any_gender=asked.gender == "any",
        language=None if asked.language == "any" else asked.language,
        any_language=asked.language == "any",
        doctors=doctors,
        specialty_of_doctor=_specialty(clinic, doctors),
        candidates=candidates,
        refused_doctors=asked.refused,
        usual=asked.usual_doctor,
        unknown_doctor=asked.unknown_doctor,
        other_doctor=asked.other_doctor,
        any_doctor=asked.any_doctor,
        leaves_doctor=_leaves(asked, clinic, wanted),
        branch=_branch(asked, clinic, wanted),
        branches=asked.branches if len(asked.branches) > 1 else (),
        refused_branches=asked.refused_branches,
        other_branch=asked.other_branch,
        any_branch=asked.any_branch,
        nearest_branch=asked.nearest_branch,
        turn=None if chosen else asked.turn,
        chosen=chosen,
        also=asked.also,
        child=True if FOR_CHILDREN in ranked or asked.for_child else False if asked.for_self else None,
        restart=asked.restart,
        question=asked.question,
        change=asked.change,
        chat=asked.chat,
    )


def prepare() -> None:
    """Read the data files now: half a second that no patient should wait for."""
    hear("к врачу завтра", Clinic(), Wanted(), datetime(2026, 1, 1, tzinfo=UTC), "ru")


def _timed(text: str, asked: Requests) -> str:
    """What of a message may tell when the visit is wanted."""
    return _UNTIL_WHEN.sub(" ", text) if asked.question == "last_time" else requests.wished_days(text)


def _answered(asked: Requests, wanted: Wanted) -> Requests:
    """'Any' answers the question that is open."""
    if not asked.anything:
        return asked
    if wanted.asking is None:
        return replace(asked, anything=False)
    return replace(asked, any_branch=True) if wanted.asking == "branch" else asked


def _of_another_kind(asked: Requests) -> bool:
    """Whether what does not matter is the place or the doctor, not the time."""
    return (
        bool(asked.turn)
        or asked.any_branch
        or asked.any_doctor
        or asked.anything
        or "any" in (asked.gender, asked.language)
    )


def _specialty(clinic: Clinic, doctors: Sequence[int]) -> str | None:
    found = clinic.doctor(doctors[0]) if doctors else None
    return found.specialty if found is not None else None


def _doctors(
    asked: Requests, ranked: Sequence[str], clinic: Clinic, wanted: Wanted
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Who is meant by a name, or between whom the patient has to choose."""
    if wanted.candidates and asked.anything:
        return wanted.candidates, ()
    if wanted.candidates and not asked.doctors:
        meant = _among(asked, ranked, clinic, wanted.candidates)
        return (meant, ()) if meant else ((), ())
    found = [one for number in asked.doctors if (one := clinic.doctor(number)) is not None]
    gender = asked.gender or wanted.gender
    for fits in (
        [one for one in found if one.gender == gender],
        [one for one in found if one.specialty in (ranked or wanted.specialties)],
    ):
        found = fits if len(found) > 1 and fits else found
    numbers = tuple(one.doctor_id for one in found)
    return (numbers, ()) if len({one.specialty for one in found}) <= 1 else ((), numbers)


def _among(asked: Requests, ranked: Sequence[str], clinic: Clinic, candidates: tuple[int, ...]) -> tuple[int, ...]:
    """Which of the candidates an answer picks: by place, by specialty or by gender."""
    if asked.choice is not None:
        return _placed(candidates, asked.choice)
    known = [one for number in candidates if (one := clinic.doctor(number)) is not None]
    picked = [one.doctor_id for one in known if one.specialty in ranked or one.gender == asked.gender]
    return tuple(picked) if 0 < len(picked) < len(candidates) else ()


def _branch(asked: Requests, clinic: Clinic, wanted: Wanted) -> int | None:
    if len(asked.branches) == 1:
        return asked.branches[0]
    if wanted.asking == "branch" and asked.choice is not None:
        placed = _placed(tuple(one.branch_id for one in clinic.branches), asked.choice)
        return placed[0] if placed else None
    return None


def _leaves(asked: Requests, clinic: Clinic, wanted: Wanted) -> bool:
    """Whether no doctor who was wanted is as the patient wants one now."""
    known = [one for number in wanted.doctors if (one := clinic.doctor(number)) is not None]
    gender: Gender | None = None if asked.gender == "any" else asked.gender
    language = None if asked.language == "any" else asked.language
    branch = asked.branches[0] if len(asked.branches) == 1 else None
    return bool(known) and not any(
        gender in (None, one.gender)
        and (language is None or language in one.languages)
        and branch in (None, one.branch_id)
        and one.branch_id not in asked.refused_branches
        for one in known
    )


def _chosen(
    text: str, asked: Requests, wish: DateWish, wanted: Wanted, language: Literal["ru", "en"]
) -> tuple[Shown, ...]:
    """Which of the shown times the words choose: by place, by a yes to the only one, or by the hour."""
    if not wanted.shown or wanted.asking is not None:
        return ()
    if asked.choice is not None:
        return _placed(wanted.shown, asked.choice)
    if asked.chat == "agreed" and len(wanted.shown) == 1 and not wish.windows and asked == Requests(chat="agreed"):
        return wanted.shown
    if not wish.windows or any(window.start != window.end for window in wish.windows):
        return ()
    exact = tuple(one for one in wanted.shown if any(window.start == one.start for window in wish.windows))
    if exact or _TODAY.search(normalise(text)):
        return exact
    return tuple(one for one in wanted.shown if _is_hour_of(text, one, wish, language))


def _is_hour_of(text: str, one: Shown, wish: DateWish, language: Literal["ru", "en"]) -> bool:
    """Whether the words name the hour of a shown time without another day: said on its day, they mean it."""
    zone = next((w.start.tzinfo for w in wish.windows if isinstance(w.start, datetime)), one.start.tzinfo)
    start = one.start.astimezone(zone)
    that_morning = datetime.combine(start.date(), time(), zone) + timedelta(minutes=1)
    windows = dates.parse(text, language, that_morning).windows
    return any(window.start == start and window.end == start for window in windows[:1])


def _placed(items: tuple[Item, ...], place: int) -> tuple[Item, ...]:
    """The item at a place from 1 on, -1 for the last; nothing if there is none."""
    return items[-1:] if place == -1 else items[place - 1 : place]
