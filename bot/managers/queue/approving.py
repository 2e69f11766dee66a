"""Approve, and take an approval back."""

from aiogram import Router
from aiogram.types import CallbackQuery

from api_client import Refused
from bot.dialogue.out import Out
from bot.managers.manager import Manager
from bot.managers.office import Office
from bot.managers.queue.callbacks import Approve, Undo
from bot.managers.queue.card import shown
from bot.managers.queue.refused import tell


async def approve(_query: CallbackQuery, callback_data: Approve, office: Office, manager: Manager, out: Out) -> None:
    """The card says who did it and when; a second manager is told who was quicker. Raises ClinicClientError."""
    number = callback_data.number
    try:
        done = await office.desk.clinic.approve_application(number, by=manager.account, version=callback_data.version)
    except Refused as refusal:
        await tell(office, out, number, refusal)
        return
    out.replace(await shown(office, done))


async def undo(_query: CallbackQuery, callback_data: Undo, office: Office, manager: Manager, out: Out) -> None:
    try:
        back = await office.desk.clinic.undo_approval(callback_data.number, by=manager.account)
    except Refused as refusal:
        await tell(office, out, callback_data.number, refusal)
        return
    out.replace(await shown(office, back))


def router() -> Router:
    made = Router(name="managers' approvals")
    made.callback_query.register(approve, Approve.filter())
    made.callback_query.register(undo, Undo.filter())
    return made
