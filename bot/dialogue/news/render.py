"""From a delivery to messages."""

from collections.abc import Awaitable, Callable

from bot.dialogue.desk import Desk
from bot.dialogue.news import applications, appointments, blocks, call_requests, offers, reminders, tickets, waits
from bot.dialogue.out import Outgoing
from contracts.deliveries import Delivery

KINDS: dict[str, Callable[[Delivery, Desk], Awaitable[list[Outgoing]]]] = {
    "appointment.cancelled_by_clinic": appointments.cancelled,
    "appointment.moved_by_clinic": appointments.moved,
    **dict.fromkeys(applications.KINDS, applications.decided),
    "offer.made": offers.made,
    "offer.over": offers.over,
    "wait.expired": waits.expired,
    "reminder.due": reminders.due,
    "visit.missed": reminders.missed,
    "visit.not_confirmed": reminders.not_confirmed,
    "rebooking.none": blocks.no_time,
    "rebooking.undone": blocks.undone,
    "block.changed": blocks.changed,
    "ticket.opened": tickets.opened,
    "ticket.changed": tickets.changed,
    "ticket.commented": tickets.commented,
    "ticket.undelivered": tickets.undelivered,
    "ticket.answered": tickets.answered,
    "ticket.taken": tickets.taken,
    "ticket.given_back": tickets.given_back,
    "ticket.closed": tickets.closed,
    "call_request.opened": call_requests.opened,
    "call_request.cancelled": call_requests.cancelled,
}


async def render(delivery: Delivery, desk: Desk) -> list[Outgoing] | None:
    """What the reader is shown, in `desk.language`; nothing if it is not worth telling any more.

    None: a kind of another version.

    Raises ClinicClientError when the clinic does not answer, KeyError or ValueError for a payload that is not ours.
    """
    written = KINDS.get(delivery.kind)
    return None if written is None else await written(delivery, desk)
