"""Tap a proposed slot, confirm the hold, or ask for another time."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.dialogue.callbacks import ConfirmHold, OtherTime, TakeSlot
from bot.dialogue.desk import Talk
from bot.dialogue.handlers.after_booking import after_booking
from bot.dialogue.screens.cards import card_of
from bot.dialogue.screens.held import held_screen
from bot.dialogue.use_cases.confirm_hold import confirm_hold
from bot.dialogue.use_cases.directory import known_branches
from bot.dialogue.use_cases.extras import send_extras
from bot.dialogue.use_cases.hold_slot import hold_slot
from bot.dialogue.use_cases.instead import Gone
from bot.dialogue.use_cases.other_time import other_time
from bot.dialogue.views.people import whom_button
from bot.dialogue.views.proposals import nothing_else, proposals
from bot.dialogue.views.screen import Screen
from bot.dialogue.views.way import way_in
from contracts.appointments import Appointment, Hold


async def take(_query: CallbackQuery, callback_data: TakeSlot, talk: Talk) -> None:
    """The proposal turns into the hold; 'another time' brings it back."""
    outcome = await hold_slot(talk, callback_data.slot_id)
    if isinstance(outcome, Gone):
        talk.out.replace(await _gone(talk, outcome))
    elif isinstance(outcome, Hold):
        talk.out.replace(await held_screen(talk, outcome))
    else:
        talk.out.replace(await card_of(talk, outcome))


async def confirm(_query: CallbackQuery, callback_data: ConfirmHold, talk: Talk) -> None:
    """The card, and what goes with it; the same card again for a repeated tap."""
    kept = talk.memory.hold
    outcome = await confirm_hold(talk, callback_data.hold_id)
    if isinstance(outcome, Gone):
        talk.out.replace(await _gone(talk, outcome))
        return
    if kept is not None and kept.hold.hold_id == callback_data.hold_id:
        talk.out.replace(await card_of(talk, outcome))
        await send_extras(talk, outcome)
        await after_booking(talk)
        return
    await _again(talk, outcome)


async def other(_query: CallbackQuery, callback_data: OtherTime, talk: Talk) -> None:
    """Give the hold back and show what else there is; a hold that has become an appointment is shown as its card."""
    outcome = await other_time(talk, callback_data.hold_id)
    if isinstance(outcome, Appointment):
        await _again(talk, outcome)
    elif outcome:
        again = talk.texts.say("offers-again")
        talk.out.replace(proposals(talk.texts, again, outcome, await known_branches(talk), talk.now))
    else:
        talk.out.replace(nothing_else(talk.texts, "nothing-else"))


async def _again(talk: Talk, appointment: Appointment) -> None:
    talk.out.note = talk.texts.say("already-booked", number=str(appointment.id))
    talk.out.replace(await card_of(talk, appointment))


async def _gone(talk: Talk, outcome: Gone) -> Screen:
    if outcome.why == "wrong-age":
        return Screen(talk.texts.html("gone-wrong-age"), (whom_button(talk.texts), way_in(talk.texts)))
    if not outcome.offers:
        return nothing_else(talk.texts, f"gone-{outcome.why}", "gone-nothing")
    intro = f"{talk.texts.say(f'gone-{outcome.why}')} {talk.texts.say('instead')}"
    return proposals(talk.texts, intro, outcome.offers, await known_branches(talk), talk.now)


def router() -> Router:
    made = Router(name="slots")
    made.callback_query.register(take, TakeSlot.filter())
    made.callback_query.register(confirm, ConfirmHold.filter())
    made.callback_query.register(other, OtherTime.filter())
    return made
