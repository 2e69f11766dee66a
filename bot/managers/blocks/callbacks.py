"""The buttons of blocks. Hours travel as minutes since 1970, so that a button needs no memory."""

from aiogram.filters.callback_data import CallbackData

from bot.dialogue.where import Minute36, Number36


class ListDoctors(CallbackData, prefix="kl"):
    page: Number36


class ChooseDoctor(CallbackData, prefix="kd"):
    doctor: Number36


class ChooseDay(CallbackData, prefix="ky"):
    doctor: Number36
    day: Number36
    """Its ordinal."""


class ChooseStart(CallbackData, prefix="ks"):
    doctor: Number36
    day: Number36


class ChooseEnd(CallbackData, prefix="ke"):
    doctor: Number36
    begin: Minute36


class Preview(CallbackData, prefix="kh"):
    doctor: Number36
    begin: Minute36
    end: Minute36


class DoBlock(CallbackData, prefix="kk"):
    doctor: Number36
    begin: Minute36
    end: Minute36


class DoNotBlock(CallbackData, prefix="bkn"):
    pass


class ShowBoard(CallbackData, prefix="kb"):
    block: Number36


class ShowPhones(CallbackData, prefix="kp"):
    block: Number36


class Called(CallbackData, prefix="bkc"):
    block: Number36
    task: Number36


class AskUndo(CallbackData, prefix="ku"):
    block: Number36


class DoUndo(CallbackData, prefix="kx"):
    block: Number36
