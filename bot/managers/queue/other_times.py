"""Other times near the proposed one: up to three are chosen, and offered to the patient. The chosen ones stand in the
keyboard itself, so that nothing has to be remembered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from aiogram import Router
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message

from api_client import OfferExpired, Refused, SlotTaken
from bot.dialogue.out import Out
from bot.dialogue.views.dates import when
from bot.dialogue.views.screen import Button, Screen
from bot.managers.manager import Manager
from bot.managers.office import Office
from bot.managers.queue.callbacks import AskTimes, SendTimes, ShowCard, ToggleTime
from bot.managers.queue.card import card_of, shown, text_of
from bot.managers.queue.refused import tell
from contracts.applications import Application
from contracts.schedule import Slot

MOST_CHOSEN, SHOWN, FEW = 3, 8, 3
BEFORE, AFTER = timedelta(days=2), timedelta(days=7)
CHOSEN = "✓ "


@dataclass(frozen=True, slots=True)
class _Row:
    label: str
    slot_id: str
    chosen: bool = False


async def ask(_query: CallbackQuery, callback_data: AskTimes, office: Office, manager: Manager, out: Out) -> None:
    """Whoever asks has the card in hand from now on. Raises ClinicClientError."""
    try:
        application = await office.desk.clinic.take_application(callback_data.number, by=manager.account)
    except Refused as refusal:
        await tell(office, out, callback_data.number, refusal)
        return
    await _show(office, application, out)


async def toggle(query: CallbackQuery, callback_data: ToggleTime, office: Office, out: Out) -> None:
    if not isinstance(query.message, Message):
        return
    rows = [
        _Row(row.label, row.slot_id, row.chosen != (row.slot_id == callback_data.slot_id))
        for row in _rows(query.message)
    ]
    if sum(row.chosen for row in rows) > MOST_CHOSEN:
        out.note = office.words.say("queue-times-most", most=MOST_CHOSEN)
        return
    out.replace(_screen(office, callback_data.number, query.message.html_text, rows))


async def send(query: CallbackQuery, callback_data: SendTimes, office: Office, manager: Manager, out: Out) -> None:
    """Times that are gone meanwhile are chosen anew."""
    number = callback_data.number
    rows = _rows(query.message) if isinstance(query.message, Message) else []
    chosen = [row.slot_id for row in rows if row.chosen]
    if not chosen:
        out.note = office.words.say("queue-times-none-chosen")
        return
    try:
        done = await office.desk.clinic.counter_offer(number, by=manager.account, slot_ids=chosen)
    except (SlotTaken, OfferExpired):
        out.note, out.alert = office.words.say("queue-note-slot_taken"), True
        await _show(office, await office.desk.clinic.application(number), out)
    except Refused as refusal:
        await tell(office, out, number, refusal)
    else:
        out.replace(await shown(office, done))


async def _show(office: Office, application: Application, out: Out) -> None:
    words, slots = office.words, await near(office, application)
    now = office.desk.clock()
    rows = [_Row(f"{when(words, one.start_time, one.time_zone, now)}, {one.doctor_name}", one.slot_id) for one in slots]
    text = text_of(
        words, await card_of(office, application), words.html("queue-times" if rows else "queue-times-nothing")
    )
    out.replace(_screen(office, application.id, text, rows))


async def near(office: Office, application: Application) -> list[Slot]:
    """Free times of the same doctor around the proposed one; where there are few, of the same specialty, too."""
    clinic, visit, understood = office.desk.clinic, application.appointment, application.understood
    found: list[Slot] = []
    if visit is not None:
        since = max(office.desk.clock(), visit.start_time - BEFORE)
        page = await clinic.slots(doctor_id=visit.doctor_id, from_=since, to=visit.start_time + AFTER, limit=200)
        found = sorted(page.slots, key=lambda one: abs(one.start_time - visit.start_time))[:SHOWN]
    elif understood.doctor_id is not None:
        found = list((await clinic.nearest_slots(doctor_id=understood.doctor_id, limit=SHOWN)).slots)
    specialty = visit.specialty if visit is not None else understood.specialty
    if len(found) < FEW and (specialty is not None or application.branch_id is not None):
        more = await clinic.nearest_slots(specialty=specialty, branch_id=application.branch_id, limit=SHOWN)
        known = {(one.doctor_id, one.start_time) for one in found}
        found += [one for one in more.slots if (one.doctor_id, one.start_time) not in known]
    return sorted(found[:SHOWN], key=lambda one: one.start_time)


def _screen(office: Office, number: int, text: str, rows: Sequence[_Row]) -> Screen:
    words = office.words
    buttons = [
        Button(f"{CHOSEN}{row.label}" if row.chosen else row.label, ToggleTime(number=number, slot_id=row.slot_id))
        for row in rows
    ]
    count = sum(row.chosen for row in rows)
    offer = (Button(words.say("queue-times-send", count=count), SendTimes(number=number), "success"),) if count else ()
    return Screen(text, (*buttons, *offer, Button(words.say("queue-to-card"), ShowCard(number=number))))


def _rows(message: Message) -> list[_Row]:
    """What the keyboard under the message says."""
    markup = message.reply_markup
    buttons = [button for row in markup.inline_keyboard for button in row] if markup is not None else []
    return [row for button in buttons if (row := _row(button)) is not None]


def _row(button: InlineKeyboardButton) -> _Row | None:
    try:
        data = ToggleTime.unpack(button.callback_data or "")
    except (ValueError, TypeError):
        return None
    return _Row(button.text.removeprefix(CHOSEN), data.slot_id, button.text.startswith(CHOSEN))


def router() -> Router:
    made = Router(name="managers' other times")
    made.callback_query.register(ask, AskTimes.filter())
    made.callback_query.register(toggle, ToggleTime.filter())
    made.callback_query.register(send, SendTimes.filter())
    return made
