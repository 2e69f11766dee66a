"""Somebody wants to be called: the managers' group is told, with the number, and a button for when it is done."""

from bot.dialogue.desk import Desk
from bot.dialogue.out import Out, Outgoing, Priority, Words
from bot.managers.views import call_request, label_of
from bot.texts import texts
from contracts.deliveries import Delivery


async def opened(delivery: Delivery, desk: Desk) -> list[Outgoing]:
    """Name and number are fetched now, as the clinic's staff: they travel in no delivery and stand in no log."""
    request = await desk.clinic.call_request(int(delivery.payload["call_request_id"]))
    out = Out()
    screen = call_request(texts(desk.language), request, desk.zone)
    out.say(screen, label=label_of(request.id), priority=Priority.DECISION)
    return out.items


async def cancelled(delivery: Delivery, desk: Desk) -> list[Outgoing]:
    """The message turns into one without the button."""
    request = await desk.clinic.call_request(int(delivery.payload["call_request_id"]))
    screen = call_request(texts(desk.language), request, desk.zone)
    words = Words(html=screen.text, markup=screen.markup)
    return [Outgoing(content=words, target=label_of(request.id), priority=Priority.DECISION)]
