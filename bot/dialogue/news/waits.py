"""Nothing was freed in the days that somebody waited for."""

from bot.dialogue.desk import Desk, Talk
from bot.dialogue.memory import Memory
from bot.dialogue.out import Out, Outgoing, Priority
from bot.dialogue.screens.waits import places_of
from bot.dialogue.views import waits
from contracts.deliveries import Delivery


async def expired(delivery: Delivery, desk: Desk) -> list[Outgoing]:
    """With ways to another time."""
    out = Out()
    talk = Talk(desk, delivery.recipient, Memory(language=desk.language), desk.clock(), out)
    (place,) = await places_of(talk, [await talk.calls.wait(int(delivery.payload["wait_id"]))])
    out.say(waits.expired(talk.texts, place), priority=Priority.REST)
    return out.items
