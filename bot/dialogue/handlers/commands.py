"""/start, /help, /lang, /cancel."""

from aiogram import F, Router
from aiogram.filters import Command, CommandStart
from aiogram.types import CallbackQuery, Message

from bot.dialogue.callbacks import ChooseLanguage
from bot.dialogue.desk import Talk
from bot.dialogue.use_cases.let_go import let_go
from bot.dialogue.views import notices
from bot.dialogue.views.screen import Screen, paragraphs


async def start(_message: Message, talk: Talk) -> None:
    talk.out.say(notices.notice(talk.texts, "greeting"))


async def help_(_message: Message, talk: Talk) -> None:
    talk.out.say(notices.notice(talk.texts, "help"))


async def ask_language(_message: Message, talk: Talk) -> None:
    talk.out.say(notices.choose_language(talk.texts))


async def choose_language(_query: CallbackQuery, callback_data: ChooseLanguage, talk: Talk) -> None:
    talk.memory.language, talk.memory.language_chosen = callback_data.language, True
    talk.out.replace(notices.notice(talk.texts, "language-chosen"))


async def cancel(_message: Message, talk: Talk) -> None:
    """Forget what was begun; a hold is given back first, so nobody waits for its deadline."""
    kept = talk.memory.hold
    released = kept is not None and await let_go(talk, kept.hold.hold_id)
    talk.memory.forget()
    told = [talk.texts.html("hold-let-go")] if released else []
    talk.out.say(Screen(paragraphs([*told, talk.texts.html("forgotten")])))


async def unknown(_message: Message, talk: Talk) -> None:
    talk.out.say(notices.notice(talk.texts, "unknown-command"))


def router() -> Router:
    made = Router(name="commands")
    made.message.register(start, CommandStart())
    made.message.register(help_, Command("help"))
    made.message.register(ask_language, Command("lang"))
    made.message.register(cancel, Command("cancel"))
    made.callback_query.register(choose_language, ChooseLanguage.filter())
    return made


def unknown_router() -> Router:
    """Registered after every command of others."""
    made = Router(name="unknown-command")
    made.message.register(unknown, F.text.startswith("/"))
    return made
