"""A hold with its deadline, and the card of an appointment."""

from collections.abc import Iterator
from datetime import datetime

from aiogram.filters.callback_data import CallbackData

from bot.dialogue.callbacks import AskCancel, ConfirmHold, OtherTime
from bot.dialogue.views.dates import clock_time, full_date, moment, when, zone_in_words
from bot.dialogue.views.money import price_in_words
from bot.dialogue.views.people import whom_button
from bot.dialogue.views.place import place
from bot.dialogue.views.screen import Button, Screen
from bot.dialogue.views.whom import whom
from bot.dialogue.visit import Visit
from bot.dialogue.way_callbacks import AskMove, CalendarFile, ToMonth
from bot.dialogue.where import Where
from bot.texts import Texts
from contracts.appointments import AppointmentStatus, Hold
from contracts.people import Person, Relation
from contracts.schedule import Branch

_HEADINGS = {
    AppointmentStatus.CONFIRMED: "card-confirmed",
    AppointmentStatus.PENDING: "card-pending",
    AppointmentStatus.CANCELLED: "card-cancelled",
    AppointmentStatus.DECLINED: "card-declined",
    AppointmentStatus.HELD: "card-held",
    AppointmentStatus.NEEDS_REBOOKING: "card-needs-rebooking",
}


def held(
    texts: Texts,
    hold: Hold,
    branch: Branch | None,
    now: datetime,
    *,
    person: Person | None = None,
    other: CallbackData | None = None,
) -> Screen:
    """The deadline is on the branch's clock, as the visit is. `other`: what the button 'another time' carries."""
    text = texts.html(
        "held",
        until=clock_time(texts, hold.expires_at, hold.time_zone),
        when=when(texts, hold.start_time, hold.time_zone, now),
        specialty=texts.specialty(hold.specialty),
        doctor=hold.doctor_name,
        place=place(texts, hold.office_number, branch),
    )
    if person is not None:
        text = f"{text}\n{texts.html('held-whom', whom=whom(texts, person))}"
    other_person = person is not None and person.relation is not Relation.SELF
    buttons = (
        Button(texts.say("confirm-other" if other_person else "confirm"), ConfirmHold(hold_id=hold.hold_id), "success"),
        Button(texts.say("other-time"), other or OtherTime(hold_id=hold.hold_id)),
        whom_button(texts),
    )
    return Screen(text, buttons)


def card(texts: Texts, visit: Visit, *, heading: str | None = None, file: bool = True) -> Screen:
    """Everything that the patient needs to come, and what can be done about it.

    `heading`: a message other than the status's own; `file`: whether the calendar file is to be had by a button.
    """
    heading = heading or _HEADINGS.get(visit.appointment.status, "card-closed")
    lines = [_main(texts, visit, heading), *_more(texts, visit)]
    if not visit.changeable:
        again = ToMonth(at=Where(doctor_id=visit.appointment.doctor_id))
        return Screen("\n".join(lines), (Button(texts.say("card-book-again"), again),))
    number = visit.appointment.id
    row = (
        Button(texts.say("card-move"), AskMove(appointment=number)),
        Button(texts.say("card-cancel"), AskCancel(appointment_id=number), "danger"),
    )
    sure = visit.appointment.status is not AppointmentStatus.PENDING
    files = (Button(texts.say("card-calendar"), CalendarFile(appointment=number)),) if file and sure else ()
    return Screen("\n".join([*lines, texts.html("card-footer")]), files, grid=(row,))


def _main(texts: Texts, visit: Visit, heading: str) -> str:
    one = visit.appointment
    return texts.html(
        "card",
        heading=texts.say(heading),
        specialty=texts.specialty(one.specialty),
        doctor=one.doctor_name,
        date=full_date(texts, one.start_time, one.time_zone),
        start=clock_time(texts, one.start_time, one.time_zone),
        end=clock_time(texts, one.end_time, one.time_zone),
        zone=zone_in_words(texts, one.start_time, one.time_zone),
        place=place(texts, one.office_number, visit.branch),
        number=str(one.id),
    )


def _more(texts: Texts, visit: Visit) -> Iterator[str]:
    if (until := visit.appointment.decide_by) is not None:
        yield texts.html("card-decide-by", until=moment(texts, until, visit.appointment.time_zone))
    if visit.branch is not None:
        yield texts.html("card-address", address=visit.branch.address)
    if visit.person is not None:
        yield texts.html("card-whom", whom=whom(texts, visit.person))
    kind = visit.visit_type
    if kind is None or not visit.changeable:
        return
    if kind.price:
        yield texts.html("card-price", visit=kind.name, price=price_in_words(texts, kind.price))
    if kind.preparation:
        yield texts.html("card-preparation", preparation=kind.preparation)
