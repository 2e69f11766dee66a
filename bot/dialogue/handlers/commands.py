"""/start, /help, /lang, /cancel."""

from aiogram import F, Router
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.types import CallbackQuery, Message

from api_client import ClinicClientError
from bot.dialogue.callbacks import ChooseLanguage
from bot.dialogue.desk import Talk
from bot.dialogue.use_cases.consent import ask, has_agreed
from bot.dialogue.use_cases.deep_link import deep_link
from bot.dialogue.use_cases.let_go import let_go
from bot.dialogue.views import contact, menu, notices
from bot.dialogue.views.screen import Screen, paragraphs


async def start(_message: Message, command: CommandObject, talk: Talk) -> None:
    """Greet, bring the keyboard, and ask for the consent if it has not been given; then open the link, if there is one.

    Nothing that was begun is lost by it.
    """
    talk.out.say(contact.with_menu(talk.texts, "greeting"))
    if command.args:
        await deep_link(talk, command.args)
    elif not await _agreed_or_unknown(talk):
        ask(talk)


async def _agreed_or_unknown(talk: Talk) -> bool:
    """A clinic that is away now is asked again with the first words."""
    try:
        return await has_agreed(talk)
    except ClinicClientError:
        return True


async def help_(_message: Message, talk: Talk) -> None:
    talk.out.say(Screen(talk.texts.html("help"), keyboard=menu.main(talk.texts)))


async def ask_language(_message: Message, talk: Talk) -> None:
    talk.out.say(notices.choose_language(talk.texts))


async def choose_language(_query: CallbackQuery, callback_data: ChooseLanguage, talk: Talk) -> None:
    """The keyboard changes its language, too: that needs a new message."""
    talk.memory.language, talk.memory.language_chosen = callback_data.language, True
    talk.out.say(contact.with_menu(talk.texts, "language-chosen"))


async def cancel(_message: Message, talk: Talk) -> None:
    """Forget what was begun; a hold is given back first, so nobody waits for its deadline."""
    kept = talk.memory.hold
    released = kept is not None and await let_go(talk, kept.hold.hold_id)
    talk.memory.forget()
    told = [talk.texts.html("hold-let-go")] if released else []
    text = paragraphs([*told, talk.texts.html("forgotten")])
    talk.out.say(Screen(text, keyboard=menu.main(talk.texts)))


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
