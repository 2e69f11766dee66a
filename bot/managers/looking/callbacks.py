"""The buttons that turn pages."""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.dialogue.callbacks import Number

Page = Annotated[int, Field(ge=0, le=999)]


class TodayPage(CallbackData, prefix="lt"):
    page: Page


class DoctorDay(CallbackData, prefix="ld"):
    doctor_id: Number
    day: Page
    """Days from today on."""
