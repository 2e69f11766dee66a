"""The way of buttons: from a place on it to its screen. Each checks what the clinic has now."""

import asyncio
from dataclasses import replace

from bot.dialogue.desk import Talk
from bot.dialogue.screens.cards import cannot_change
from bot.dialogue.use_cases.day import Parts, times_of
from bot.dialogue.use_cases.month import Month, NoTime, month_of
from bot.dialogue.use_cases.standing import NotStanding
from bot.dialogue.use_cases.wish import Wish, wish_at
from bot.dialogue.views import calendar, times, way
from bot.dialogue.views.screen import Button, Screen
from bot.dialogue.way_callbacks import AskMove
from bot.dialogue.where import Where


async def enter(talk: Talk, at: Where) -> Screen:
    """Begin where something has been chosen already: a day, a doctor, a specialty, a branch, or nothing."""
    if at.day is not None:
        return await at_day(talk, at)
    if at.doctor_id:
        return await at_month(talk, at)
    return await at_branches(talk, at) if at.specialty else await at_specialties(talk, at)


async def at_specialties(talk: Talk, at: Where, *, why: str = "") -> Screen:
    """`why`: the message of what has changed."""
    doctors = await talk.desk.directory.doctors()
    codes = {one.specialty for one in doctors if at.branch_id in (0, one.branch_id)}
    if not codes:  # such a branch has nobody, or is none
        codes, at, why = {one.specialty for one in doctors}, Where(), why or "way-gone"
    return way.specialties(talk.texts, sorted(codes), at, why=talk.texts.html(why) if why else "")


async def at_branches(talk: Talk, at: Where) -> Screen:
    """Asked only where it matters: a specialty in one branch goes on to its doctors."""
    wish = await wish_at(talk, Where(specialty=at.specialty))
    if not isinstance(wish, Wish):
        return await at_specialties(talk, Where(), why="way-gone")
    places = {one.branch_id for one in wish.fitting}
    if len(places) < 2:
        return await at_doctors(talk, at)
    found = [wish.branches[one] for one in sorted(places) if one in wish.branches]
    return way.branches(talk.texts, at.specialty, found)


async def at_doctors(talk: Talk, at: Where) -> Screen:
    """Asked only where there is a choice."""
    wish = await wish_at(talk, at)
    if isinstance(wish, NotStanding):
        return await cannot_change(talk, wish)
    if wish is None:
        return await at_specialties(talk, Where(), why="way-gone")
    if len(wish.fitting) < 2:
        return await at_month(talk, Where(doctor_id=wish.fitting[0].doctor_id, move=at.move))
    return way.doctors(talk.texts, wish, await _before_doctors(talk, wish))


async def at_month(talk: Talk, at: Where, *, why: str = "") -> Screen:
    """`why`: plain text, what has changed since the button was shown."""
    wish = await wish_at(talk, at)
    if isinstance(wish, NotStanding):
        return await cannot_change(talk, wish)
    if wish is None:
        return await at_specialties(talk, Where(), why="way-gone")
    month, back = await asyncio.gather(month_of(talk, wish), _before_month(talk, wish))
    if isinstance(month, Month):
        return calendar.calendar(talk.texts, wish, month, talk.now, back, why=why)
    return calendar.no_time(talk.texts, wish, month, talk.now, back)


async def at_day(talk: Talk, at: Where) -> Screen:
    """The day's times; a day without any says why, on the calendar."""
    wish = await wish_at(talk, at)
    if isinstance(wish, NotStanding):
        return await cannot_change(talk, wish)
    if wish is None or at.day is None:
        return await at_month(talk, at)
    found = await times_of(talk, wish, at.day)
    if isinstance(found, NoTime):
        return await at_month(talk, replace(at, part=None, page=0), why=calendar.why(talk.texts, found))
    if isinstance(found, Parts):
        return times.parts(talk.texts, wish, found, talk.now)
    return times.times(talk.texts, wish, found, talk.now)


async def _before_month(talk: Talk, wish: Wish) -> Button:
    if wish.where.move:
        return Button(talk.texts.say("browse-back"), AskMove(appointment=wish.where.move))
    specialty = wish.specialty or ""
    branch_id = wish.where.branch_id
    of_all = await wish_at(talk, Where(specialty=specialty, branch_id=branch_id))
    if isinstance(of_all, Wish) and len(of_all.fitting) > 1:
        return way.back_to_doctors(talk.texts, of_all.where)
    return await _before_doctors(talk, wish)


async def _before_doctors(talk: Talk, wish: Wish) -> Button:
    if wish.where.move:
        return Button(talk.texts.say("browse-back"), AskMove(appointment=wish.where.move))
    specialty = wish.specialty or ""
    everywhere = await wish_at(talk, Where(specialty=specialty))
    if isinstance(everywhere, Wish) and len({one.branch_id for one in everywhere.fitting}) > 1:
        return way.back_to_branches(talk.texts, specialty)
    return way.back_to_specialties(talk.texts)
