"""The buttons under an offer: times that the clinic holds for the patient."""

from aiogram.filters.callback_data import CallbackData

from bot.dialogue.where import Number36


class TakeOffered(CallbackData, prefix="ot"):
    offer: Number36
    hold: Number36


class RefuseOffer(CallbackData, prefix="or"):
    offer: Number36


class ShowOffer(CallbackData, prefix="os"):
    offer: Number36
