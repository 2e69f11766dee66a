"""The patient's own words: the answer to an open question, or something for the receptionist."""

from collections.abc import Sequence

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from api_client import ClinicClientError
from bot.dialogue.callbacks import Again
from bot.dialogue.desk import Talk
from bot.dialogue.handlers.going_on import answer_waiting
from bot.dialogue.handlers.questions import answers_question
from bot.dialogue.handlers.reminders import came_in_words
from bot.dialogue.reading.assent import is_assent
from bot.dialogue.screens.held import held_screen
from bot.dialogue.ticket_names import ticket_of
from bot.dialogue.use_cases.tickets import owned_ticket
from bot.dialogue.views import notices

__all__ = ["answer_waiting", "router", "take_words"]


async def words(message: Message, talk: Talk, parts: Sequence[str] = (), message_ids: Sequence[int] = ()) -> None:
    """Kept until they are answered, so that neither the consent nor a failure costs retyping.

    `parts` and `message_ids`: of a burst that was joined into one message. A caption is read as words, too.
    """
    text = message.text or message.caption or ""
    ids = list(message_ids) or [message.message_id]
    written = list(parts) if len(parts) == len(ids) else [text] * len(ids)
    await take_words(talk, text, ids, written, await _answered_ticket(message, talk))
    if message.text is None and talk.memory.ticket is not None and await owned_ticket(talk) is not None:
        talk.out.say(notices.notice(talk.texts, "ticket-caption-only"))


async def take_words(
    talk: Talk, text: str, ids: Sequence[int], written: Sequence[str], replied: int | None = None
) -> None:
    """`text` has passed the emergency gate; `ids` and `written`: the messages it came in, and what each said.

    `replied`: the ticket whose message they answer.
    """
    if await _for_people(talk, text, ids, written, replied):
        return
    if await came_in_words(talk, text):
        return
    if await answers_question(talk, text):
        return
    hold = talk.memory.standing_hold(talk.now)
    if hold is not None and is_assent(text, talk.language):
        talk.out.say(await held_screen(talk, hold))  # booking is what the button does, and nothing else
        return
    _keep(talk, text, ids, written)
    await answer_waiting(talk)


async def _for_people(talk: Talk, text: str, ids: Sequence[int], written: Sequence[str], replied: int | None) -> bool:
    """Whether people have the conversation, or are addressed: then the words have been dealt with.

    A question that the patient's own tap has opened is answered first.
    """
    asking = talk.memory.asking
    writing = asking is not None and asking.what == "ticket"
    try:
        if not writing and replied is None and await owned_ticket(talk) is None:
            return False
    except ClinicClientError:
        _keep(talk, text, ids, written)
        raise
    if writing or replied is not None or not await answers_question(talk, text):
        _keep(talk, text, ids, written)
        await answer_waiting(talk, replied=replied)
    return True


def _keep(talk: Talk, text: str, ids: Sequence[int], written: Sequence[str]) -> None:
    for message_id, part in zip(ids, written, strict=True):
        talk.memory.hear(message_id, part)
    talk.memory.wait_for(text, ids)


async def _answered_ticket(message: Message, talk: Talk) -> int | None:
    """Whose message this one is a reply to, if it is a ticket's."""
    answered = message.reply_to_message
    return None if answered is None else ticket_of(await talk.desk.label_of(message.chat.id, answered.message_id))


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
