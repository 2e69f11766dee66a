"""What the clinic decided about a wish: its patient reads how it stands when the news arrives."""

from api_client import NotFound
from bot.dialogue.desk import Desk, Talk
from bot.dialogue.memory import Memory
from bot.dialogue.out import Out, Outgoing, Priority
from bot.dialogue.screens.cards import card_of
from bot.dialogue.views import applications
from bot.dialogue.views.screen import Screen
from contracts.applications import Application, ApplicationStatus
from contracts.appointments import AppointmentStatus
from contracts.deliveries import MANAGERS, Delivery

KINDS = tuple(
    f"application.{what}"
    for what in (
        *("approved", "declined", "expired", "reopened"),
        *("created", "proposed", "due_soon", "moved", "counter_offered", "withdrawn"),  # managers alone hear of these
    )
)
REFUSED = frozenset({ApplicationStatus.DECLINED, ApplicationStatus.EXPIRED})


async def decided(delivery: Delivery, desk: Desk) -> list[Outgoing]:
    """Approved: the visit's card. Declined or expired: why, and what is left. Managers read of it elsewhere."""
    if delivery.recipient == MANAGERS:
        return []
    out = Out()
    talk = Talk(desk, delivery.recipient, Memory(language=desk.language), desk.clock(), out)
    try:
        application = await talk.calls.application(int(delivery.payload["application_id"]))
    except NotFound:
        return []  # erased since
    screen = await _screen(talk, application)
    if screen is not None:
        out.say(screen, priority=Priority.DECISION)
    return out.items


async def _screen(talk: Talk, application: Application) -> Screen | None:
    """None for what its owner has done, and so knows."""
    if application.status in REFUSED:
        return applications.refused(talk.texts, application, talk.now)
    visit = application.appointment
    if visit is None or application.status is ApplicationStatus.WITHDRAWN:
        return None
    heading = None
    if visit.status is AppointmentStatus.CONFIRMED:
        heading = "news-approved"
    elif visit.status is AppointmentStatus.PENDING:
        heading = "news-reopened"
    return await card_of(talk, visit, heading=heading)
