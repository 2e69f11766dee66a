"""A hold with its deadline, and the card of an appointment."""

from datetime import datetime

from bot.dialogue.callbacks import ConfirmHold, OtherTime
from bot.dialogue.views.dates import clock_time, full_date, when, zone_in_words
from bot.dialogue.views.place import place
from bot.dialogue.views.screen import Button, Screen
from bot.texts import Texts
from contracts.appointments import Appointment, AppointmentStatus, Hold
from contracts.schedule import Branch

_HEADINGS = {
    AppointmentStatus.CONFIRMED: "card-confirmed",
    AppointmentStatus.PENDING: "card-pending",
    AppointmentStatus.CANCELLED: "card-cancelled",
    AppointmentStatus.HELD: "card-held",
}
_STANDING = (AppointmentStatus.CONFIRMED, AppointmentStatus.PENDING)


def held(texts: Texts, hold: Hold, branch: Branch | None, now: datetime) -> Screen:
    """The deadline is on the branch's clock, as the visit is."""
    text = texts.html(
        "held",
        until=clock_time(texts, hold.expires_at, hold.time_zone),
        when=when(texts, hold.start_time, hold.time_zone, now),
        specialty=texts.specialty(hold.specialty),
        doctor=hold.doctor_name,
        place=place(texts, hold.office_number, branch),
    )
    buttons = (
        Button(texts.say("confirm"), ConfirmHold(hold_id=hold.hold_id), "success"),
        Button(texts.say("other-time"), OtherTime(hold_id=hold.hold_id)),
    )
    return Screen(text, buttons)


def card(texts: Texts, appointment: Appointment, branch: Branch | None) -> Screen:
    """Everything that the patient needs to come: whom, when, in which zone, where, and the number."""
    zone = appointment.time_zone
    lines = [
        texts.html(
            "card",
            heading=texts.say(_HEADINGS.get(appointment.status, "card-closed")),
            specialty=texts.specialty(appointment.specialty),
            doctor=appointment.doctor_name,
            date=full_date(texts, appointment.start_time, zone),
            start=clock_time(texts, appointment.start_time, zone),
            end=clock_time(texts, appointment.end_time, zone),
            zone=zone_in_words(appointment.start_time, zone),
            place=place(texts, appointment.office_number, branch),
            number=str(appointment.id),
        )
    ]
    if branch is not None:
        lines.append(texts.html("card-address", address=branch.address))
    if appointment.status in _STANDING:
        lines.append(texts.html("card-footer"))
    return Screen("\n".join(lines))
