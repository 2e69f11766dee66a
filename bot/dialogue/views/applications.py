"""A wish that was not granted: why, and the ways that are left."""

from datetime import datetime

from bot.dialogue.views.contact import call_button
from bot.dialogue.views.dates import when
from bot.dialogue.views.screen import Button, Screen, paragraphs
from bot.dialogue.views.waits import wait_button
from bot.dialogue.views.way import way_in
from bot.dialogue.wait_wish import WaitWish
from bot.texts import Texts
from contracts.applications import DEADLINE, PATIENT, Application, ApplicationStatus


def refused(texts: Texts, application: Application, now: datetime) -> Screen:
    """With the clinic's reason, the wait-list, another time and a call; held times come in a message of their own."""
    parts = [_what(texts, application, now)]
    if application.decision_reason:
        parts.append(texts.html("application-reason", reason=application.decision_reason))
    parts.append(texts.html("application-others" if application.offer_id is not None else "application-ways"))
    return Screen(paragraphs(parts), (*_wait(texts, application), way_in(texts), call_button(texts)))


def _what(texts: Texts, application: Application, now: datetime) -> str:
    heading = texts.html(f"application-{_why(application)}")
    visit = application.appointment
    if visit is None:
        return heading
    was = texts.html(
        "offer-was",
        when=when(texts, visit.start_time, visit.time_zone, now),
        specialty=texts.specialty(visit.specialty),
        doctor=visit.doctor_name,
    )
    return f"{heading}\n{was}"


def _why(application: Application) -> str:
    if application.status is ApplicationStatus.EXPIRED:
        return "late" if application.decided_by == DEADLINE else "withdrawn"
    by = application.decided_by
    return "none-fit" if by == PATIENT else "undecided" if by == DEADLINE else "declined"


def _wait(texts: Texts, application: Application) -> tuple[Button, ...]:
    """For the doctor who was wished, or the specialty."""
    visit, specialty = application.appointment, application.understood.specialty
    if visit is not None:
        return (wait_button(texts, WaitWish(doctor_id=visit.doctor_id)),)
    return (wait_button(texts, WaitWish(specialty=specialty)),) if specialty else ()
