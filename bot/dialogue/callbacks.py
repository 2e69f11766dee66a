"""What the buttons carry. Telegram allows 64 bytes; a slot id has about 40."""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field, StringConstraints

from bot.texts import Language
from contracts.appointments import SlotId
from contracts.fields import MAX_ID

# Numbers arrive as text here, so the contract's strict integers would refuse them.
Number = Annotated[int, Field(ge=1, le=MAX_ID)]


class TakeSlot(CallbackData, prefix="s"):
    slot_id: SlotId


class ConfirmHold(CallbackData, prefix="ok"):
    hold_id: Number


class OtherTime(CallbackData, prefix="no"):
    hold_id: Number


class Agree(CallbackData, prefix="agree"):
    version: Annotated[str, StringConstraints(max_length=40)]


class Refuse(CallbackData, prefix="refuse"):
    pass


class Again(CallbackData, prefix="again"):
    pass


class NotNow(CallbackData, prefix="nn"):
    """An emergency that is not happening; `number`: the alarm's."""

    number: Number


class AskCancel(CallbackData, prefix="c"):
    appointment_id: Number


class CancelVisit(CallbackData, prefix="cy"):
    appointment_id: Number


class KeepVisit(CallbackData, prefix="cn"):
    appointment_id: Number


class ChooseLanguage(CallbackData, prefix="lang"):
    language: Language
