"""A doctor cannot come: patients for whom nothing is held, visits that stand again, and the managers' board."""

from bot.dialogue.callbacks import AskCancel
from bot.dialogue.desk import Desk, Talk
from bot.dialogue.memory import Memory
from bot.dialogue.out import Out, Outgoing, Priority, Words
from bot.dialogue.screens.cards import card_of
from bot.dialogue.views.contact import call_button
from bot.dialogue.views.dates import when
from bot.dialogue.views.screen import Button, Screen
from bot.dialogue.way_callbacks import AskMove
from bot.managers.blocks.views import board as shown
from bot.managers.blocks.views import label_of
from bot.texts import texts
from contracts.appointments import AppointmentStatus
from contracts.deliveries import Delivery


async def no_time(delivery: Delivery, desk: Desk) -> list[Outgoing]:
    """Told what is true now: whoever has found another time meanwhile reads that visit's card."""
    out = Out()
    talk = Talk(desk, delivery.recipient, Memory(language=desk.language), desk.clock(), out)
    visit = await talk.calls.appointment(int(delivery.payload["appointment_id"]))
    if visit.status is not AppointmentStatus.NEEDS_REBOOKING:
        out.say(await card_of(talk, visit), priority=Priority.DECISION)
        return out.items
    words = talk.texts
    text = words.html(
        "rebooking-none",
        when=when(words, visit.start_time, visit.time_zone, talk.now),
        specialty=words.specialty(visit.specialty),
        doctor=visit.doctor_name,
    )
    buttons = (
        Button(words.say("offer-other"), AskMove(appointment=visit.id)),
        Button(words.say("offer-cancel-visit"), AskCancel(appointment_id=visit.id), "danger"),
        call_button(words),
    )
    out.say(Screen(text, buttons), priority=Priority.DECISION)
    return out.items


async def undone(delivery: Delivery, desk: Desk) -> list[Outgoing]:
    """The visit's card: it stands as it was, unless it has changed again since."""
    out = Out()
    talk = Talk(desk, delivery.recipient, Memory(language=desk.language), desk.clock(), out)
    visit = await talk.calls.appointment(int(delivery.payload["appointment_id"]))
    stands = visit.status in (AppointmentStatus.CONFIRMED, AppointmentStatus.PENDING)
    screen = await card_of(talk, visit, heading="rebooking-undone" if stands else None)
    out.say(screen, priority=Priority.DECISION)
    return out.items


async def changed(delivery: Delivery, desk: Desk) -> list[Outgoing]:
    """The board's message is changed; one that is not there yet is sent."""
    board = await desk.clinic.block(int(delivery.payload["block_id"]))
    screen = shown(texts(desk.language), board, desk.clock())
    label = label_of(board.block.block_id)
    words = Words(html=screen.text, markup=screen.markup)
    return [Outgoing(content=words, target=label, label=label, priority=Priority.REST)]
