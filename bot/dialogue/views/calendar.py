"""A month: only days with free time can be pressed."""

from calendar import Calendar
from datetime import date, datetime

from bot.dialogue.use_cases.month import Month, NoTime
from bot.dialogue.use_cases.wish import Wish
from bot.dialogue.views.dates import month_in_words, weekdays
from bot.dialogue.views.people import whom_button
from bot.dialogue.views.screen import Button, Screen, paragraphs
from bot.dialogue.views.so_far import so_far
from bot.dialogue.views.waits import wait_button
from bot.dialogue.wait_wish import WaitWish
from bot.dialogue.way_callbacks import NoTime as Dot
from bot.dialogue.way_callbacks import ToDay, ToDoctors, ToMonth
from bot.dialogue.where import Where
from bot.texts import Texts
from contracts.schedule import ReasonCode

_TELLING = (
    *(ReasonCode.IN_THE_PAST, ReasonCode.BEYOND_HORIZON, ReasonCode.BRANCH_CLOSED, ReasonCode.DOCTOR_FULL),
    *(ReasonCode.DOCTOR_AWAY, ReasonCode.LEAD_TIME, ReasonCode.NOT_WORKING, ReasonCode.NO_DOCTOR),
)
"""Several doctors may have several reasons: the first of these is told."""


def calendar(texts: Texts, wish: Wish, month: Month, now: datetime, back: Button, *, why: str = "") -> Screen:
    """Weeks begin on Monday. `why`: plain text, what has changed since the button was shown."""
    dot = Button(texts.say("calendar-dot"), Dot())
    today = wish.today(now)
    whole = Calendar().monthdatescalendar(month.first.year, month.first.month)
    # Weeks that are over would only take room on a phone.
    weeks = [week for week in whole if week[-1] >= today or any(day in month.free for day in week)]
    rows = (
        tuple(Button(name, Dot()) for name in weekdays(texts)),
        *(tuple(_day(wish, day) if day in month.free else dot for day in week) for week in weeks),
    )
    turns = _turns(texts, wish, month)
    title = f"<b>{month_in_words(texts, month.first)}</b>"
    chosen = paragraphs([so_far(texts, wish, now), title])
    text = paragraphs([texts.html("calendar-why", why=why) if why else "", chosen, texts.html("calendar-choose")])
    return Screen(text, (back,), (*rows, *((turns,) if turns else ())))


def no_time(texts: Texts, wish: Wish, found: NoTime, now: datetime, back: Button) -> Screen:
    """Nothing is free on any day."""
    reason = why(texts, found) if any(one.code is ReasonCode.NO_DOCTOR for one in found.reasons) else ""
    buttons: tuple[Button, ...] = (back,)
    if wish.where.doctor_id:
        others = Where(specialty="" if wish.where.move else wish.specialty or "", move=wish.where.move)
        buttons = (Button(texts.say("way-other-doctor"), ToDoctors(at=others)), back)
    if not reason and wish.moving is None:
        buttons = (wait_button(texts, _to_wait_for(wish)), *buttons)
    if reason and wish.moving is None:  # somebody else of the account may be meant
        buttons = (whom_button(texts), *buttons)
    return Screen(paragraphs([so_far(texts, wish, now), texts.html("no-time"), reason]), buttons)


def why(texts: Texts, found: NoTime) -> str:
    """The most telling reason, in words; that there is no free time, if none is known."""
    codes = {one.code for one in found.reasons}
    code = next((one for one in _TELLING if one in codes), None)
    return texts.say(f"why-{code.value}" if code else "calendar-no-time")


def _to_wait_for(wish: Wish) -> WaitWish:
    where = wish.where
    return WaitWish("" if where.doctor_id else wish.specialty or "", where.doctor_id, where.branch_id)


def _day(wish: Wish, day: date) -> Button:
    return Button(str(day.day), ToDay(at=_at(wish.where, day)))


def _turns(texts: Texts, wish: Wish, month: Month) -> tuple[Button, ...]:
    turns = []
    if month.earlier is not None:
        name = f"← {month_in_words(texts, month.earlier)}"
        turns.append(Button(name, ToMonth(at=_at(wish.where, month.earlier))))
    if month.later is not None:
        turns.append(Button(f"{month_in_words(texts, month.later)} →", ToMonth(at=_at(wish.where, month.later))))
    return tuple(turns)


def _at(where: Where, day: date) -> Where:
    return Where(
        specialty=where.specialty, doctor_id=where.doctor_id, branch_id=where.branch_id, day=day, move=where.move
    )
