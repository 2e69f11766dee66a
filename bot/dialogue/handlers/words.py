"""The patient's own words: consent once, then the receptionist."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from bot.dialogue.callbacks import Again
from bot.dialogue.desk import Talk
from bot.dialogue.use_cases.answer import answer
from bot.dialogue.use_cases.consent import has_agreed
from bot.dialogue.use_cases.directory import known_branches
from bot.dialogue.views import notices
from bot.dialogue.views.proposals import INTRO_LENGTH, proposals
from bot.dialogue.views.screen import Screen, cut, escaped


async def words(message: Message, talk: Talk) -> None:
    """Kept until they are answered, so that neither the consent nor a failure costs retyping."""
    talk.memory.wait_for(message.text or "")
    await answer_waiting(talk)


async def again(_query: CallbackQuery, talk: Talk) -> None:
    if talk.memory.waiting is None:
        talk.out.say(notices.notice(talk.texts, "nothing-to-repeat"))
        return
    await answer_waiting(talk)


async def answer_waiting(talk: Talk) -> None:
    """Answer the words that wait, if the account has agreed; else ask for the consent, and let them wait."""
    waiting = talk.memory.waiting
    if waiting is None:
        return
    if not await has_agreed(talk):
        talk.out.say(notices.consent(talk.texts))
        return
    result = await answer(talk, waiting)
    if not result.proposals:
        talk.out.say(Screen(escaped(cut(result.text, INTRO_LENGTH))))
        return
    offers = [talk.memory.offer(slot_id) for slot_id in talk.memory.shown]
    branches = await known_branches(talk)
    talk.out.say(proposals(talk.texts, result.text, [o for o in offers if o], branches, talk.now))


async def not_text(_message: Message, talk: Talk) -> None:
    talk.out.say(notices.notice(talk.texts, "only-text"))


def router() -> Router:
    made = Router(name="words")
    made.message.register(words, F.text)
    made.message.register(not_text)
    made.callback_query.register(again, Again.filter())
    return made
