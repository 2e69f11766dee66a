"""What managers read of the clinic's news. Most of it only changes the digest, and the card if it is on show."""

from collections.abc import Awaitable, Callable

from api_client import NotFound
from bot.dialogue.desk import Desk
from bot.dialogue.out import Outgoing, Priority, Words
from bot.dialogue.views.dates import when
from bot.dialogue.views.notices import notice
from bot.managers.closing import news as closing
from bot.managers.office import Office
from bot.managers.queue.card import NOBODY, label_of, shown
from bot.sending.deliveries import Render
from contracts.deliveries import MANAGERS, Delivery
from contracts.managers import ManagerRole

Written = Callable[[Delivery, Office], Awaitable[list[Outgoing]]]


async def counted(_delivery: Delivery, _office: Office) -> list[Outgoing]:
    """The digest counts it; no message a application."""
    return []


async def changed(delivery: Delivery, office: Office) -> list[Outgoing]:
    """The patient, the deadline or the clinic's rules did something: a card on show says so.

    What a manager did stands in the card already. Raises ClinicClientError.
    """
    number = int(delivery.payload["application_id"])
    try:
        application = await office.desk.clinic.application(number)
    except NotFound:
        return []
    if application.awaits is None and application.decided_by not in NOBODY:
        return []
    screen = await shown(office, application)
    words = Words(html=screen.text, markup=screen.markup)
    return [Outgoing(content=words, target=label_of(number), only_if_there=True, priority=Priority.REST)]


async def due_soon(delivery: Delivery, office: Office) -> list[Outgoing]:
    number = int(delivery.payload["application_id"])
    application = await office.desk.clinic.application(number)
    if application.awaits != "manager" or application.decide_by is None:
        return []
    visit = application.appointment
    zone = office.desk.zone.key if visit is None else visit.time_zone
    until = when(office.words, application.decide_by, zone, office.desk.clock())
    screen = notice(office.words, "queue-due-soon", number=str(number), until=until)
    return [Outgoing(content=Words(html=screen.text), priority=Priority.DECISION)]


async def joined(delivery: Delivery, office: Office) -> list[Outgoing]:
    """Nobody comes in unseen, and nobody who has come in is refused."""
    office.rights.forget()
    number = int(delivery.payload["manager_id"])
    found = next((one for one in await office.desk.clinic.managers() if one.manager_id == number), None)
    if found is None:
        return []
    text = "managers-joined" if found.role is ManagerRole.MANAGER else "managers-joined-reader"
    return [Outgoing(content=Words(html=notice(office.words, text, name=found.name).text), priority=Priority.DECISION)]


def rendering(office: Office, others: Render) -> Render:
    """`others` for all that is not the managers' own."""

    async def render(delivery: Delivery, desk: Desk) -> list[Outgoing] | None:
        written = KINDS.get(delivery.kind) if delivery.recipient == MANAGERS else None
        return await others(delivery, desk) if written is None else await written(delivery, office)

    return render


KINDS: dict[str, Written] = {
    "application.created": counted,
    "application.proposed": counted,
    "application.due_soon": due_soon,
    "application.moved": changed,
    "application.approved": changed,
    "application.declined": changed,
    "application.counter_offered": counted,
    "application.withdrawn": changed,
    "application.expired": changed,
    "application.reopened": counted,
    "manager.joined": joined,
    "closing.due": closing.due,
    "reminders.missing": closing.reminders_missing,
}
