"""Each status and code of the service becomes its own exception."""

import httpx
import pytest

import api_client
from api_client import BadAnswer, ClinicClient, ClinicClientError, Refused, SlotTaken
from contracts.appointments import AppointmentRequest
from tests.api_client.client_samples import SLOT


def answering(response: httpx.Response) -> ClinicClient:
    return ClinicClient("http://clinic.test", "token", transport=httpx.MockTransport(lambda _: response))


@pytest.mark.parametrize(
    ("status", "code", "expected"),
    [
        (400, "malformed", "Refused"),
        (401, "unauthorized", "Unauthorized"),
        (403, "forbidden", "Forbidden"),
        (404, "not_found", "NotFound"),
        (409, "slot_taken", "SlotTaken"),
        (409, "hold_expired", "HoldExpired"),
        (409, "idempotency_conflict", "IdempotencyConflict"),
        (409, "wrong_transition", "WrongTransition"),
        (409, "consent_required", "ConsentRequired"),
        (409, "no_phone", "NoPhone"),
        (409, "lease_lost", "LeaseLost"),
        (409, "a_code_of_tomorrow", "Conflict"),
        (422, "validation_failed", "Invalid"),
        (422, "in_the_past", "Invalid"),
        (422, "slot_expired", "OfferExpired"),
        (422, "bad_slot_id", "OfferExpired"),
        (429, "quota", "QuotaExceeded"),
        (429, "rate_limited", "RateLimited"),
    ],
)
async def test_a_refusal_has_its_exception(status: int, code: str, expected: str) -> None:
    body = {"code": code, "message": "why", "details": {"field": "start_time"}}
    async with answering(httpx.Response(status, json=body)) as clinic:
        with pytest.raises(Refused) as caught:
            await clinic.book(AppointmentRequest(hold_id=7))
    assert type(caught.value) is getattr(api_client, expected)
    assert (caught.value.status, caught.value.code, caught.value.message) == (status, code, "why")
    assert caught.value.details == {"field": "start_time"}


async def test_a_taken_slot_brings_the_nearest_from_the_top_level() -> None:
    body = {"code": "slot_taken", "message": "taken", "nearest": [SLOT]}
    async with answering(httpx.Response(409, json=body)) as clinic:
        with pytest.raises(SlotTaken) as caught:
            await clinic.book(AppointmentRequest(hold_id=7))
    assert [slot.slot_id for slot in caught.value.nearest] == [SLOT["slot_id"]]


@pytest.mark.parametrize("status", [302, 404, 409])
async def test_a_refusal_of_something_else_than_the_service_is_a_bad_answer(status: int) -> None:
    async with answering(httpx.Response(status, text="<html>nginx</html>")) as clinic:
        with pytest.raises(BadAnswer, match=str(status)):
            await clinic.branches()


def test_the_tree_of_the_docstring_is_the_tree_of_the_classes() -> None:
    """Every class stands in the drawing once, and is indented below its base."""
    drawing = (api_client.errors.__doc__ or "").split("::", 1)[1]
    chain: list[str] = []
    drawn: dict[str, str] = {}
    for line in filter(str.strip, drawing.splitlines()):
        name = line.lstrip(" │├└─").split()[0]
        if not hasattr(api_client.errors, name):
            break
        depth = (len(line) - len(line.lstrip(" │├└─")) - 4) // 4
        chain[depth:] = [name]
        drawn[name] = chain[depth - 1] if depth else "Exception"
    classes = {
        name: kind.__bases__[0].__name__
        for name, kind in vars(api_client.errors).items()
        if isinstance(kind, type) and issubclass(kind, ClinicClientError)
    }
    assert drawn == classes
