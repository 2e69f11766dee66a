"""The buttons under a reminder; moving and cancelling are those of /my."""

from aiogram.filters.callback_data import CallbackData

from bot.dialogue.where import Minute36, Number36


class Coming(CallbackData, prefix="rc"):
    """The patient is coming, to the visit at the time that was read."""

    appointment: Number36
    minute: Minute36
