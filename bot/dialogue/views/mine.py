"""The account's appointments, and the questions before one is cancelled or moved."""

from collections.abc import Sequence
from datetime import datetime

from bot.dialogue.callbacks import AskCancel, CancelVisit, KeepVisit
from bot.dialogue.use_cases.standing import NotStanding
from bot.dialogue.views.booking import card
from bot.dialogue.views.dates import moment, when
from bot.dialogue.views.place import place
from bot.dialogue.views.screen import Button, Screen, paragraphs
from bot.dialogue.views.whom import whom
from bot.dialogue.visit import Visit
from bot.dialogue.way_callbacks import AskMove, DoMove, ToSpecialties
from bot.dialogue.where import Where, minute_of
from bot.texts import Texts
from contracts.appointments import Appointment, AppointmentStatus
from contracts.schedule import Slot

MOST_ROWS = 12


def mine(texts: Texts, visits: Sequence[Visit], now: datetime) -> Screen:
    """At most 12, soonest first, each with its two buttons."""
    if not visits:
        return Screen(texts.html("mine-none"), (Button(texts.say("menu-book"), ToSpecialties(at=Where())),))
    rows = visits[:MOST_ROWS]
    parts = [texts.html("mine-title"), "\n".join(_line(texts, visit, now) for visit in rows)]
    if len(visits) > len(rows):
        parts.append(texts.html("mine-more", count=len(visits) - len(rows)))
    return Screen(paragraphs(parts), grid=tuple(_row(texts, visit.appointment) for visit in rows if visit.changeable))


def cancel_sure(texts: Texts, appointment: Appointment, now: datetime) -> Screen:
    text = texts.html(
        "cancel-sure",
        number=str(appointment.id),
        when=when(texts, appointment.start_time, appointment.time_zone, now),
        specialty=texts.specialty(appointment.specialty),
        doctor=appointment.doctor_name,
    )
    buttons = (
        Button(texts.say("cancel-yes"), CancelVisit(appointment_id=appointment.id), "danger"),
        Button(texts.say("cancel-no"), KeepVisit(appointment_id=appointment.id)),
    )
    return Screen(text, buttons)


def move_sure(texts: Texts, appointment: Appointment, target: Slot, target_place: str, now: datetime) -> Screen:
    """From where to where, with all that changes."""
    text = texts.html(
        "move-sure",
        number=str(appointment.id),
        **{
            "from": f"{when(texts, appointment.start_time, appointment.time_zone, now)} — {appointment.doctor_name}",
            "to": f"{when(texts, target.start_time, target.time_zone, now)} — {target.doctor_name}, {target_place}",
        },
    )
    there = DoMove(appointment=appointment.id, doctor=target.doctor_id, minute=minute_of(target.start_time))
    buttons = (
        Button(texts.say("move-yes"), there, "success"),
        Button(texts.say("move-other"), AskMove(appointment=appointment.id)),
        Button(texts.say("move-no"), KeepVisit(appointment_id=appointment.id)),
    )
    return Screen(text, buttons)


def cannot_change(texts: Texts, outcome: NotStanding, visit: Visit | None) -> Screen:
    """Why, and the appointment as it is now, if there is one."""
    why = texts.html(f"standing-{outcome.why}")
    if visit is None:
        return Screen(why, (Button(texts.say("menu-book"), ToSpecialties(at=Where())),))
    shown = card(texts, visit)
    return Screen(paragraphs([why, shown.text]), shown.buttons, shown.grid)


def _line(texts: Texts, visit: Visit, now: datetime) -> str:
    one = visit.appointment
    line = texts.html(
        "mine-line",
        number=str(one.id),
        when=when(texts, one.start_time, one.time_zone, now),
        specialty=texts.specialty(one.specialty),
        doctor=one.doctor_name,
        place=place(texts, one.office_number, visit.branch),
    )
    notes = []
    if visit.person is not None:
        notes.append(texts.html("mine-whom", whom=whom(texts, visit.person)))
    if one.status is AppointmentStatus.PENDING:
        notes.append(_pending(texts, one))
    if one.status is AppointmentStatus.NEEDS_REBOOKING:
        notes.append(texts.html("mine-needs-rebooking"))
    return " ".join([line, *notes])


def _pending(texts: Texts, one: Appointment) -> str:
    if one.decide_by is None:
        return texts.html("mine-pending")
    return texts.html("mine-pending-until", until=moment(texts, one.decide_by, one.time_zone))


def _row(texts: Texts, one: Appointment) -> tuple[Button, Button]:
    number = str(one.id)
    return (
        Button(texts.say("mine-move-one", number=number), AskMove(appointment=one.id)),
        Button(texts.say("mine-cancel-one", number=number), AskCancel(appointment_id=one.id), "danger"),
    )
