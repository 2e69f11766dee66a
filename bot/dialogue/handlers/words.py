"""The patient's own words: the answer to an open question, or something for the receptionist."""

from collections.abc import Sequence

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from bot.dialogue.callbacks import Again
from bot.dialogue.desk import Talk
from bot.dialogue.handlers.going_on import answer_waiting
from bot.dialogue.handlers.questions import answers_question
from bot.dialogue.handlers.reminders import came_in_words
from bot.dialogue.reading.assent import is_assent
from bot.dialogue.screens.held import held_screen
from bot.dialogue.views import notices

__all__ = ["answer_waiting", "router", "take_words"]


async def words(message: Message, talk: Talk, parts: Sequence[str] = (), message_ids: Sequence[int] = ()) -> None:
    """Kept until they are answered, so that neither the consent nor a failure costs retyping.

    `parts` and `message_ids`: of a burst that was joined into one message. A caption is read as words, too.
    """
    text = message.text or message.caption or ""
    ids = list(message_ids) or [message.message_id]
    await take_words(talk, text, ids, list(parts) if len(parts) == len(ids) else [text] * len(ids))


async def take_words(talk: Talk, text: str, ids: Sequence[int], written: Sequence[str]) -> None:
    """`text` has passed the emergency gate; `ids` and `written`: the messages it came in, and what each said."""
    if await came_in_words(talk, text):
        return
    if await answers_question(talk, text):
        return
    hold = talk.memory.standing_hold(talk.now)
    if hold is not None and is_assent(text, talk.language):
        talk.out.say(await held_screen(talk, hold))  # booking is what the button does, and nothing else
        return
    for message_id, part in zip(ids, written, strict=True):
        talk.memory.hear(message_id, part)
    talk.memory.wait_for(text, ids)
    await answer_waiting(talk)


async def again(_query: CallbackQuery, talk: Talk) -> None:
    if talk.memory.waiting is None:
        talk.out.say(notices.notice(talk.texts, "nothing-to-repeat"))
        return
    await answer_waiting(talk)


def router() -> Router:
    made = Router(name="words")
    made.message.register(words, F.text | F.caption)
    made.callback_query.register(again, Again.filter())
    return made
