"""The free times of a day, and what is free instead of one that is gone."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from aiogram.filters.callback_data import CallbackData

from bot.dialogue.use_cases.day import Parts, Times
from bot.dialogue.use_cases.move_visit import Moving
from bot.dialogue.use_cases.pick_time import Lost
from bot.dialogue.use_cases.wish import Wish
from bot.dialogue.views.dates import day_in_words, when
from bot.dialogue.views.people import whom_button
from bot.dialogue.views.screen import Button, Screen, paragraphs
from bot.dialogue.views.so_far import so_far
from bot.dialogue.views.way import way_in
from bot.dialogue.way_callbacks import AnotherPick, Pick, ShowVisit, ToDay, ToMonth
from bot.dialogue.where import Where, minute_of
from bot.texts import Texts
from contracts.appointments import Hold
from contracts.schedule import Slot

Data = TypeVar("Data", bound=CallbackData)


def parts(texts: Texts, wish: Wish, found: Parts, now: datetime) -> Screen:
    day = day_in_words(texts, found.day, wish.today(now))
    text = paragraphs([so_far(texts, wish, now), texts.html("day-parts", day=day)])
    choice = [
        Button(texts.say(f"day-part-{part.value}", count=count), ToDay(at=replace(wish.where, part=part, page=0)))
        for part, count in found.counts.items()
    ]
    return Screen(text, (*choice, to_month(texts, wish.where)))


def times(texts: Texts, wish: Wish, found: Times, now: datetime) -> Screen:
    """One a row, in words."""
    day = day_in_words(texts, found.day, wish.today(now))
    lines = [texts.html("day-times", day=day, count=found.total)]
    if found.pages > 1:
        lines.append(texts.html("day-page", page=str(found.page + 1), pages=str(found.pages)))
    turns = []
    if found.page > 0:
        turns.append(Button(texts.say("browse-earlier"), ToDay(at=replace(wish.where, page=found.page - 1))))
    if found.page + 1 < found.pages:
        turns.append(Button(texts.say("browse-more"), ToDay(at=replace(wish.where, page=found.page + 1))))
    rows = [(row,) for row in slot_rows(texts, wish, found.slots, now)]
    text = paragraphs([so_far(texts, wish, now), "\n".join(lines)])
    return Screen(text, (_back(texts, wish.where),), (*rows, *((tuple(turns),) if turns else ())))


def instead(texts: Texts, wish: Wish, lost: Lost, now: datetime) -> Screen:
    """What has changed, and the nearest free times of the same wish."""
    why = texts.html(f"gone-{lost.why}")
    if lost.why == "wrong-age":
        buttons = (whom_button(texts), way_in(texts), to_month(texts, wish.where))
        return Screen(paragraphs([so_far(texts, wish, now), why]), buttons)
    told = f"{why} {texts.html('instead')}" if lost.instead else paragraphs([why, texts.html("no-time")])
    rows = slot_rows(texts, wish, lost.instead, now)
    return Screen(paragraphs([so_far(texts, wish, now), told]), (*rows, to_month(texts, wish.where)))


def move_times(texts: Texts, found: Moving, now: datetime) -> Screen:
    """Other times for an appointment."""
    told = texts.html("move-choose" if found.slots else "move-nothing")
    keep = Button(texts.say("browse-back"), ShowVisit(appointment=found.appointment.id))
    rows = slot_rows(texts, found.wish, found.slots, now)
    text = paragraphs([so_far(texts, found.wish, now), told])
    return Screen(text, (*rows, to_month(texts, found.wish.where), keep))


def slot_rows(texts: Texts, wish: Wish, slots: Sequence[Slot], now: datetime) -> tuple[Button, ...]:
    """A button a slot, with the branch where it could be in several."""
    several = len({one.branch_id for one in wish.fitting}) > 1
    return tuple(
        Button(
            _label(texts, wish, slot, now, several=several),
            _pick(wish.where, slot),
        )
        for slot in slots
    )


def another_pick(hold: Hold, at: Where) -> AnotherPick | None:
    """Back to the list that the hold was picked from; None if the place is too long for a button."""
    day = hold.start_time.astimezone(ZoneInfo(hold.time_zone)).date()
    return _fitting(AnotherPick(hold=hold.hold_id, at=replace(at, day=day)))


def to_month(texts: Texts, at: Where) -> Button:
    return Button(texts.say("browse-calendar"), ToMonth(at=replace(at, part=None, page=0)))


def _pick(at: Where, slot: Slot) -> Pick:
    """The time says its day; part and page lead back to the list, unless ids are too long for that."""
    picked = Pick(at=replace(at, day=None), doctor=slot.doctor_id, minute=minute_of(slot.start_time))
    return _fitting(picked) or picked.model_copy(update={"at": replace(at, day=None, part=None, page=0)})


def _fitting(data: Data) -> Data | None:
    """None for what a button cannot carry."""
    try:
        data.pack()
    except ValueError:
        return None
    return data


def _label(texts: Texts, wish: Wish, slot: Slot, now: datetime, *, several: bool) -> str:
    moment = when(texts, slot.start_time, slot.time_zone, now)
    branch = wish.branches.get(slot.branch_id)
    if several and branch is not None:
        return texts.say(
            "time-row-branch", when=moment, doctor=slot.doctor_name, office=slot.office_number, branch=branch.name
        )
    return texts.say("time-row", when=moment, doctor=slot.doctor_name, office=slot.office_number)


def _back(texts: Texts, at: Where) -> Button:
    """To the parts of the day if one was chosen, else to the month."""
    if at.part is not None:
        return Button(texts.say("browse-back"), ToDay(at=replace(at, part=None, page=0)))
    return to_month(texts, at)
