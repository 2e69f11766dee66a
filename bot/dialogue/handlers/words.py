"""The patient's own words: consent once, then the receptionist."""

from aiogram import Bot, F, Router
from aiogram.enums import ChatAction
from aiogram.types import CallbackQuery, Chat, Message

from bot.dialogue.callbacks import Again
from bot.dialogue.desk import Talk
from bot.dialogue.show import acknowledge, say
from bot.dialogue.use_cases.answer import answer
from bot.dialogue.use_cases.consent import has_agreed
from bot.dialogue.use_cases.directory import known_branches
from bot.dialogue.views import notices
from bot.dialogue.views.proposals import INTRO_LENGTH, proposals
from bot.dialogue.views.screen import Screen, cut, escaped


async def words(message: Message, bot: Bot, talk: Talk) -> None:
    """Kept until they are answered, so that neither the consent nor a failure costs retyping."""
    talk.memory.wait_for(message.text or "")
    await answer_waiting(bot, message.chat, talk)


async def again(query: CallbackQuery, bot: Bot, talk: Talk) -> None:
    await acknowledge(query)
    if query.message is None:
        return
    if talk.memory.waiting is None:
        await say(bot, query.message.chat, notices.notice(talk.texts, "nothing-to-repeat"))
        return
    await answer_waiting(bot, query.message.chat, talk)


async def answer_waiting(bot: Bot, chat: Chat, talk: Talk) -> None:
    """Answer the words that wait, if the account has agreed; else ask for the consent, and let them wait."""
    waiting = talk.memory.waiting
    if waiting is None:
        return
    if not await has_agreed(talk):
        await say(bot, chat, notices.consent(talk.texts))
        return
    await bot.send_chat_action(chat.id, ChatAction.TYPING)
    result = await answer(talk, waiting)
    if not result.proposals:
        await say(bot, chat, Screen(escaped(cut(result.text, INTRO_LENGTH))))
        return
    offers = [talk.memory.offer(slot_id) for slot_id in talk.memory.shown]
    branches = await known_branches(talk)
    await say(bot, chat, proposals(talk.texts, result.text, [o for o in offers if o], branches, talk.now))


async def not_text(message: Message, bot: Bot, talk: Talk) -> None:
    await say(bot, message.chat, notices.notice(talk.texts, "only-text"))


def router() -> Router:
    made = Router(name="words")
    made.message.register(words, F.text)
    made.message.register(not_text)
    made.callback_query.register(again, Again.filter())
    return made
