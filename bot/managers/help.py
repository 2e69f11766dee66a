"""/help in a managers' group, and the answer to commands that are none."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import Message

from bot.dialogue.out import Out
from bot.dialogue.views.screen import Screen
from bot.managers.commands import COMMANDS
from bot.managers.entrance import READS
from bot.managers.office import Office


async def help_(_message: Message, office: Office, out: Out) -> None:
    words = office.words
    lines = [f"/{one} – {words.say(f'managers-command-{one}')}" for one in COMMANDS]
    out.say(Screen("\n".join([words.html("managers-help"), *lines])))


def router() -> Router:
    """Registered after all others."""
    made = Router(name="managers' help")
    made.message.register(help_, Command("help", "start"), flags=READS)
    made.message.register(help_, F.text.startswith("/"), flags=READS)
    return made
