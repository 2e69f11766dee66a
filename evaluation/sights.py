"""What a patient sees in a turn: kinds of screens, told by what their buttons do, and the times that can be taken."""

from dataclasses import dataclass
from functools import cache

from aiogram.filters.callback_data import CallbackData

import bot.dialogue.dispatcher  # noqa: F401 - with it, every button's class is known
from bot.dialogue.callbacks import TakeSlot
from bot.dialogue.people_callbacks import TakePair
from bot.dialogue.way_callbacks import Pick
from bot.dialogue.where import moment_of
from bot.terminal.screen import Button
from contracts.schedule import Slot
from evaluation.chat import Turn
from evaluation.hearing import asked
from evaluation.task import Language, Sight, Topic
from evaluation.wire import Request, Wire

TAKES = ("TakeSlot", "TakePair", "Pick")
"""Buttons that take a time."""
_SIGHT_OF: dict[str, Sight] = {
    "Agree": "consent",
    "TakeSlot": "offers",
    "TakePair": "offers",
    "Pick": "offers",
    "ConfirmHold": "held",
    "ConfirmPair": "held",
    "CancelVisit": "cancel-sure",
    "DoMove": "move-sure",
    "TakeName": "name",
    "TypeName": "name",
    "SkipName": "name",
    "LeavePhone": "phone",
    "ForSelf": "whom",
    "ForPerson": "whom",
    "ForTwo": "whom",
    "AskCancel": "visits",
    "AskMove": "visits",
    "NoCall": "call",
}


@dataclass(frozen=True, slots=True)
class Offer:
    """A button that takes a time. `slot`: None if the service has issued no such slot."""

    button: Button
    slot: Slot | None


@dataclass(frozen=True, slots=True)
class Scene:
    """What a turn has brought before the patient's eyes."""

    sights: frozenset[Sight]
    topics: tuple[Topic, ...]
    """What was asked in words."""
    offers: tuple[Offer, ...]
    turn: Turn


def scene_of(turn: Turn, wire: Wire, language: Language) -> Scene:
    """What can be told from the buttons, the words, and what the turn has changed at the clinic."""
    buttons = [button for shown in turn.shown for button in shown.buttons]
    sights: set[Sight] = {sight for one in buttons if (sight := _SIGHT_OF.get(kind_of(one))) is not None}
    sights |= {sight for one in wire.requests if one.turn == turn.number and (sight := _change(one)) is not None}
    if any(shown.alarm for shown in turn.shown):
        sights.add("emergency")
    topics = tuple(topic for shown in turn.shown for topic in asked(shown.text, language))
    if topics:
        sights.add("question")
    if turn.shown and not sights - {"question"}:
        sights.add("words")
    if not sights & {"consent", "emergency"}:
        sights.add("any")
    return Scene(frozenset(sights), topics, tuple(offers_of(buttons, wire)), turn)


def offers_of(buttons: list[Button], wire: Wire) -> list[Offer]:
    """The buttons among these that take a time."""
    return [Offer(one, slot_in(one, wire.issued)) for one in buttons if kind_of(one) in TAKES]


def slot_in(button: Button, issued: dict[str, Slot]) -> Slot | None:
    """The slot that stands behind a button that takes a time, if it is among those that the service issued."""
    match kind_of(button):
        case "TakeSlot":
            return issued.get(TakeSlot.unpack(button.data).slot_id)
        case "TakePair":
            pair = TakePair.unpack(button.data)
            return _at(issued, pair.doctor, pair.minute)
        case "Pick":
            pick = Pick.unpack(button.data)
            return _at(issued, pick.doctor, pick.minute)
    return None


def _at(issued: dict[str, Slot], doctor: int, minute: int) -> Slot | None:
    start = moment_of(minute)
    return next((slot for slot in issued.values() if (slot.doctor_id, slot.start_time) == (doctor, start)), None)


def kind_of(button: Button) -> str:
    """The class of its callback data, such as `TakeSlot`; empty for one that no class of the dialogue has made."""
    return kinds().get(button.data.partition(":")[0], "")


@cache
def kinds() -> dict[str, str]:
    """Names of the classes of callback data by prefix."""
    return {one.__prefix__: one.__name__ for one in CallbackData.__subclasses__()}


def _change(request: Request) -> Sight | None:
    if not request.done or request.method != "POST":
        return None
    if request.books:
        return "booked"
    if request.changes_visits:
        return "cancelled" if request.path.endswith("/cancel") else "moved"
    return None
