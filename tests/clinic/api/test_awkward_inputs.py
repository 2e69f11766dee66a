"""Thirty awkward inputs on every route with a body: each gets a 4xx with a code, never a 5xx, and changes nothing."""

from collections.abc import AsyncIterator

import asyncpg
import httpx
import pytest

from contracts import identity
from tests.clinic.api.asking import at, book, refused, registered
from tests.support.serving import Clinic

AWKWARD_VALUES = [
    "\x00",
    "a\x00b",
    "\x1b[31m",
    "",
    " ",
    "x" * 300,
    "x" * 60_000,
    "\N{PILE OF POO}" * 300,
    -1,
    0,
    2**31,
    2**31 - 1,
    2**53 + 1,
    2**63,
    2**64,
    10**4000,
    1.5,
    1e308,
    True,
    [],
    {},
    [[[[[[]]]]]],
    {"$gt": ""},
    "2026-03-02T10:00:00",
    "9999-12-31T23:59:59Z",
    "0001-01-01T00:00:00+14:00",
    "2026-02-30T10:00:00Z",
    "2026-03-02T25:00:00Z",
    "-271821-04-20T00:00:00Z",
    "'; DROP TABLE appointments; --",
]
"""Put into each field of each body in turn."""

UNREADABLE = [
    b"[]",
    b'"text"',
    b"1",
    b"{",
    b'{"doctor_id": }',
    b"\xff\xfe\x00",
    b'{"a": ' * 5000,
    b"[" * 60_000,
    b'{"note": "' + b"x" * 70_000 + b'"}',
    b'{"doctor_id": ' + b"9" * 5000 + b"}",
]
"""Bodies that no route takes."""

UNSOUND_BOOKINGS = [
    b"",
    b"null",
    b'{"doctor_id": NaN}',
    b'{"doctor_id": Infinity, "start_time": "2026-03-02T10:00:00Z"}',
    b'{"doctor_id": 2, "start_time": "2026-03-02T10:00:00Z", "note": "\\ud800"}',
    b'{"doctor_id": 2, "start_time": "2026-03-02T10:00:00Z", "patient_name": "\\udfff\\ud800"}',
    b'{"hold_id": "\\ud800"}',
]


PATIENTS = ("/consents", "/people", "/contact", "/call-requests")
"""Where only a patient may call."""


def bodies(visit_id: int, client_id: int) -> dict[tuple[str, str], dict[str, object]]:
    """Each route that takes a body, with one that it would take."""
    posted: dict[str, dict[str, object]] = {
        "/appointments": {
            "doctor_id": 2,
            "start_time": at(10),
            "end_time": at(10, 30),
            "visit_type_id": None,
            "patient_name": "A. Patient",
            "client_id": 5,
            "note": "note",
            "hold_id": None,
        },
        "/holds": {"slot_id": "A" * 40, "client_id": 5},
        f"/appointments/{visit_id}/cancel": {"reason": "none"},
        f"/appointments/{visit_id}/reschedule": {
            "start_time": at(11),
            "doctor_id": 2,
            "end_time": at(11, 30),
            "slot_id": None,
        },
        f"/appointments/{visit_id}/arrive": {},
        f"/appointments/{visit_id}/complete": {},
        f"/appointments/{visit_id}/no-show": {},
        "/consents": {"version": "1", "text_sha256": "0" * 64, "language": "en"},
        "/people": {"relation": "self", "full_name": "A. Patient", "birth_date": "2000-01-01"},
    }
    posted |= {
        "/call-requests": {"topic": "none"},
        "/call-requests/1/cancel": {},
        "/call-requests/1/done": {"by": "me"},
    }
    posted |= {
        "/deliveries/claim": {"limit": 1, "lease_seconds": 60},
        "/deliveries/1/ack": {"lease": "0" * 32, "outcome": "sent", "detail": "502"},
    }
    others: dict[tuple[str, str], dict[str, object]] = {
        ("PATCH", f"/people/{client_id}"): {"full_name": "A. Patient", "birth_date": "2000-01-01"},
        ("PUT", "/contact"): {"phone": "+79160000000", "verified": False},
    }
    return {("POST", path): body for path, body in posted.items()} | others


async def state(clinic: Clinic) -> list[object]:
    connection = await asyncpg.connect(clinic.database_url)
    try:
        return list(await connection.fetch("SELECT id, version, status, note, patient_name FROM appointments"))
    finally:
        await connection.close()


def answered_in_shape(answer: httpx.Response, what: object) -> None:
    assert answer.status_code < 500, (what, answer.text)
    if answer.status_code >= 400:
        body = answer.json()
        assert isinstance(body["code"], str), what
        assert set(body) <= {"code", "message", "details", "nearest"}, what


@pytest.mark.timeout(300)
async def test_awkward_values_in_every_field(clinic: Clinic) -> None:
    assert len(AWKWARD_VALUES) == 30
    made = await book(clinic.staff, at(9))
    patient, client_id = await registered(clinic, "telegram:1")
    for (method, path), body in bodies(made["id"], client_id).items():
        client = patient if path.startswith(PATIENTS) else clinic.staff
        for field in body:
            for value in AWKWARD_VALUES:
                answer = await client.request(method, path, json=body | {field: value})
                answered_in_shape(answer, (method, path, field, repr(value)[:40]))
                if answer.status_code == 201 and path == "/appointments":
                    # Some of it is harmless text; the time is freed for the next one.
                    await clinic.staff.post(f"/appointments/{answer.json()['id']}/cancel")


@pytest.mark.timeout(300)
async def test_awkward_bodies_on_every_route(clinic: Clinic) -> None:
    made = await book(clinic.staff, at(9))
    patient, client_id = await registered(clinic, "telegram:1")
    before = await state(clinic)
    for method, path in bodies(made["id"], client_id):
        if path.endswith(("arrive", "complete", "no-show", "call-requests/1/cancel")):
            continue  # they take no body, so whatever is sent is not read
        client = patient if path.startswith(PATIENTS) else clinic.staff
        for raw in UNREADABLE:
            answer = await client.request(method, path, content=raw, headers={"Content-Type": "application/json"})
            answered_in_shape(answer, (method, path, raw[:40]))
            assert 400 <= answer.status_code < 500, (method, path, raw[:40], answer.text)
    for raw in UNSOUND_BOOKINGS:
        answer = await clinic.staff.post("/appointments", content=raw, headers={"Content-Type": "application/json"})
        answered_in_shape(answer, raw)
        assert 400 <= answer.status_code < 500, (raw, answer.text)
    assert await state(clinic) == before


async def test_awkward_addresses_and_queries(clinic: Clinic) -> None:
    for address in (
        "/appointments/0",
        "/appointments/-1",
        f"/appointments/{2**63}",
        f"/appointments/{10**30}",
        "/appointments/%00",
        "/appointments/%ff",
        "/slots?from=%00",
        "/slots?from=9999-12-31",
        "/slots?from=9999-12-31T23:59:59%2B00:00",
        "/slots?from=2026-03-02T10:00:00",
        "/slots?doctor_id=99999999999999999999",
        "/slots?limit=0",
        "/slots?specialty=%00",
        "/slots?specialty=" + "x" * 5000,
        "/slots/nearest?after=-1",
        "/appointments?page=1000000000",
        "/appointments?size=201",
        "/appointments?status=nonsense",
        "/appointments?from=2999-12-31&to=2000-01-01",
    ):
        answer = await clinic.staff.get(address)
        answered_in_shape(answer, address)
    far = await clinic.staff.get("/slots", params={"from": "2999-12-31", "to": "2999-12-31"})
    assert far.json()["slots"] == []
    assert {reason["code"] for reason in far.json()["reasons"]} == {"beyond_horizon"}


async def test_awkward_headers(clinic: Clinic) -> None:
    visit = {"doctor_id": 1, "start_time": at(10)}
    for headers in (
        {"Idempotency-Key": ""},
        {"Idempotency-Key": "\xff"},
        {identity.HEADER: ""},
        {identity.HEADER: "a.b"},
        {identity.HEADER: "x" * 10_000},
        {"Authorization": "Bearer \xff"},
        {"Authorization": "Basic eDp5"},
        {"Content-Type": "text/plain"},
    ):
        raw = [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]
        answer = await clinic.staff.post("/appointments", json=visit, headers=raw)
        answered_in_shape(answer, headers)
        assert 400 <= answer.status_code < 500, headers


async def test_a_body_without_a_length_has_a_limit_too(clinic: Clinic) -> None:
    async def endless() -> AsyncIterator[bytes]:
        for _ in range(100):
            yield b" " * 1024

    answer = await clinic.staff.post("/appointments", content=endless(), headers={"Content-Type": "application/json"})
    refused(answer, 413, "too_large")
