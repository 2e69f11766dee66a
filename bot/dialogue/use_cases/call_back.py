"""Ask the clinic to call, and take it back."""

from typing import Literal

from api_client import NoPhone, NotFound, WrongTransition
from bot.dialogue.desk import Talk
from contracts.call_requests import CallRequest


async def ask_for_call(talk: Talk) -> CallRequest | None:
    """The open request, the same one if it was open already; None: a phone is needed first.

    Raises QuotaExceeded, ConsentRequired, ClinicClientError.
    """
    try:
        return await talk.calls.request_call()
    except NoPhone:
        return None


async def no_call(talk: Talk, request_id: int) -> Literal["cancelled", "finished", "unknown"]:
    """Take the request back; what it has become if that is too late. Raises ClinicClientError."""
    try:
        await talk.calls.cancel_call_request(request_id)
    except WrongTransition:
        return "finished"
    except NotFound:
        return "unknown"
    return "cancelled"
