"""The wait-list: what somebody waits for, how many are ahead, and how to leave."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.dialogue.views.contact import call_button
from bot.dialogue.views.dates import day_in_words
from bot.dialogue.views.screen import Button, Screen, paragraphs
from bot.dialogue.views.way import way_in
from bot.dialogue.views.whom import whom
from bot.dialogue.wait_callbacks import LeaveWait, WaitFor
from bot.dialogue.wait_wish import ANY_HOUR, WaitWish
from bot.texts import Texts
from contracts.people import Person
from contracts.schedule import Branch
from contracts.waits import Wait, WaitStatus

PARTS = {(0, 720): "morning", (720, 1020): "afternoon", (1020, 1440): "evening"}


@dataclass(frozen=True, slots=True)
class Place:
    """A place in line with what is known around it."""

    wait: Wait
    today: date
    """In the zone of the branch that is waited for, or of the clinic."""
    branch: Branch | None = None
    person: Person | None = None
    """Who is going to visit; None also where nobody else could be meant."""


def place_of(wait: Wait, branches: Mapping[int, Branch], person: Person | None, now: datetime, zone: ZoneInfo) -> Place:
    branch = branches.get(wait.branch_id) if wait.branch_id is not None else None
    here = ZoneInfo(branch.time_zone) if branch is not None else zone
    return Place(wait, now.astimezone(here).date(), branch, person)


def wait_button(texts: Texts, wish: WaitWish) -> Button:
    """For any screen that has nothing free in time."""
    return Button(texts.say("wait-button"), WaitFor.of(wish))


def joined(texts: Texts, place: Place) -> Screen:
    """What is waited for, and what is going to happen."""
    parts = [texts.html("wait-joined"), described(texts, place), texts.html("wait-how")]
    return Screen(paragraphs(parts), (_leave(texts, place.wait),))


def waiting(texts: Texts, places: Sequence[Place]) -> Screen:
    """The account's places, each with its button."""
    lines = [texts.html("wait-line", what=_what(texts, place), position=_position(texts, place)) for place in places]
    buttons = tuple(
        Button(texts.say("wait-leave-one", what=_short(texts, place.wait)), LeaveWait(wait=place.wait.wait_id))
        for place in places
    )
    return Screen(paragraphs([texts.html("wait-title"), "\n".join(lines)]), buttons)


def not_waiting(texts: Texts, why: str, places: Sequence[Place] = ()) -> Screen:
    """`why`: of `use_cases.waits.NotWaiting`."""
    if why == "quota" and places:
        shown = waiting(texts, places)
        return Screen(paragraphs([texts.html("wait-quota"), shown.text]), shown.buttons)
    return Screen(texts.html(f"wait-not-{why}"), (way_in(texts), call_button(texts)))


def left(texts: Texts, outcome: str) -> Screen:
    """`outcome`: of `use_cases.waits.leave`."""
    return Screen(texts.html(f"wait-{outcome}"), (way_in(texts),))


def expired(texts: Texts, place: Place) -> Screen:
    """The days are over, and nothing was freed. Whoever has left or was served meanwhile is told so."""
    if place.wait.status is not WaitStatus.EXPIRED:
        return Screen(texts.html("wait-over"), (way_in(texts),))
    parts = [texts.html("wait-expired"), texts.html("wait-expired-what", what=_what(texts, place))]
    return Screen(paragraphs([" ".join(parts), texts.html("wait-expired-next")]), (way_in(texts), call_button(texts)))


def described(texts: Texts, place: Place) -> str:
    """HTML, for a screen of its own."""
    return paragraphs([texts.html("wait-what", what=_what(texts, place)), _position(texts, place)])


def _leave(texts: Texts, wait: Wait) -> Button:
    return Button(texts.say("wait-leave"), LeaveWait(wait=wait.wait_id))


def _short(texts: Texts, wait: Wait) -> str:
    return wait.doctor_name or texts.specialty(wait.specialty)


def _what(texts: Texts, place: Place) -> str:
    """Plain text, such as «кардиолог, Иванов И. И.; вт 24 ноября — пт 27 ноября, утро; для кого: Аня»."""
    wait = place.wait
    who = texts.specialty(wait.specialty)
    if wait.doctor_name is not None:
        who = f"{who}, {wait.doctor_name}"
    parts = [who, _when(texts, place)]
    if place.branch is not None:
        parts.append(place.branch.name)
    if place.person is not None:
        parts.append(texts.say("wait-whom", whom=whom(texts, place.person)))
    return "; ".join(parts)


def _when(texts: Texts, place: Place) -> str:
    wait = place.wait
    first, last = max(wait.first_day, place.today), wait.last_day
    days = day_in_words(texts, last, place.today)
    if first < last:
        days = texts.say("wait-days", first=day_in_words(texts, first, place.today), last=days)
    hours = (wait.start_minute, wait.end_minute)
    if hours == ANY_HOUR:
        return days
    part = PARTS.get(hours)
    if part is not None:
        return f"{days}, {texts.say(f'wait-{part}')}"
    if hours[1] == hours[0] + 1:
        return f"{days}, {texts.say('wait-at', time=_clock(hours[0]))}"
    return f"{days}, {texts.say('wait-hours', start=_clock(hours[0]), end=_clock(hours[1]))}"


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def _position(texts: Texts, place: Place) -> str:
    if place.wait.status is WaitStatus.OFFERED:
        return texts.html("wait-offered")
    return texts.html("wait-position", position=place.wait.position or 1)
