"""The buttons of the way without words: each carries where it leads, so it works after a restart, too."""

from aiogram.filters.callback_data import CallbackData

from bot.dialogue.where import At, Minute36, Number36


class ToSpecialties(CallbackData, prefix="bs"):
    at: At


class ToBranches(CallbackData, prefix="bb"):
    at: At


class ToDoctors(CallbackData, prefix="bd"):
    at: At


class ToMonth(CallbackData, prefix="bm"):
    at: At
    """`day` is the first of the month; None: the first month that has free time."""


class ToDay(CallbackData, prefix="bt"):
    at: At


class Pick(CallbackData, prefix="bp"):
    """A doctor's time: hold it, or with `at.move` ask whether to move there."""

    at: At
    doctor: Number36
    minute: Minute36


class AnotherPick(CallbackData, prefix="bo"):
    """Give the hold back and return to the day."""

    hold: Number36
    at: At


class NoTime(CallbackData, prefix="bi"):
    """What a calendar shows without being a choice: a dot, a weekday."""


class AskMove(CallbackData, prefix="m"):
    appointment: Number36


class DoMove(CallbackData, prefix="my"):
    appointment: Number36
    doctor: Number36
    minute: Minute36


class ShowVisit(CallbackData, prefix="v"):
    appointment: Number36


class CalendarFile(CallbackData, prefix="i"):
    appointment: Number36
