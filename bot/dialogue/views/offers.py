"""An offer: what the clinic holds for the patient, until when, and what can be said to it."""

from collections.abc import Mapping
from datetime import datetime

from bot.dialogue.callbacks import AskCancel
from bot.dialogue.offer_callbacks import RefuseOffer, TakeOffered
from bot.dialogue.views.contact import call_button
from bot.dialogue.views.dates import when
from bot.dialogue.views.place import place
from bot.dialogue.views.screen import Button, Screen, paragraphs
from bot.dialogue.views.way import way_in
from bot.dialogue.way_callbacks import AskMove, ToMonth
from bot.dialogue.where import Where
from bot.texts import Texts
from contracts.appointments import Appointment, AppointmentStatus
from contracts.offers import Offer, OfferedTime, OfferKind, OfferStatus
from contracts.schedule import Branch


def label_of(offer_id: int) -> str:
    """Under which the chat's message about an offer is found again."""
    return f"offer-{offer_id}"


def offer(
    texts: Texts, shown: Offer, branches: Mapping[int, Branch], now: datetime, *, visit: Appointment | None = None
) -> Screen:
    """`visit`: the one that moves to the accepted time, as it stands now."""
    held = [time for time in shown.times if time.status is AppointmentStatus.HELD]
    if shown.status is not OfferStatus.OPEN or not held:
        return over(texts, shown)
    lines = [_line(texts, number, time, branches, now) for number, time in enumerate(held, start=1)]
    until = when(texts, shown.expires_at, held[0].time_zone, now)
    parts = [_heading(texts, shown, visit, now), "\n".join(lines), texts.html("offer-until", until=until)]
    take = tuple(
        Button(_label(texts, time, now, only=len(held) == 1), TakeOffered(offer=shown.offer_id, hold=time.hold_id))
        for time in held
    )
    return Screen(paragraphs(parts), (*take, *_otherwise(texts, shown, held[0])))


def over(texts: Texts, shown: Offer) -> Screen:
    """How it ended, and where to go from there; an accepted one is shown as its visit's card instead."""
    status = OfferStatus.EXPIRED if shown.status is OfferStatus.OPEN else shown.status
    buttons: tuple[Button, ...] = (way_in(texts), call_button(texts))
    if shown.kind is OfferKind.REBOOKING and shown.appointment_id is not None:
        buttons = (Button(texts.say("offer-other"), AskMove(appointment=shown.appointment_id)), call_button(texts))
    return Screen(texts.html(f"offer-{status}"), buttons)


def _heading(texts: Texts, shown: Offer, visit: Appointment | None, now: datetime) -> str:
    heading = texts.html(f"offer-{shown.kind.value.replace('_', '-')}-heading")
    if visit is None:
        return heading
    was = texts.html(
        "offer-was",
        when=when(texts, visit.start_time, visit.time_zone, now),
        specialty=texts.specialty(visit.specialty),
        doctor=visit.doctor_name,
    )
    return f"{heading}\n{was}"


def _line(texts: Texts, number: int, time: OfferedTime, branches: Mapping[int, Branch], now: datetime) -> str:
    return texts.html(
        "slot-line",
        number=str(number),
        when=when(texts, time.start_time, time.time_zone, now),
        specialty=texts.specialty(time.specialty),
        doctor=time.doctor_name,
        place=place(texts, time.office_number, branches.get(time.branch_id)),
    )


def _label(texts: Texts, time: OfferedTime, now: datetime, *, only: bool) -> str:
    if only:
        return texts.say("offer-accept")
    return texts.say("offer-accept-one", when=when(texts, time.start_time, time.time_zone, now))


def _otherwise(texts: Texts, shown: Offer, first: OfferedTime) -> tuple[Button, ...]:
    """What else than accepting: another time, and letting the offered ones go."""
    if shown.kind is OfferKind.REBOOKING and shown.appointment_id is not None:
        return (
            Button(texts.say("offer-other"), AskMove(appointment=shown.appointment_id)),
            Button(texts.say("offer-cancel-visit"), AskCancel(appointment_id=shown.appointment_id), "danger"),
        )
    refuse = RefuseOffer(offer=shown.offer_id)
    if shown.kind is OfferKind.WAIT_LIST:
        return (Button(texts.say("offer-skip"), refuse),)
    other = Button(texts.say("offer-other"), ToMonth(at=Where(specialty=first.specialty)))
    return (other, Button(texts.say("offer-refuse"), refuse), call_button(texts))
