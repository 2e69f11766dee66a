"""The buttons about people: who visits, their names, phones and calls."""

from aiogram.filters.callback_data import CallbackData

from bot.dialogue.callbacks import Number
from bot.dialogue.where import Minute36, Number36
from contracts.people import Relation


class TakeName(CallbackData, prefix="nm"):
    """Be called as in Telegram: the name is read from the tap, not from the button."""

    booked: bool
    """Asked after a booking: the phone is the next question."""


class TypeName(CallbackData, prefix="nt"):
    """The next words are the name."""


class SkipName(CallbackData, prefix="nx"):
    booked: bool


class AskWhom(CallbackData, prefix="w"):
    """Who is the visit for?"""


class ForSelf(CallbackData, prefix="ws"):
    pass


class ForPerson(CallbackData, prefix="wp"):
    client_id: Number


class ForTwo(CallbackData, prefix="w2"):
    """Two people, one right after the other."""

    first: Number
    second: Number


class AddPerson(CallbackData, prefix="wa"):
    relation: Relation


class Rename(CallbackData, prefix="wr"):
    client_id: Number


class TakePair(CallbackData, prefix="tp"):
    """Two times in a row of one doctor, from this minute on; looked up anew, so it never grows old."""

    doctor: Number36
    minute: Minute36
    first: Number36
    second: Number36


class ConfirmPair(CallbackData, prefix="ty"):
    first: Number
    second: Number
    """Holds."""


class DropPair(CallbackData, prefix="tn"):
    first: Number
    second: Number


class LeavePhone(CallbackData, prefix="ph"):
    pass


class NoPhone(CallbackData, prefix="pn"):
    pass


class CallMe(CallbackData, prefix="cb"):
    pass


class NoCall(CallbackData, prefix="cx"):
    request_id: Number


class CallDone(CallbackData, prefix="cd"):
    """For managers: the patient has been called."""

    request_id: Number
