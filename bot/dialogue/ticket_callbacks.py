"""What the buttons of tickets carry: the patient's, and those in the managers' group."""

from aiogram.filters.callback_data import CallbackData

from bot.dialogue.callbacks import Number


class WriteToClinic(CallbackData, prefix="kw"):
    """'Write to the clinic'."""


class WriteMore(CallbackData, prefix="km"):
    """Another word about a ticket that may be closed."""

    ticket_id: Number


class WriteNothing(CallbackData, prefix="kn"):
    pass


class ToAssistant(CallbackData, prefix="ka"):
    """The patient wants the assistant back."""

    ticket_id: Number


class TakeTicket(CallbackData, prefix="kt"):
    ticket_id: Number


class GiveTicketBack(CallbackData, prefix="kg"):
    ticket_id: Number


class CloseTicket(CallbackData, prefix="kc"):
    ticket_id: Number
