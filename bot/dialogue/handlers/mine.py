"""/my: the account's appointments; see one, cancel one after a question."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.dialogue.callbacks import AskCancel, CancelVisit, KeepVisit
from bot.dialogue.desk import Talk
from bot.dialogue.menu import MenuWord
from bot.dialogue.screens.cards import cannot_change, card_of
from bot.dialogue.screens.own_visits import own_visits_screen
from bot.dialogue.use_cases.extras import calendar_file
from bot.dialogue.use_cases.my_appointments import Cancelled, cancel
from bot.dialogue.use_cases.standing import NotStanding, movable
from bot.dialogue.views import mine
from bot.dialogue.way_callbacks import CalendarFile, ShowVisit


async def show(_message: Message, talk: Talk) -> None:
    talk.out.say(await own_visits_screen(talk))


async def card(_query: CallbackQuery, callback_data: ShowVisit, talk: Talk) -> None:
    await _show(talk, callback_data.appointment)


async def ask(_query: CallbackQuery, callback_data: AskCancel, talk: Talk) -> None:
    found = await movable(talk, callback_data.appointment_id)
    if isinstance(found, NotStanding):
        talk.out.replace(await cannot_change(talk, found))
    else:
        talk.out.replace(mine.cancel_sure(talk.texts, found, talk.now))


async def do_cancel(_query: CallbackQuery, callback_data: CancelVisit, talk: Talk) -> None:
    """The cancelled card; the same one again for a repeated tap."""
    outcome = await cancel(talk, callback_data.appointment_id)
    if isinstance(outcome, NotStanding):
        talk.out.replace(await cannot_change(talk, outcome))
        return
    if isinstance(outcome, Cancelled):
        talk.out.note = talk.texts.say("cancel-done-already")
        outcome = outcome.appointment
    talk.out.replace(await card_of(talk, outcome))


async def keep(_query: CallbackQuery, callback_data: KeepVisit, talk: Talk) -> None:
    talk.out.note = talk.texts.say("cancel-kept")
    await _show(talk, callback_data.appointment_id)


async def file(_query: CallbackQuery, callback_data: CalendarFile, talk: Talk) -> None:
    if not await calendar_file(talk, callback_data.appointment):
        talk.out.note = talk.texts.say("calendar-file-none")


async def _show(talk: Talk, appointment_id: int) -> None:
    found = await movable(talk, appointment_id)
    if isinstance(found, NotStanding):
        talk.out.replace(await cannot_change(talk, found))
    else:
        talk.out.replace(await card_of(talk, found))


def router() -> Router:
    made = Router(name="mine")
    made.message.register(show, Command("my"))
    made.message.register(show, MenuWord("mine"))
    made.callback_query.register(card, ShowVisit.filter())
    made.callback_query.register(ask, AskCancel.filter())
    made.callback_query.register(do_cancel, CancelVisit.filter())
    made.callback_query.register(keep, KeepVisit.filter())
    made.callback_query.register(file, CalendarFile.filter())
    return made
