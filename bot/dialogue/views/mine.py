"""The account's appointments, and cancelling one."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.dialogue.callbacks import AskCancel, CancelVisit, KeepVisit
from bot.dialogue.views.dates import when
from bot.dialogue.views.place import place
from bot.dialogue.views.screen import Button, Screen, paragraphs
from bot.texts import Texts
from contracts.appointments import Appointment, AppointmentStatus
from contracts.schedule import Branch

MOST_ROWS = 12


def mine(texts: Texts, appointments: Sequence[Appointment], branches: Mapping[int, Branch], now: datetime) -> Screen:
    """At most 12, soonest first."""
    if not appointments:
        return Screen(texts.html("mine-none"))
    rows = appointments[:MOST_ROWS]
    lines = [_line(texts, appointment, branches, now) for appointment in rows]
    buttons = tuple(Button(_label(texts, one, now), AskCancel(appointment_id=one.id)) for one in rows)
    return Screen(paragraphs([texts.html("mine-title"), "\n".join(lines)]), buttons)


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
        Button(texts.say("cancel-no"), KeepVisit()),
    )
    return Screen(text, buttons)


def _line(texts: Texts, one: Appointment, branches: Mapping[int, Branch], now: datetime) -> str:
    line = texts.html(
        "mine-line",
        number=str(one.id),
        when=when(texts, one.start_time, one.time_zone, now),
        specialty=texts.specialty(one.specialty),
        doctor=one.doctor_name,
        place=place(texts, one.office_number, branches.get(one.branch_id)),
    )
    return f"{line} {texts.html('mine-pending')}" if one.status is AppointmentStatus.PENDING else line


def _label(texts: Texts, one: Appointment, now: datetime) -> str:
    return texts.say(
        "mine-cancel",
        when=when(texts, one.start_time, one.time_zone, now),
        specialty=texts.specialty(one.specialty),
    )
