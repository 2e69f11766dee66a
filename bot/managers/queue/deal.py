"""/queue: deal the next application, and take one back."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from api_client import NotFound, Refused
from bot.dialogue.out import Out
from bot.dialogue.views.notices import notice
from bot.managers.manager import Manager
from bot.managers.office import Office
from bot.managers.queue.callbacks import Release, ShowCard, TakeNext
from bot.managers.queue.card import label_of, shown
from bot.managers.queue.refused import tell
from bot.managers.scope import branches_of
from bot.storage.rooms import Room
from contracts.applications import Application

MOST = 200


async def queue(_message: Message, office: Office, manager: Manager, room: Room, out: Out) -> None:
    """Raises ClinicClientError."""
    await deal(office, manager, room, out)


async def take_next(_query: CallbackQuery, office: Office, manager: Manager, room: Room, out: Out) -> None:
    await deal(office, manager, room, out)


async def deal(office: Office, manager: Manager, room: Room, out: Out) -> None:
    """What the manager has in hand comes first: nobody collects cards."""
    application = await _in_hand(office, manager, room) or await _next(office, manager, room)
    if application is None:
        out.say(notice(office.words, "queue-empty"))
        return
    out.say(await shown(office, application), label=label_of(application.id))


async def show(_query: CallbackQuery, callback_data: ShowCard, office: Office, out: Out) -> None:
    """The card as it stands, without the reasons or the times."""
    try:
        out.replace(await shown(office, await office.desk.clinic.application(callback_data.number)))
    except NotFound as refusal:
        await tell(office, out, callback_data.number, refusal)


async def release(_query: CallbackQuery, callback_data: Release, office: Office, manager: Manager, out: Out) -> None:
    """Only a line stays of the card: whoever takes it next reads a new one."""
    number = callback_data.number
    try:
        await office.desk.clinic.release_application(number, by=manager.account)
    except Refused as refusal:
        await tell(office, out, number, refusal)
        return
    out.replace(notice(office.words, "queue-released", number=str(number), name=manager.name))


async def _in_hand(office: Office, manager: Manager, room: Room) -> Application | None:
    for branch_id in branches_of(manager, room):
        page = await office.desk.clinic.applications(awaits="manager", branch_id=branch_id, order="deadline", size=MOST)
        for each in page.applications:
            if each.taken_by == manager.account:
                return await office.desk.clinic.take_application(each.id, by=manager.account)
    return None


async def _next(office: Office, manager: Manager, room: Room) -> Application | None:
    for branch_id in branches_of(manager, room):
        try:
            return await office.desk.clinic.next_application(by=manager.account, branch_id=branch_id)
        except NotFound:
            continue
    return None


def router() -> Router:
    made = Router(name="managers' queue")
    made.message.register(queue, Command("queue"))
    made.callback_query.register(take_next, TakeNext.filter())
    made.callback_query.register(show, ShowCard.filter())
    made.callback_query.register(release, Release.filter())
    return made
