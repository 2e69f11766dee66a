"""The buttons of the closing list. `branch` 0: all branches that the manager oversees."""

from typing import Literal

from aiogram.filters.callback_data import CallbackData

from bot.dialogue.where import Number36


class ClosingPage(CallbackData, prefix="zp"):
    branch: Number36
    page: Number36


class MarkVisit(CallbackData, prefix="zm"):
    """c: the patient came; n: did not."""

    what: Literal["c", "n"]
    number: Number36
    branch: Number36
    page: Number36


class UnmarkVisit(CallbackData, prefix="zu"):
    number: Number36
    branch: Number36
    page: Number36
