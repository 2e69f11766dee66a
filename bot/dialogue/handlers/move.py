"""Give an appointment another time: choose, confirm, done."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.dialogue.desk import Talk
from bot.dialogue.screens.cards import cannot_change, card_of
from bot.dialogue.screens.way import at_specialties
from bot.dialogue.use_cases.extras import send_extras
from bot.dialogue.use_cases.move_visit import begin_move, move_visit
from bot.dialogue.use_cases.pick_time import Lost
from bot.dialogue.use_cases.standing import NotStanding
from bot.dialogue.use_cases.wish import Wish, wish_at
from bot.dialogue.views import times
from bot.dialogue.way_callbacks import AskMove, DoMove
from bot.dialogue.where import Where, moment_of


async def ask(_query: CallbackQuery, callback_data: AskMove, talk: Talk) -> None:
    """The nearest other times, and the calendar."""
    found = await begin_move(talk, callback_data.appointment)
    if isinstance(found, NotStanding):
        talk.out.replace(await cannot_change(talk, found))
    else:
        talk.out.replace(times.move_times(talk.texts, found, talk.now))


async def do_move(_query: CallbackQuery, callback_data: DoMove, talk: Talk) -> None:
    """The card at its new time; the same one again for a repeated tap."""
    start = moment_of(callback_data.minute)
    outcome = await move_visit(talk, callback_data.appointment, callback_data.doctor, start)
    if isinstance(outcome, NotStanding):
        talk.out.replace(await cannot_change(talk, outcome))
    elif isinstance(outcome, Lost):
        wish = await wish_at(talk, Where(move=callback_data.appointment))
        if isinstance(wish, Wish):
            talk.out.replace(times.instead(talk.texts, wish, outcome, talk.now))
        else:
            talk.out.replace(await at_specialties(talk, Where(), why="way-gone"))
    else:
        talk.out.replace(await card_of(talk, outcome.appointment, heading="card-moved"))
        if outcome.now:
            await send_extras(talk, outcome.appointment, pin=False)
        else:
            talk.out.note = talk.texts.say("moved-already")


def router() -> Router:
    made = Router(name="move")
    made.callback_query.register(ask, AskMove.filter())
    made.callback_query.register(do_move, DoMove.filter())
    return made
