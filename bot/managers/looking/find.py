"""/find NAME or the last digits of a phone: people with their coming visits. Their names stay in the managers' room."""

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import Message

from bot.dialogue.out import Out
from bot.dialogue.views.dates import when
from bot.dialogue.views.notices import notice
from bot.dialogue.views.screen import Screen
from bot.managers.entrance import READS
from bot.managers.manager import Manager
from bot.managers.office import Office
from bot.managers.scope import branches_of
from bot.storage.rooms import Room
from contracts.found import FoundPerson

MOST, MOST_VISITS, LONGEST = 8, 5, 100


async def find(
    _message: Message, command: CommandObject, office: Office, manager: Manager, room: Room, out: Out
) -> None:
    """Raises ClinicClientError."""
    words, text = office.words, " ".join((command.args or "").split())[:LONGEST]
    if not text or not text.isprintable():
        out.say(notice(words, "looking-find-how"))
        return
    found: list[FoundPerson] = []
    more = False
    for branch_id in branches_of(manager, room):
        page = await office.desk.clinic.find_people(text, branch_id=branch_id, limit=MOST)
        found += [one for one in page.people if one not in found]
        more = more or page.more
    if not found:
        out.say(notice(words, "looking-find-none"))
        return
    lines = [line for one in found[:MOST] for line in _lines(office, one)]
    if more or len(found) > MOST:
        lines.append(words.html("looking-find-more"))
    out.say(Screen("\n".join(lines)))


def _lines(office: Office, one: FoundPerson) -> list[str]:
    words, now = office.words, office.desk.clock()
    name = one.full_name or words.say("looking-nobody")
    phone = f", {one.phone}" if one.phone else ""
    visits = [
        words.html(
            "looking-person-visit",
            when=when(words, visit.start_time, visit.time_zone, now),
            doctor=visit.doctor_name,
            state=words.say(f"looking-state-{visit.status.value}"),
        )
        for visit in one.visits[:MOST_VISITS]
    ]
    title = words.html("looking-person", name=f"{name}{phone}")
    return [title, *(visits or [words.html("looking-person-no-visits")])]


def router() -> Router:
    made = Router(name="managers' find")
    made.message.register(find, Command("find"), flags=READS)
    return made
