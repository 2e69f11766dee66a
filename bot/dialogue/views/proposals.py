"""Slots to choose from: each in words with its reason, and a button a slot."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.dialogue.callbacks import TakeSlot
from bot.dialogue.memory import Offer
from bot.dialogue.views.contact import call_button
from bot.dialogue.views.dates import when
from bot.dialogue.views.place import place
from bot.dialogue.views.screen import Button, Screen, cut, escaped, paragraphs
from bot.dialogue.views.way import way_in
from bot.dialogue.way_callbacks import ToMonth
from bot.dialogue.where import Where
from bot.texts import Texts
from contracts.schedule import Branch

MOST_ROWS = 8
INTRO_LENGTH, REASON_LENGTH = 1500, 160
"""Telegram takes 4096 characters a message; what a model wrote must not push the times out of it."""


def proposals(
    texts: Texts, intro: str, offers: Sequence[Offer], branches: Mapping[int, Branch], now: datetime
) -> Screen:
    """`intro` is plain text; at most 8 offers are shown, in the order given, and a button to more days."""
    rows = offers[:MOST_ROWS]
    lines = [_line(texts, number, offer, branches, now) for number, offer in enumerate(rows, start=1)]
    text = paragraphs([escaped(cut(intro, INTRO_LENGTH)), "\n".join(lines), texts.html("offers-end")])
    buttons = tuple(Button(_label(texts, offer, now), TakeSlot(slot_id=offer.slot.slot_id)) for offer in rows)
    return Screen(text, (*buttons, *_more(texts, rows)))


def nothing_else(texts: Texts, *messages: str) -> Screen:
    """Why there is nothing to choose from; the way of buttons is open all the same."""
    return Screen(" ".join(texts.html(one) for one in messages), (way_in(texts), call_button(texts)))


def _more(texts: Texts, rows: Sequence[Offer]) -> tuple[Button, ...]:
    """To the calendar of the specialty, if the offers are of one."""
    wanted = {offer.slot.specialty for offer in rows}
    if len(wanted) != 1:
        return (way_in(texts),)
    doctors = {offer.slot.doctor_id for offer in rows}
    at = Where(doctor_id=doctors.pop()) if len(doctors) == 1 else Where(specialty=wanted.pop())
    return (Button(texts.say("browse-calendar"), ToMonth(at=at)),)


def _line(texts: Texts, number: int, offer: Offer, branches: Mapping[int, Branch], now: datetime) -> str:
    slot = offer.slot
    line = texts.html(
        "slot-line",
        number=str(number),
        when=when(texts, slot.start_time, slot.time_zone, now),
        specialty=texts.specialty(slot.specialty),
        doctor=slot.doctor_name,
        place=place(texts, slot.office_number, branches.get(slot.branch_id)),
    )
    reason = escaped(cut(offer.reason, REASON_LENGTH))
    return f"{line}\n   <i>{reason}</i>" if reason else line


def _label(texts: Texts, offer: Offer, now: datetime) -> str:
    slot = offer.slot
    return texts.say(
        "slot-button",
        when=when(texts, slot.start_time, slot.time_zone, now),
        specialty=texts.specialty(slot.specialty),
        doctor=slot.doctor_name,
    )
