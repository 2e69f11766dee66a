"""The clinic holds times for somebody, or holds them no more."""

from bot.dialogue.desk import Desk, Talk
from bot.dialogue.memory import Memory
from bot.dialogue.out import Out, Outgoing, Priority, Words
from bot.dialogue.screens.offers import offer_screen
from bot.dialogue.views.offers import label_of
from bot.dialogue.views.screen import Screen
from contracts.deliveries import Delivery


async def made(delivery: Delivery, desk: Desk) -> list[Outgoing]:
    """The offer as it stands when it is told, with its buttons."""
    out = Out()
    out.say(await _shown(delivery, desk), label=label_of(int(delivery.payload["offer_id"])), priority=Priority.DECISION)
    return out.items


async def over(delivery: Delivery, desk: Desk) -> list[Outgoing]:
    """The message turns into one that says so; where none was sent, it is said anew."""
    screen = await _shown(delivery, desk)
    words = Words(html=screen.text, markup=screen.markup)
    target = label_of(int(delivery.payload["offer_id"]))
    return [Outgoing(content=words, target=target, priority=Priority.DECISION)]


async def _shown(delivery: Delivery, desk: Desk) -> Screen:
    talk = Talk(desk, delivery.recipient, Memory(language=desk.language), desk.clock(), Out())
    return await offer_screen(talk, await talk.calls.offer(int(delivery.payload["offer_id"])))
