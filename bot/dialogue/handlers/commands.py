"""/start, /help, /lang, /cancel."""

from aiogram import Bot, F, Router
from aiogram.filters import Command, CommandStart
from aiogram.types import CallbackQuery, Message

from bot.dialogue.callbacks import ChooseLanguage
from bot.dialogue.desk import Talk
from bot.dialogue.show import replace, say
from bot.dialogue.use_cases.let_go import let_go
from bot.dialogue.views import notices
from bot.dialogue.views.screen import Screen, paragraphs


async def start(message: Message, bot: Bot, talk: Talk) -> None:
    await say(bot, message.chat, notices.notice(talk.texts, "greeting"))


async def help_(message: Message, bot: Bot, talk: Talk) -> None:
    await say(bot, message.chat, notices.notice(talk.texts, "help"))


async def ask_language(message: Message, bot: Bot, talk: Talk) -> None:
    await say(bot, message.chat, notices.choose_language(talk.texts))


async def choose_language(query: CallbackQuery, callback_data: ChooseLanguage, bot: Bot, talk: Talk) -> None:
    talk.memory.language, talk.memory.language_chosen = callback_data.language, True
    await replace(query, bot, notices.notice(talk.texts, "language-chosen"))


async def cancel(message: Message, bot: Bot, talk: Talk) -> None:
    """Forget what was begun; a hold is given back first, so nobody waits for its deadline."""
    kept = talk.memory.hold
    released = kept is not None and await let_go(talk, kept.hold.hold_id)
    talk.memory.forget()
    told = [talk.texts.html("hold-let-go")] if released else []
    await say(bot, message.chat, Screen(paragraphs([*told, talk.texts.html("forgotten")])))


async def unknown(message: Message, bot: Bot, talk: Talk) -> None:
    await say(bot, message.chat, notices.notice(talk.texts, "unknown-command"))


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
