"""The buttons of the wait-list."""

from collections.abc import Iterable

from aiogram import Router
from aiogram.types import CallbackQuery

from agent.wanted.state import Wanted
from bot.dialogue.desk import Talk
from bot.dialogue.screens.waits import joined_screen
from bot.dialogue.use_cases.consent import ask, has_agreed
from bot.dialogue.use_cases.waits import leave, wait_for
from bot.dialogue.views import waits
from bot.dialogue.wait_callbacks import LeaveWait, WaitFor
from bot.dialogue.wait_wish import WaitWish, wait_wish
from contracts.schedule import Slot


async def tapped(_query: CallbackQuery, callback_data: WaitFor, talk: Talk) -> None:
    """The screen that offered it stays: what it proposed can still be taken. Again: the same place."""
    if not await has_agreed(talk):
        talk.out.note = talk.texts.say("wait-consent")
        ask(talk)
        return
    talk.out.say(await joined_screen(talk, await wait_for(talk, callback_data.wish)))


async def left(_query: CallbackQuery, callback_data: LeaveWait, talk: Talk) -> None:
    talk.out.replace(waits.left(talk.texts, await leave(talk, callback_data.wait)))


def wish_for(talk: Talk, wanted: Wanted, shown: Iterable[Slot]) -> WaitWish | None:
    """What could be waited for; None: what was shown does as well, or nobody knows with whom."""
    if talk.memory.pair is not None:
        return None
    free = sorted(shown, key=lambda slot: slot.start_time)
    return wait_wish(wanted, free, talk.now.astimezone(talk.desk.zone))


def router() -> Router:
    made = Router(name="waits")
    made.callback_query.register(tapped, WaitFor.filter())
    made.callback_query.register(left, LeaveWait.filter())
    return made
