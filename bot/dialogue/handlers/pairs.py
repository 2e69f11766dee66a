"""Two people, one right after the other: choose, confirm, or another time."""

from aiogram import Router
from aiogram.types import CallbackQuery

from api_client import NotFound
from bot.dialogue.desk import Talk
from bot.dialogue.handlers import next_step
from bot.dialogue.handlers.after_booking import after_booking
from bot.dialogue.people_callbacks import ConfirmPair, DropPair, TakePair
from bot.dialogue.screens.cards import card_of
from bot.dialogue.use_cases.confirm_pair import confirm_pair
from bot.dialogue.use_cases.directory import known_branches
from bot.dialogue.use_cases.extras import send_extras
from bot.dialogue.use_cases.family import find_person
from bot.dialogue.use_cases.hold_pair import HeldPair, PairGone, hold_pair
from bot.dialogue.use_cases.let_go import let_go
from bot.dialogue.use_cases.visit import known_people
from bot.dialogue.use_cases.whom import pair
from bot.dialogue.views import notices, pairs
from bot.dialogue.where import moment_of


async def take(_query: CallbackQuery, callback_data: TakePair, talk: Talk) -> None:
    """The button names people and time, so it works after a restart, too."""
    people = (callback_data.first, callback_data.second)
    first, second = await find_person(talk, people[0]), await find_person(talk, people[1])
    if first is None or second is None or first == second:
        talk.out.replace(notices.notice(talk.texts, "whom-gone"))
        return
    pair(talk, first, second)
    outcome = await hold_pair(talk, people, callback_data.doctor, moment_of(callback_data.minute))
    if isinstance(outcome, HeldPair):
        known = {one.client_id: one for one in await known_people(talk)}
        talk.out.replace(pairs.held_pair(talk.texts, outcome, known, await known_branches(talk), talk.now))
        return
    _gone(talk, outcome)


async def confirm(_query: CallbackQuery, callback_data: ConfirmPair, talk: Talk) -> None:
    """Two cards, and what goes with them; a repeated tap shows the cards again."""
    fresh = talk.memory.pair is not None
    try:
        outcome = await confirm_pair(talk, callback_data.first, callback_data.second)
    except NotFound:
        talk.out.replace(notices.notice(talk.texts, "gone-let-go"))
        return
    if isinstance(outcome, PairGone):
        _gone(talk, outcome)
        return
    talk.out.replace(await card_of(talk, outcome.first))
    talk.out.say(await card_of(talk, outcome.second))
    if not fresh:
        return
    await send_extras(talk, outcome.first)
    await send_extras(talk, outcome.second)
    await after_booking(talk)


async def drop(_query: CallbackQuery, callback_data: DropPair, talk: Talk) -> None:
    """Both are given back; what has been booked meanwhile stays."""
    released = [await let_go(talk, hold_id) for hold_id in (callback_data.first, callback_data.second)]
    talk.out.replace(notices.notice(talk.texts, "hold-let-go" if any(released) else "gone-let-go"))
    await next_step.same_wish(talk)


def _gone(talk: Talk, outcome: PairGone) -> None:
    if talk.memory.pair is None or not outcome.instead:
        talk.out.replace(notices.notice(talk.texts, "pair-gone-nothing"))
        return
    intro = talk.texts.say("pair-gone")
    talk.out.replace(pairs.pairs(talk.texts, intro, outcome.instead, talk.memory.pair, talk.now))


def router() -> Router:
    made = Router(name="pairs")
    made.callback_query.register(take, TakePair.filter())
    made.callback_query.register(confirm, ConfirmPair.filter())
    made.callback_query.register(drop, DropPair.filter())
    return made
