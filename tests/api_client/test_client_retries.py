"""Which calls are repeated, how often, and how long the client waits. No test really waits."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from itertools import chain, repeat

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from api_client import ClinicClient, QuotaExceeded, RateLimited, RetryPolicy, ServerFailed, Unreachable
from api_client.retry import asked_wait
from contracts import identity
from contracts.appointments import AppointmentRequest, HoldRequest
from contracts.deliveries import DeliveryOutcome
from contracts.people import ContactRequest, PersonChange, PersonRequest
from tests.api_client.client_samples import APPOINTMENT, CALL_REQUEST, CONTACT, HOLD, PERSON

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
BRANCHES = httpx.Response(200, json={"branches": []})
HELD = HoldRequest(slot_id="c2xvdC1vbmU_-", client_id=5)


def refused_connection(request: httpx.Request) -> httpx.Response:
    raise httpx.ConnectError("refused", request=request)


class Service:
    """Gives the answers of a script in turn, then the last one for ever; remembers the waits between."""

    def __init__(self, *script: httpx.Response | Callable[[httpx.Request], httpx.Response]) -> None:
        self._script = chain(script, repeat(script[-1]))
        self.calls: list[httpx.Request] = []
        self.waits: list[float] = []

    def serve(self, request: httpx.Request) -> httpx.Response:
        self.calls.append(request)
        step = next(self._script)
        return step if isinstance(step, httpx.Response) else step(request)

    async def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)

    def client(self) -> ClinicClient:
        return ClinicClient(
            "http://clinic.test",
            "token",
            identity_secret="patients-are-signed-with-this",
            transport=httpx.MockTransport(self.serve),
            retry=RetryPolicy(attempts=4, base=1.0, cap=3.0),
            sleep=self.sleep,
            rng=lambda: 0.5,
            clock=lambda: NOW,
        )


def limited(code: str, **headers: str) -> httpx.Response:
    return httpx.Response(429, json={"code": code, "message": "slower"}, headers=headers)


async def test_a_read_is_repeated_with_growing_capped_jittered_waits() -> None:
    service = Service(refused_connection, httpx.Response(503), refused_connection, BRANCHES)
    async with service.client() as clinic:
        assert await clinic.branches() == ()
    assert service.waits == [0.5, 1.0, 1.5]


async def test_retries_are_bounded() -> None:
    service = Service(refused_connection)
    async with service.client() as clinic:
        with pytest.raises(Unreachable):
            await clinic.branches()
    assert len(service.calls) == 4


async def test_the_last_failure_of_the_server_is_told() -> None:
    async with Service(httpx.Response(502, text="<html>")).client() as clinic:
        with pytest.raises(ServerFailed) as caught:
            await clinic.branches()
    assert caught.value.status == 502


@pytest.mark.parametrize("failure", [refused_connection, httpx.Response(500), limited("rate_limited")])
async def test_a_hold_is_sent_once_however_it_fails(
    failure: httpx.Response | Callable[[httpx.Request], httpx.Response],
) -> None:
    service = Service(failure, httpx.Response(201, json=HOLD))
    async with service.client() as clinic:
        with pytest.raises((Unreachable, ServerFailed, RateLimited)):
            await clinic.hold(HELD)
    assert len(service.calls) == 1


async def test_a_booking_without_a_key_is_sent_once() -> None:
    service = Service(httpx.Response(500), httpx.Response(201, json=APPOINTMENT))
    async with service.client() as clinic:
        with pytest.raises(ServerFailed):
            await clinic.book(AppointmentRequest(hold_id=7))
    assert len(service.calls) == 1


async def test_a_booking_with_a_key_is_repeated_with_the_same_key_and_body() -> None:
    service = Service(refused_connection, httpx.Response(201, json=APPOINTMENT))
    async with service.client() as clinic:
        assert (await clinic.book(AppointmentRequest(hold_id=7), idempotency_key="confirm-7")).id == 7
    first, second = service.calls
    assert first.headers["Idempotency-Key"] == second.headers["Idempotency-Key"] == "confirm-7"
    assert first.content == second.content


async def test_releasing_a_hold_is_repeated() -> None:
    service = Service(httpx.Response(503), httpx.Response(204))
    async with service.client() as clinic:
        await clinic.release_hold(7)
    assert len(service.calls) == 2


STATE = {"delivery_id": 7, "outcome": "sent", "attempts": 1, "finished_at": None, "not_before": NOW.isoformat()}
SETTLED: list[tuple[Callable[[ClinicClient], Awaitable[object]], dict[str, object]]] = [
    (lambda c: c.add_person(PersonRequest()), PERSON),
    (lambda c: c.change_person(5, PersonChange(full_name="A")), PERSON),
    (lambda c: c.set_contact(ContactRequest(phone="+79160000000")), CONTACT),
    (lambda c: c.request_call(), CALL_REQUEST),
    (lambda c: c.ack_delivery(7, "a" * 32, DeliveryOutcome.SENT), STATE),
]
"""Calls that leave the same, done once or twice."""


@pytest.mark.parametrize(("call", "answer"), SETTLED)
async def test_what_does_no_harm_twice_is_repeated(
    call: Callable[[ClinicClient], Awaitable[object]], answer: dict[str, object]
) -> None:
    service = Service(refused_connection, httpx.Response(200, json=answer))
    async with service.client() as clinic:
        await call(clinic)
    first, second = service.calls
    assert (first.method, first.url, first.content) == (second.method, second.url, second.content)


async def test_a_claim_is_sent_once() -> None:
    """The lost answer's deliveries come back after their lease; a second claim would take more away."""
    service = Service(httpx.Response(500), httpx.Response(200, json={"deliveries": []}))
    async with service.client() as clinic:
        with pytest.raises(ServerFailed):
            await clinic.claim_deliveries()
    assert len(service.calls) == 1


async def test_each_attempt_is_signed_afresh() -> None:
    clock = [NOW]

    async def half_an_hour(_seconds: float) -> None:
        clock[0] += timedelta(minutes=30)

    service = Service(refused_connection, BRANCHES)
    async with ClinicClient(
        "http://clinic.test",
        "token",
        identity_secret="patients-are-signed-with-this",
        transport=httpx.MockTransport(service.serve),
        sleep=half_an_hour,
        clock=lambda: clock[0],
    ) as clinic:
        await clinic.on_behalf_of("telegram:1").branches()
    assert len({call.headers[identity.HEADER] for call in service.calls}) == 2


async def test_retry_after_is_honoured() -> None:
    service = Service(limited("rate_limited", **{"Retry-After": "2"}), BRANCHES)
    async with service.client() as clinic:
        await clinic.branches()
    assert service.waits == [2.0]


async def test_a_longer_wait_than_ours_is_not_waited_for() -> None:
    service = Service(limited("rate_limited", **{"Retry-After": "3600"}), BRANCHES)
    async with service.client() as clinic:
        with pytest.raises(RateLimited):
            await clinic.branches()
    assert service.waits == []


async def test_a_quota_is_never_asked_twice() -> None:
    service = Service(limited("quota", **{"Retry-After": "1"}), BRANCHES)
    async with service.client() as clinic:
        with pytest.raises(QuotaExceeded):
            await clinic.branches()
    assert len(service.calls) == 1


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        (None, None),
        ("0", 0.0),
        (" 7 ", 7.0),
        ("Sat, 21 Nov 2026 09:00:05 GMT", 5.0),
        ("Sat, 21 Nov 2026 08:00:00 GMT", 0.0),
        ("-1", None),
        ("soon", None),
        ("", None),
        ("٣", None),
    ],
)
def test_retry_after_in_both_its_forms(header: str | None, seconds: float | None) -> None:
    assert asked_wait(header, NOW) == seconds


@given(st.integers(1, 10_000), st.floats(0, 1, exclude_max=True), st.floats(0, 10), st.floats(0, 100))
def test_no_wait_is_negative_or_above_the_cap(attempt: int, chance: float, base: float, cap: float) -> None:
    assert 0 <= RetryPolicy(base=base, cap=cap).delay(attempt, lambda: chance) <= cap


@given(st.text())
def test_any_retry_after_header_is_survived(header: str) -> None:
    waited = asked_wait(header, NOW)
    assert waited is None or waited >= 0
