"""The way without words, in one message that changes at every tap: specialty, branch, doctor, day, time, hold."""

from dataclasses import replace

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from api_client import ConsentRequired
from bot.dialogue.desk import Talk
from bot.dialogue.menu import MenuWord
from bot.dialogue.screens import way
from bot.dialogue.screens.cards import cannot_change, card_of
from bot.dialogue.screens.held import held_screen
from bot.dialogue.use_cases.let_go import let_go
from bot.dialogue.use_cases.move_visit import Moved, propose_move
from bot.dialogue.use_cases.open_way import open_way
from bot.dialogue.use_cases.pick_time import Lost, pick_time
from bot.dialogue.use_cases.standing import NotStanding
from bot.dialogue.use_cases.wish import Wish, wish_at
from bot.dialogue.views import mine, times
from bot.dialogue.views.place import place
from bot.dialogue.views.screen import Screen
from bot.dialogue.way_callbacks import AnotherPick, NoTime, Pick, ToBranches, ToDay, ToDoctors, ToMonth, ToSpecialties
from bot.dialogue.where import Where, moment_of
from contracts.appointments import Appointment, Hold


async def book(_message: Message, talk: Talk) -> None:
    await open_way(talk, Where())


async def to_specialties(_query: CallbackQuery, callback_data: ToSpecialties, talk: Talk) -> None:
    talk.out.replace(await way.at_specialties(talk, callback_data.at))


async def to_branches(_query: CallbackQuery, callback_data: ToBranches, talk: Talk) -> None:
    talk.out.replace(await way.at_branches(talk, callback_data.at))


async def to_doctors(_query: CallbackQuery, callback_data: ToDoctors, talk: Talk) -> None:
    talk.out.replace(await way.at_doctors(talk, callback_data.at))


async def to_month(_query: CallbackQuery, callback_data: ToMonth, talk: Talk) -> None:
    talk.out.replace(await way.at_month(talk, callback_data.at))


async def to_day(_query: CallbackQuery, callback_data: ToDay, talk: Talk) -> None:
    talk.out.replace(await way.at_day(talk, callback_data.at))


async def pick(_query: CallbackQuery, callback_data: Pick, talk: Talk) -> None:
    """Hold the time, or ask whether to move an appointment there."""
    wish = await wish_at(talk, callback_data.at)
    if isinstance(wish, NotStanding):
        talk.out.replace(await cannot_change(talk, wish))
    elif wish is None:
        talk.out.replace(await way.at_specialties(talk, Where(), why="way-gone"))
    elif wish.moving is not None:
        talk.out.replace(await _ask_to_move(talk, wish, wish.moving, callback_data))
    else:
        talk.out.replace(await _hold(talk, wish, callback_data))


async def another(_query: CallbackQuery, callback_data: AnotherPick, talk: Talk) -> None:
    """Give the hold back and show the day again; what has become an appointment is shown as its card."""
    if await let_go(talk, callback_data.hold):
        talk.out.replace(await way.at_day(talk, callback_data.at))
        return
    found = await talk.calls.appointment(callback_data.hold)
    talk.out.replace(await card_of(talk, found))


async def no_time(_query: CallbackQuery, talk: Talk) -> None:
    talk.out.note = talk.texts.say("calendar-no-time")


async def _hold(talk: Talk, wish: Wish, picked: Pick) -> Screen:
    start = moment_of(picked.minute)
    try:
        outcome = await pick_time(talk, wish, picked.doctor, start)
    except ConsentRequired:  # withdrawn since: once it is given again, the way goes on at that day
        talk.memory.way = replace(wish.where, day=start.astimezone(wish.zone_of(picked.doctor)).date()).pack()
        raise
    if isinstance(outcome, Lost):
        return times.instead(talk.texts, wish, outcome, talk.now)
    if not isinstance(outcome, Hold):
        return await card_of(talk, outcome)
    return await held_screen(talk, outcome, other=times.another_pick(outcome, wish.where))


async def _ask_to_move(talk: Talk, wish: Wish, moving: Appointment, picked: Pick) -> Screen:
    outcome = await propose_move(talk, wish, picked.doctor, moment_of(picked.minute))
    if isinstance(outcome, Lost):
        return times.instead(talk.texts, wish, outcome, talk.now)
    if isinstance(outcome, Moved):
        talk.out.note = talk.texts.say("moved-already")
        return await card_of(talk, outcome.appointment)
    where_to = place(talk.texts, outcome.office_number, wish.branches.get(outcome.branch_id))
    return mine.move_sure(talk.texts, moving, outcome, where_to, talk.now)


def router() -> Router:
    made = Router(name="way")
    made.message.register(book, Command("book"))
    made.message.register(book, MenuWord("book"))
    made.callback_query.register(to_specialties, ToSpecialties.filter())
    made.callback_query.register(to_branches, ToBranches.filter())
    made.callback_query.register(to_doctors, ToDoctors.filter())
    made.callback_query.register(to_month, ToMonth.filter())
    made.callback_query.register(to_day, ToDay.filter())
    made.callback_query.register(pick, Pick.filter())
    made.callback_query.register(another, AnotherPick.filter())
    made.callback_query.register(no_time, NoTime.filter())
    return made
