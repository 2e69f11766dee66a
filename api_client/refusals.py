"""From an answer to a result or an error: the one table from statuses and codes to exceptions."""

from typing import TypeVar

import httpx
from pydantic import BaseModel, ValidationError

from api_client.errors import (
    BadAnswer,
    BlockedAlready,
    Conflict,
    ConsentRequired,
    Decided,
    Forbidden,
    HoldExpired,
    IdempotencyConflict,
    Invalid,
    InviteOver,
    LeaseLost,
    NoAccount,
    NoPhone,
    NotFound,
    NotOffered,
    OfferExpired,
    OfferOver,
    QuotaExceeded,
    RateLimited,
    Refused,
    ServerFailed,
    SlotTaken,
    Taken,
    Unauthorized,
    WrongTransition,
)
from contracts.appointments import SlotLostBody

Model = TypeVar("Model", bound=BaseModel)

BY_STATUS: dict[int, type[Refused]] = {
    401: Unauthorized,
    403: Forbidden,
    404: NotFound,
    409: Conflict,
    422: Invalid,
    429: RateLimited,
}

BY_CODE: dict[tuple[int, str], type[Refused]] = {
    (409, "slot_taken"): SlotTaken,
    (409, "hold_expired"): HoldExpired,
    (409, "idempotency_conflict"): IdempotencyConflict,
    (409, "wrong_transition"): WrongTransition,
    (409, "consent_required"): ConsentRequired,
    (409, "no_phone"): NoPhone,
    (409, "offer_over"): OfferOver,
    (409, "blocked_already"): BlockedAlready,
    (409, "not_offered"): NotOffered,
    (409, "decided"): Decided,
    (409, "taken"): Taken,
    (409, "no_account"): NoAccount,
    (409, "lease_lost"): LeaseLost,
    (409, "invite_over"): InviteOver,
    (422, "slot_expired"): OfferExpired,
    (422, "bad_slot_id"): OfferExpired,
    (429, "quota"): QuotaExceeded,
}


def check(response: httpx.Response) -> None:
    """Pass a 2xx. Raises ServerFailed, a Refused, or BadAnswer for what the contract does not know."""
    status = response.status_code
    if response.is_success:
        return
    if status >= 500:
        raise ServerFailed(status)
    if not response.is_client_error:
        raise BadAnswer(f"status {status} is not part of the contract")
    body = _refusal(response)
    kind = BY_CODE.get((status, body.code)) or BY_STATUS.get(status, Refused)
    raise kind(status, body, body.nearest)


def parse(response: httpx.Response, model: type[Model]) -> Model:
    """A 2xx answer as `model`. Raises BadAnswer, which names the fields and not their values."""
    try:
        return model.model_validate_json(response.content)
    except ValidationError as error:
        wrong = ", ".join(".".join(map(str, e["loc"])) or "(all)" for e in error.errors(include_input=False)[:5])
        # The cause carries the answer itself, which may be a person's data: it is dropped.
        raise BadAnswer(f"not a {model.__name__} of the contract: {wrong}") from None


def _refusal(response: httpx.Response) -> SlotLostBody:
    """The widest error body of the contract; others have no `nearest`."""
    try:
        return SlotLostBody.model_validate_json(response.content)
    except ValidationError:
        if response.status_code == 429:  # a proxy in front of the service limits too, and knows no contract
            return SlotLostBody(code="rate_limited", message="too many calls")
        raise BadAnswer(f"status {response.status_code} without the contract's error body") from None
