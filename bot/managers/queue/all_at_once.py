"""Approve all without conflicts, after a question; one tap takes them back."""

from aiogram import Router
from aiogram.types import CallbackQuery

from api_client import Refused
from bot.dialogue.out import Out
from bot.dialogue.views.notices import notice
from bot.dialogue.views.screen import Button, Screen, escaped
from bot.managers.manager import Manager
from bot.managers.office import Office
from bot.managers.queue.callbacks import ApproveAll, AskAll, NotAll, UndoAll
from bot.managers.queue.refused import NOTES
from bot.managers.scope import branches_of
from bot.storage import batches
from bot.storage.rooms import Room
from contracts.applications import ApplicationStatus, LeftApplication

MOST_LINES = 10


async def ask(_query: CallbackQuery, office: Office, manager: Manager, room: Room, out: Out) -> None:
    """Raises ClinicClientError."""
    words, count = office.words, 0
    for branch_id in branches_of(manager, room):
        page = await office.desk.clinic.applications(
            status=ApplicationStatus.PROPOSED, awaits="manager", branch_id=branch_id, size=1
        )
        count += page.total
    if not count:
        out.note = words.say("queue-empty-note")
        return
    buttons = (
        Button(words.say("queue-all-yes"), ApproveAll(), "success"),
        Button(words.say("queue-all-no"), NotAll()),
    )
    out.say(Screen(words.html("queue-all-ask", count=count), buttons))


async def approve(_query: CallbackQuery, office: Office, manager: Manager, room: Room, out: Out) -> None:
    """What has a conflict is named and stays in the queue."""
    words = office.words
    approved: list[int] = []
    left: list[LeftApplication] = []
    for branch_id in branches_of(manager, room):
        done = await office.desk.clinic.approve_all(by=manager.account, branch_id=branch_id)
        approved += done.approved
        left += done.left
    text = [words.html("queue-all-done", count=len(approved), name=manager.name)]
    if left:
        text.append(words.html("queue-all-left", count=len(left)))
        text += [escaped(_left(office, each)) for each in left[:MOST_LINES]]
    undo: tuple[Button, ...] = ()
    if approved:
        batch = await batches.keep(office.pool, manager.account, approved)
        undo = (Button(words.say("queue-undo"), UndoAll(batch=batch)),)
    out.replace(Screen("\n".join(text), undo))


async def drop(_query: CallbackQuery, office: Office, out: Out) -> None:
    out.replace(notice(office.words, "queue-all-dropped"))


async def undo(_query: CallbackQuery, callback_data: UndoAll, office: Office, manager: Manager, out: Out) -> None:
    """Each by itself: what the patient has changed meanwhile stays. They are in the queue again, in nobody's hands."""
    words = office.words
    batch = await batches.read(office.pool, callback_data.batch)
    if batch is None or batch.by != manager.account:
        out.note, out.alert = words.say("queue-note-cannot_undo"), True
        return
    back = 0
    for number in batch.application_ids:
        try:
            await office.desk.clinic.undo_approval(number, by=manager.account)
            back += 1
            await office.desk.clinic.release_application(number, by=manager.account)
        except Refused:
            continue
    if not back:
        out.note, out.alert = words.say("queue-note-cannot_undo"), True
        return
    kept = len(batch.application_ids) - back
    out.replace(Screen(words.html("queue-all-undone", count=back, name=manager.name, kept=kept)))


def _left(office: Office, one: LeftApplication) -> str:
    why = f"queue-note-{one.code}" if one.code in NOTES else "queue-left-other"
    text = "queue-left-taken" if one.code == "taken" else why
    return office.words.say("queue-left", number=str(one.id), why=office.words.say(text))


def router() -> Router:
    made = Router(name="managers' approvals of many")
    made.callback_query.register(ask, AskAll.filter())
    made.callback_query.register(approve, ApproveAll.filter())
    made.callback_query.register(drop, NotAll.filter())
    made.callback_query.register(undo, UndoAll.filter())
    return made
