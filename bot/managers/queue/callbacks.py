"""What the buttons of the queue carry; `number` is the application's."""

from typing import Annotated, Literal

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.dialogue.callbacks import Number
from contracts.appointments import SlotId

Reason = Literal["full", "specialist", "preparation", "closed"]
REASONS: tuple[Reason, ...] = ("full", "specialist", "preparation", "closed")


class TakeNext(CallbackData, prefix="qn"):
    pass


class ShowCard(CallbackData, prefix="qc"):
    """Back from the reasons or the times to the card."""

    number: Number


class Approve(CallbackData, prefix="qa"):
    number: Number
    version: Annotated[int, Field(ge=1)]
    """What was read: anything newer is shown before it is approved."""


class Release(CallbackData, prefix="qb"):
    number: Number


class Undo(CallbackData, prefix="qu"):
    number: Number


class AskReason(CallbackData, prefix="qd"):
    number: Number


class Decline(CallbackData, prefix="qr"):
    number: Number
    reason: Reason


class OwnReason(CallbackData, prefix="qw"):
    """It will be written as a reply."""

    number: Number


class AskTimes(CallbackData, prefix="qo"):
    number: Number


class ToggleTime(CallbackData, prefix="qt"):
    number: Number
    slot_id: SlotId


class SendTimes(CallbackData, prefix="qs"):
    number: Number


class AskAll(CallbackData, prefix="ql"):
    """Approve all without conflicts?"""


class ApproveAll(CallbackData, prefix="qy"):
    pass


class NotAll(CallbackData, prefix="qx"):
    pass


class UndoAll(CallbackData, prefix="qz"):
    batch: Number
