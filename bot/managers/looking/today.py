"""/today: the visits of the room's branches, by time, a page at a time."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.dialogue.out import Out
from bot.dialogue.views.dates import day_in_words
from bot.dialogue.views.screen import Button, Screen
from bot.managers.entrance import READS
from bot.managers.looking.callbacks import TodayPage
from bot.managers.looking.lines import OVER, visit_line
from bot.managers.manager import Manager
from bot.managers.office import Office
from bot.managers.scope import branches_of
from bot.storage.rooms import Room
from contracts.appointments import Appointment
from contracts.schedule import Branch

A_PAGE, MOST = 15, 200


async def today(_message: Message, office: Office, manager: Manager, room: Room, out: Out) -> None:
    """Raises ClinicClientError."""
    out.say(await _screen(office, manager, room, 0))


async def turn(
    _query: CallbackQuery, callback_data: TodayPage, office: Office, manager: Manager, room: Room, out: Out
) -> None:
    out.replace(await _screen(office, manager, room, callback_data.page))


async def _screen(office: Office, manager: Manager, room: Room, page: int) -> Screen:
    words = office.words
    visits: list[tuple[Branch, Appointment]] = []
    branches = await _branches(office, manager, room)
    for branch in branches:
        visits += [(branch, visit) for visit in await visits_of_day(office, branch, 0)]
    if not visits:
        return Screen(words.html("looking-today-none"))
    pages = -(-len(visits) // A_PAGE)
    page = min(page, pages - 1)
    lines = [words.html("looking-today", count=len(visits))]
    shown: Branch | None = None
    for branch, visit in visits[page * A_PAGE : (page + 1) * A_PAGE]:
        if branch != shown and len(branches) > 1:
            lines.append(words.html("looking-branch", branch=branch.name))
        shown = branch
        lines.append(visit_line(words, visit, doctor=True))
    earlier = (Button(words.say("looking-earlier"), TodayPage(page=page - 1)),) if page > 0 else ()
    later = (Button(words.say("looking-later"), TodayPage(page=page + 1)),) if page + 1 < pages else ()
    row = (*earlier, *later)
    return Screen("\n".join(lines), grid=(row,) if row else ())


async def _branches(office: Office, manager: Manager, room: Room) -> Sequence[Branch]:
    wanted = branches_of(manager, room)
    return [one for one in await office.desk.directory.branches() if wanted == (None,) or one.branch_id in wanted]


async def visits_of_day(
    office: Office, branch: Branch, days: int, doctor_id: int | None = None
) -> Sequence[Appointment]:
    """Those that take time on the branch's day so many days from today; moved and cancelled ones do not."""
    begin, end = day_of(office, branch, days)
    page = await office.desk.clinic.appointments(
        branch_id=branch.branch_id, doctor_id=doctor_id, from_=begin, to=end, size=MOST
    )
    found = list(page.appointments)
    for number in range(2, -(-page.total // MOST) + 1):
        more = await office.desk.clinic.appointments(
            branch_id=branch.branch_id, doctor_id=doctor_id, from_=begin, to=end, page=number, size=MOST
        )
        found += more.appointments
    return [one for one in found if one.status not in OVER]


def day_of(office: Office, branch: Branch, days: int) -> tuple[datetime, datetime]:
    """The beginning and the end of a day of the branch's zone."""
    zone = ZoneInfo(branch.time_zone)
    day = office.desk.clock().astimezone(zone).date() + timedelta(days=days)
    return datetime.combine(day, time(), zone), datetime.combine(day + timedelta(days=1), time(), zone)


def day_title(office: Office, branch: Branch, days: int) -> str:
    today_ = office.desk.clock().astimezone(ZoneInfo(branch.time_zone)).date()
    return day_in_words(office.words, today_ + timedelta(days=days), today_)


def router() -> Router:
    made = Router(name="managers' today")
    made.message.register(today, Command("today"), flags=READS)
    made.callback_query.register(turn, TodayPage.filter(), flags=READS)
    return made
