"""/my: the account's appointments, and cancelling one after a question."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.dialogue.callbacks import AskCancel, CancelVisit, KeepVisit
from bot.dialogue.desk import Talk
from bot.dialogue.use_cases.directory import known_branches
from bot.dialogue.use_cases.my_appointments import NotCancelled, cancel, coming, find_standing
from bot.dialogue.views import booking, mine, notices


async def show(_message: Message, talk: Talk) -> None:
    appointments = await coming(talk)
    talk.out.say(mine.mine(talk.texts, appointments, await known_branches(talk), talk.now))


async def ask(_query: CallbackQuery, callback_data: AskCancel, talk: Talk) -> None:
    found = await find_standing(talk, callback_data.appointment_id)
    if isinstance(found, NotCancelled):
        talk.out.say(notices.notice(talk.texts, f"cancel-{found.why}"))
    else:
        talk.out.say(mine.cancel_sure(talk.texts, found, talk.now))


async def do_cancel(_query: CallbackQuery, callback_data: CancelVisit, talk: Talk) -> None:
    outcome = await cancel(talk, callback_data.appointment_id)
    if isinstance(outcome, NotCancelled):
        talk.out.say(notices.notice(talk.texts, f"cancel-{outcome.why}"))
        return
    branch = (await known_branches(talk)).get(outcome.branch_id)
    talk.out.replace(booking.card(talk.texts, outcome, branch))


async def keep(_query: CallbackQuery, talk: Talk) -> None:
    talk.out.replace(notices.notice(talk.texts, "cancel-kept"))


def router() -> Router:
    made = Router(name="mine")
    made.message.register(show, Command("my"))
    made.callback_query.register(ask, AskCancel.filter())
    made.callback_query.register(do_cancel, CancelVisit.filter())
    made.callback_query.register(keep, KeepVisit.filter())
    return made
