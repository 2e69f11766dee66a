"""Tap a slot, confirm the hold, or ask for another time."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.dialogue.callbacks import ConfirmHold, OtherTime, TakeSlot
from bot.dialogue.desk import Talk
from bot.dialogue.use_cases.confirm_hold import confirm_hold
from bot.dialogue.use_cases.directory import known_branches
from bot.dialogue.use_cases.hold_slot import hold_slot
from bot.dialogue.use_cases.instead import Gone
from bot.dialogue.use_cases.other_time import other_time
from bot.dialogue.views import booking, notices
from bot.dialogue.views.proposals import proposals
from bot.dialogue.views.screen import Screen
from contracts.appointments import Hold


async def take(_query: CallbackQuery, callback_data: TakeSlot, talk: Talk) -> None:
    """The proposal stays as it is: another of its slots can still be tapped."""
    outcome = await hold_slot(talk, callback_data.slot_id)
    if isinstance(outcome, Gone):
        talk.out.say(await _gone(talk, outcome))
        return
    branch = (await known_branches(talk)).get(outcome.branch_id)
    if isinstance(outcome, Hold):
        talk.out.say(booking.held(talk.texts, outcome, branch, talk.now))
    else:
        talk.out.say(booking.card(talk.texts, outcome, branch))


async def confirm(_query: CallbackQuery, callback_data: ConfirmHold, talk: Talk) -> None:
    kept = talk.memory.hold
    outcome = await confirm_hold(talk, callback_data.hold_id)
    if isinstance(outcome, Gone):
        talk.out.replace(await _gone(talk, outcome))
        return
    branch = (await known_branches(talk)).get(outcome.branch_id)
    if kept is None or kept.hold.hold_id != callback_data.hold_id:
        talk.out.note = talk.texts.say("already-booked", number=str(outcome.id))
    talk.out.replace(booking.card(talk.texts, outcome, branch))


async def other(_query: CallbackQuery, callback_data: OtherTime, talk: Talk) -> None:
    """Give the hold back and show what else there is; a hold that has become an appointment is shown as its card."""
    outcome = await other_time(talk, callback_data.hold_id)
    if isinstance(outcome, tuple):
        if not outcome:
            talk.out.replace(notices.notice(talk.texts, "nothing-else"))
            return
        screen = proposals(talk.texts, talk.texts.say("offers-again"), outcome, await known_branches(talk), talk.now)
        talk.out.replace(screen)
        return
    branch = (await known_branches(talk)).get(outcome.branch_id)
    talk.out.replace(booking.card(talk.texts, outcome, branch))


async def _gone(talk: Talk, outcome: Gone) -> Screen:
    why = talk.texts.say(f"gone-{outcome.why}")
    if not outcome.offers:
        return Screen(f"{talk.texts.html(f'gone-{outcome.why}')} {talk.texts.html('gone-nothing')}")
    intro = f"{why} {talk.texts.say('instead')}"
    return proposals(talk.texts, intro, outcome.offers, await known_branches(talk), talk.now)


def router() -> Router:
    made = Router(name="slots")
    made.callback_query.register(take, TakeSlot.filter())
    made.callback_query.register(confirm, ConfirmHold.filter())
    made.callback_query.register(other, OtherTime.filter())
    return made
