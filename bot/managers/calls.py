"""'Called': the request is done, and its message says so to the whole group."""

from aiogram import Router
from aiogram.types import CallbackQuery

from api_client import NotFound, WrongTransition
from bot.dialogue.desk import Desk
from bot.dialogue.out import Out
from bot.dialogue.people_callbacks import CallDone
from bot.dialogue.views.notices import notice
from bot.managers.manager import Manager
from bot.managers.views import call_request
from bot.texts import texts


async def done(_query: CallbackQuery, callback_data: CallDone, desk: Desk, manager: Manager, out: Out) -> None:
    """A second tap, or one after the patient took it back, shows how it stands. Raises ClinicClientError."""
    words = texts(desk.language)
    try:
        request = await desk.clinic.finish_call_request(callback_data.request_id, by=manager.account)
    except WrongTransition:
        request = await desk.clinic.call_request(callback_data.request_id)
    except NotFound:
        out.replace(notice(words, "managers-call-unknown"))
        return
    out.replace(call_request(words, request, desk.zone))


def router() -> Router:
    made = Router(name="managers' calls")
    made.callback_query.register(done, CallDone.filter())
    return made
