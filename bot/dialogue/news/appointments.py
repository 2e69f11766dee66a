"""The clinic has cancelled or moved a visit: the owner of the account reads the card as it stands now."""

from bot.dialogue.desk import Desk, Talk
from bot.dialogue.memory import Memory
from bot.dialogue.out import Out, Outgoing, Priority
from bot.dialogue.screens.cards import card_of
from contracts.appointments import AppointmentStatus
from contracts.deliveries import Delivery


async def cancelled(delivery: Delivery, desk: Desk) -> list[Outgoing]:
    """With a button to book another time."""
    return await _card(delivery, desk, "news-cancelled")


async def moved(delivery: Delivery, desk: Desk) -> list[Outgoing]:
    return await _card(delivery, desk, "news-moved")


async def _card(delivery: Delivery, desk: Desk, heading: str) -> list[Outgoing]:
    """The clinic is asked on behalf of the account: nobody reads of a visit that is not theirs."""
    out = Out()
    talk = Talk(desk, delivery.recipient, Memory(language=desk.language), desk.clock(), out)
    appointment = await talk.calls.appointment(int(delivery.payload["appointment_id"]))
    stands = appointment.status is not AppointmentStatus.CANCELLED
    # What has changed again since is told as it is: the newest news is the true one.
    fitting = heading if stands == (heading == "news-moved") else None
    out.say(await card_of(talk, appointment, heading=fitting), priority=Priority.DECISION)
    return out.items
