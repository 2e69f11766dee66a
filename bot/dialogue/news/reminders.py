"""A visit is near, was missed, or was given up: told as it stands when it is told."""

from datetime import datetime

from bot.dialogue.desk import Desk, Talk
from bot.dialogue.memory import Memory
from bot.dialogue.out import Out, Outgoing, Priority
from bot.dialogue.screens.cards import card_of
from bot.dialogue.use_cases.visit import visit_of
from bot.dialogue.views import reminders
from bot.dialogue.views.screen import Screen
from contracts.appointments import Appointment, AppointmentStatus
from contracts.deliveries import Delivery


async def due(delivery: Delivery, desk: Desk) -> list[Outgoing]:
    """With Coming, Move and Cancel. A visit that has moved or is no more needs no reminder of what it was."""
    talk, visit = await _read(delivery, desk)
    stands = visit.status is AppointmentStatus.CONFIRMED and visit.start_time > talk.now
    if not stands or visit.start_time != datetime.fromisoformat(delivery.payload["start_time"]):
        return []
    until = delivery.payload.get("confirm_by")
    confirm_by = datetime.fromisoformat(until) if until else None
    if confirm_by is not None and confirm_by <= talk.now:
        confirm_by = None
    return _said(talk, reminders.reminder(talk.texts, await visit_of(talk, visit), talk.now, confirm_by))


async def missed(delivery: Delivery, desk: Desk) -> list[Outgoing]:
    """With a button for a new visit; not for a mark that was taken back, or made anew since."""
    talk, visit = await _read(delivery, desk)
    same = visit.updated_at == datetime.fromisoformat(delivery.payload["marked_at"])
    if visit.status is not AppointmentStatus.NO_SHOW or not same:
        return []
    return _said(talk, reminders.missed(talk.texts, await visit_of(talk, visit), talk.now))


async def not_confirmed(delivery: Delivery, desk: Desk) -> list[Outgoing]:
    """Nobody said that they come: the visit is cancelled, and another one can be booked."""
    talk, visit = await _read(delivery, desk)
    if visit.status is not AppointmentStatus.CANCELLED:
        return []
    return _said(talk, await card_of(talk, visit, heading="news-not-confirmed"))


async def _read(delivery: Delivery, desk: Desk) -> tuple[Talk, Appointment]:
    """The visit on behalf of the account: nobody reads of one that is not theirs."""
    talk = Talk(desk, delivery.recipient, Memory(language=desk.language), desk.clock(), Out())
    return talk, await talk.calls.appointment(int(delivery.payload["appointment_id"]))


def _said(talk: Talk, screen: Screen) -> list[Outgoing]:
    talk.out.say(screen, priority=Priority.REMINDER)
    return talk.out.items
