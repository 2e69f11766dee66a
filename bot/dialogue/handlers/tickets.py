"""'Write to the clinic', and the way back to the assistant."""

from aiogram import F, Router
from aiogram.filters import BaseFilter, Command
from aiogram.types import CallbackQuery, Message

from bot.dialogue.desk import Talk
from bot.dialogue.handlers.writing import ask_for_words
from bot.dialogue.menu import MenuWord
from bot.dialogue.ticket_callbacks import ToAssistant, WriteMore, WriteNothing, WriteToClinic
from bot.dialogue.use_cases.tickets import back_to_assistant, owned_ticket, write
from bot.dialogue.views import notices, tickets


async def asked(_message: Message, talk: Talk) -> None:
    await ask_for_words(talk)


async def tapped(_query: CallbackQuery, talk: Talk) -> None:
    await ask_for_words(talk)


async def more(_query: CallbackQuery, callback_data: WriteMore, talk: Talk) -> None:
    """About a matter that is closed: the words will open a ticket that continues it."""
    await ask_for_words(talk, callback_data.ticket_id)


async def nothing(_query: CallbackQuery, talk: Talk) -> None:
    if talk.memory.asking is not None and talk.memory.asking.what == "ticket":
        talk.memory.asking = None
    talk.out.replace(notices.notice(talk.texts, "ticket-nothing"))


async def to_assistant(_query: CallbackQuery, callback_data: ToAssistant, talk: Talk) -> None:
    """A second tap, or one after the clinic gave it back: the same words."""
    if await back_to_assistant(talk, callback_data.ticket_id):
        talk.out.say(tickets.assistant_is_back(talk.texts))
    else:
        talk.out.say(notices.notice(talk.texts, "stale"))


class PeopleHaveIt(BaseFilter):
    """Passes what is sent in a conversation that people have. Raises ClinicClientError."""

    async def __call__(self, _message: Message, talk: Talk) -> bool:
        writing = talk.memory.asking is not None and talk.memory.asking.what == "ticket"
        return writing or await owned_ticket(talk) is not None


async def no_words(_message: Message, talk: Talk) -> None:
    """A voice that nobody can hear, a picture, a file: said, not lost silently."""
    talk.out.say(notices.notice(talk.texts, "ticket-words-only"))


async def corrected(message: Message, talk: Talk) -> None:
    """What was corrected goes after what was written: people may have read it."""
    ticket = await owned_ticket(talk)
    if ticket is not None:
        text = talk.texts.say("ticket-corrected", words=message.text or message.caption or "")
        await write(talk, ticket.id, [(message.message_id, text)])


def router() -> Router:
    made = Router(name="tickets")
    made.message.register(asked, MenuWord("write"))
    made.message.register(asked, Command("write"))
    made.callback_query.register(tapped, WriteToClinic.filter())
    made.callback_query.register(more, WriteMore.filter())
    made.callback_query.register(nothing, WriteNothing.filter())
    made.callback_query.register(to_assistant, ToAssistant.filter())
    return made


def corrections_router() -> Router:
    """Registered before that of edits."""
    made = Router(name="corrections for people")
    made.edited_message.register(corrected, F.text | F.caption, PeopleHaveIt())
    return made


def no_words_router() -> Router:
    """Registered after words, before voices and media."""
    made = Router(name="no words for people")
    made.message.register(
        no_words,
        F.photo | F.video | F.animation | F.document | F.sticker | F.dice | F.location | F.venue | F.poll,
        PeopleHaveIt(),
    )
    made.message.register(no_words, F.voice | F.audio | F.video_note, _nobody_hears, PeopleHaveIt())
    return made


def _nobody_hears(_message: Message, talk: Talk) -> bool:
    return talk.desk.transcriber is None
