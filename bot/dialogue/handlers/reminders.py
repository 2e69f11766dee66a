"""'I'm coming', by the button under a reminder or in words, and a chat that is blocked or open again."""

from aiogram import Router
from aiogram.enums import ChatMemberStatus
from aiogram.types import CallbackQuery, ChatMemberUpdated

from bot.dialogue.desk import Talk
from bot.dialogue.reach import tell_reach
from bot.dialogue.reading.coming import says_coming
from bot.dialogue.reminder_callbacks import Coming
from bot.dialogue.screens.cards import cannot_change, card_of
from bot.dialogue.use_cases.say_coming import Expected, Otherwise, say_coming, soon
from bot.dialogue.use_cases.standing import NotStanding
from bot.dialogue.use_cases.visit import visit_of
from bot.dialogue.views import reminders
from bot.dialogue.views.screen import Screen
from bot.dialogue.where import moment_of

_AWAY = (ChatMemberStatus.KICKED, ChatMemberStatus.LEFT)


async def come(_query: CallbackQuery, callback_data: Coming, talk: Talk) -> None:
    """A late tap, on a visit that has moved or is over, shows how it stands."""
    talk.out.replace(await _answered(talk, callback_data))


async def came_in_words(talk: Talk, text: str) -> bool:
    """Whether the words were nothing but the answer to a reminder. Raises ClinicClientError."""
    if talk.memory.standing_hold(talk.now) is not None or not says_coming(text):
        return False
    visits = await soon(talk)
    if not visits:
        return False
    talk.memory.asking = None
    if len(visits) > 1:
        talk.out.say(reminders.which(talk.texts, visits, talk.now))
    else:
        talk.out.say(await _screen(talk, await say_coming(talk, visits[0].id)))
    return True


async def member(update: ChatMemberUpdated, talk: Talk) -> None:
    """The clinic learns at once whether its messages arrive. Nobody is written to here."""
    await tell_reach(talk, reachable=update.new_chat_member.status not in _AWAY)


async def _answered(talk: Talk, tapped: Coming) -> Screen:
    return await _screen(talk, await say_coming(talk, tapped.appointment, moment_of(tapped.minute)))


async def _screen(talk: Talk, outcome: Expected | Otherwise | NotStanding) -> Screen:
    if isinstance(outcome, Expected):
        return reminders.expected(talk.texts, await visit_of(talk, outcome.appointment), talk.now)
    if isinstance(outcome, NotStanding):
        return await cannot_change(talk, outcome)
    heading = "news-moved" if outcome.why == "moved" else None
    return await card_of(talk, outcome.appointment, heading=heading)


def router() -> Router:
    made = Router(name="reminders")
    made.callback_query.register(come, Coming.filter())
    made.my_chat_member.register(member)
    return made
