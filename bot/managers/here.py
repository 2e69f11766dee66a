"""/here: the group in which it is written becomes the room of a branch's managers."""

import re

from aiogram import Router
from aiogram.filters import BaseFilter, Command, CommandObject
from aiogram.types import Message

from bot.dialogue.out import Out
from bot.dialogue.views.notices import notice
from bot.dialogue.views.screen import Screen, escaped
from bot.managers.manager import Manager
from bot.managers.office import Office
from bot.storage.rooms import Room
from contracts.schedule import Branch


class NoRoom(BaseFilter):
    """A group that is no room: nothing but /here is heard there."""

    async def __call__(self, _message: Message, room: Room | None) -> bool:
        return room is None


async def here(message: Message, command: CommandObject, office: Office, manager: Manager, out: Out) -> None:
    """Raises ClinicClientError."""
    words = office.words
    if message.chat.id == office.rooms.manager_chat_id:
        out.say(notice(words, "managers-here-is-main"))
        return
    branches = [each for each in await office.desk.clinic.branches() if manager.oversees(each.branch_id)]
    branch = named(command.args or "", branches)
    if branch is None:
        lines = [f"/here {each.branch_id} – {escaped(each.name)}" for each in branches]
        out.say(Screen("\n".join([words.html("managers-here-which"), *lines])))
        return
    await office.book.open(message.chat.id, branch.branch_id)
    out.say(Screen(words.html("managers-here-done", branch=branch.name)))


async def silent(_message: Message) -> None:
    """Other commands in a group that is no room: it is not ours to speak in."""


def named(written: str, branches: list[Branch]) -> Branch | None:
    """The branch by its number, or by a part of its name that no other has."""
    wanted = " ".join(written.casefold().split())
    if re.fullmatch(r"[0-9]{1,9}", wanted):
        return next((each for each in branches if each.branch_id == int(wanted)), None)
    found = [each for each in branches if wanted and wanted in each.name.casefold()]
    return found[0] if len(found) == 1 else None


def router() -> Router:
    """Registered before all others."""
    made = Router(name="managers' rooms")
    made.message.register(here, Command("here"))
    made.message.register(silent, NoRoom())
    return made
