"""/close, and the buttons of the closing list."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from api_client import Conflict, NotFound, SlotTaken, WrongTransition
from bot.dialogue.out import Out
from bot.managers.closing.callbacks import ClosingPage, MarkVisit, UnmarkVisit
from bot.managers.closing.unmarked import scope, unmarked
from bot.managers.closing.views import closing_list
from bot.managers.entrance import READS
from bot.managers.manager import Manager
from bot.managers.office import Office
from bot.storage.rooms import Room
from contracts.appointments import Appointment, AppointmentStatus

_MARKED = {AppointmentStatus.COMPLETED: "closing-note-came", AppointmentStatus.NO_SHOW: "closing-note-missed"}


async def close(_message: Message, office: Office, manager: Manager, room: Room, out: Out) -> None:
    """Raises ClinicClientError."""
    visits = await unmarked(office.desk.clinic, scope(manager, room, 0))
    out.say(closing_list(office.words, visits, 0, 0))


async def turn(
    _query: CallbackQuery, callback_data: ClosingPage, office: Office, manager: Manager, room: Room, out: Out
) -> None:
    await _show(office, manager, room, out, callback_data)


async def mark(
    _query: CallbackQuery, callback_data: MarkVisit, office: Office, manager: Manager, room: Room, out: Out
) -> None:
    """The list without the visit, and the way back. One that somebody else has marked shows how."""
    visit = await _visit(office, manager, out, callback_data.number)
    if visit is None:
        return
    clinic = office.desk.clinic
    try:
        marked = await (clinic.came(visit.id) if callback_data.what == "c" else clinic.no_show(visit.id))
    except WrongTransition:
        now = await clinic.appointment(visit.id)
        _note(office, out, _MARKED.get(now.status, "closing-note-otherwise"))
        await _show(office, manager, room, out, callback_data)
        return
    await _show(office, manager, room, out, callback_data, marked)


async def unmark(
    _query: CallbackQuery, callback_data: UnmarkVisit, office: Office, manager: Manager, room: Room, out: Out
) -> None:
    """The visit is in the list again; after some minutes a mark stays."""
    visit = await _visit(office, manager, out, callback_data.number)
    if visit is None:
        return
    try:
        await office.desk.clinic.unmark(visit.id)
    except SlotTaken:
        _note(office, out, "closing-note-taken")
    except WrongTransition:
        _note(office, out, "closing-note-otherwise")
    except Conflict:
        _note(office, out, "closing-note-late")
    await _show(office, manager, room, out, callback_data)


async def _show(
    office: Office,
    manager: Manager,
    room: Room,
    out: Out,
    at: ClosingPage | MarkVisit | UnmarkVisit,
    marked: Appointment | None = None,
) -> None:
    visits = await unmarked(office.desk.clinic, scope(manager, room, at.branch))
    out.replace(closing_list(office.words, visits, at.branch, at.page, marked))


async def _visit(office: Office, manager: Manager, out: Out, number: int) -> Appointment | None:
    """The visit, if it is the manager's to mark."""
    try:
        visit = await office.desk.clinic.appointment(number)
    except NotFound:
        _note(office, out, "closing-note-otherwise")
        return None
    if manager.oversees(visit.branch_id):
        return visit
    _note(office, out, "managers-not-yours")
    return None


def _note(office: Office, out: Out, text: str) -> None:
    out.note, out.alert = office.words.say(text), True


def router() -> Router:
    made = Router(name="closing")
    made.message.register(close, Command("close"), flags=READS)
    made.callback_query.register(turn, ClosingPage.filter(), flags=READS)
    made.callback_query.register(mark, MarkVisit.filter())
    made.callback_query.register(unmark, UnmarkVisit.filter())
    return made
