"""A reminder of a visit, and the answers to it."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from bot.dialogue.callbacks import AskCancel
from bot.dialogue.reminder_callbacks import Coming
from bot.dialogue.views.dates import when
from bot.dialogue.views.place import place
from bot.dialogue.views.screen import Button, Screen, paragraphs
from bot.dialogue.views.whom import whom
from bot.dialogue.visit import Visit
from bot.dialogue.way_callbacks import AskMove, ToMonth
from bot.dialogue.where import Where, minute_of
from bot.texts import Texts
from contracts.appointments import Appointment


def reminder(texts: Texts, visit: Visit, now: datetime, confirm_by: datetime | None = None) -> Screen:
    """`confirm_by`: until when 'Coming' has to be said, or the time is given to somebody else."""
    one = visit.appointment
    parts = ["\n".join(_facts(texts, visit, now))]
    if confirm_by is not None:
        parts.append(texts.html("reminder-confirm-by", until=when(texts, confirm_by, one.time_zone, now)))
    coming = Button(texts.say("reminder-coming"), _coming(one), "success")
    return Screen(paragraphs(parts), grid=((coming,), _changes(texts, one)))


def expected(texts: Texts, visit: Visit, now: datetime) -> Screen:
    """The clinic knows that they come; plans may change nevertheless."""
    text = texts.html("coming-known")
    return Screen(paragraphs([text, "\n".join(_facts(texts, visit, now))]), grid=(_changes(texts, visit.appointment),))


def missed(texts: Texts, visit: Visit, now: datetime) -> Screen:
    """Without a reproach: things happen, and there are other times."""
    one = visit.appointment
    text = texts.html(
        "visit-missed",
        when=when(texts, one.start_time, one.time_zone, now),
        specialty=texts.specialty(one.specialty),
        doctor=one.doctor_name,
    )
    again = ToMonth(at=Where(doctor_id=one.doctor_id))
    return Screen(text, (Button(texts.say("visit-missed-again"), again, "success"),))


def which(texts: Texts, visits: Sequence[Appointment], now: datetime) -> Screen:
    """To which of several visits somebody comes."""
    buttons = tuple(
        Button(
            texts.say(
                "coming-which-one",
                when=when(texts, one.start_time, one.time_zone, now),
                specialty=texts.specialty(one.specialty),
            ),
            _coming(one),
        )
        for one in visits
    )
    return Screen(texts.html("coming-which"), buttons)


def _coming(one: Appointment) -> Coming:
    return Coming(appointment=one.id, minute=minute_of(one.start_time))


def _changes(texts: Texts, one: Appointment) -> tuple[Button, Button]:
    return (
        Button(texts.say("card-move"), AskMove(appointment=one.id)),
        Button(texts.say("card-cancel"), AskCancel(appointment_id=one.id), "danger"),
    )


def _facts(texts: Texts, visit: Visit, now: datetime) -> Iterator[str]:
    one = visit.appointment
    yield texts.html(
        "reminder",
        when=when(texts, one.start_time, one.time_zone, now),
        specialty=texts.specialty(one.specialty),
        doctor=one.doctor_name,
        place=place(texts, one.office_number, visit.branch),
    )
    if visit.branch is not None and visit.branch.address:
        yield texts.html("card-address", address=visit.branch.address)
    if visit.person is not None:
        yield texts.html("card-whom", whom=whom(texts, visit.person))
    if visit.visit_type is not None and visit.visit_type.preparation:
        yield texts.html("card-preparation", preparation=visit.visit_type.preparation)
