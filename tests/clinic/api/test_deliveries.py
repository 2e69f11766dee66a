"""Deliveries: written with what makes them true, claimed by one at a time, tried again, finished once."""

import asyncio
from datetime import timedelta
from typing import Any

import asyncpg
import httpx
import pytest

from clinic.deliveries.acknowledge import FIRST_PAUSE, LONGEST_PAUSE, pause
from clinic.deliveries.claim import MOST_ATTEMPTS
from clinic.deliveries.tidy import tidy_deliveries
from clinic.platform.database import connect
from clinic.platform.tokens import Role, create_token
from tests.clinic.api.asking import Json, at, book, free, refused, registered
from tests.clinic.api.test_call_requests import asked, reachable
from tests.support.serving import Clinic


async def claim(clinic: Clinic, **body: int) -> list[Json]:
    answer = await clinic.staff.post("/deliveries/claim", json=body)
    assert answer.status_code == 200, answer.text
    found: list[Json] = answer.json()["deliveries"]
    return found


async def ack(clinic: Clinic, delivery: Json, outcome: str, **more: str) -> httpx.Response:
    body = {"lease": delivery["lease"], "outcome": outcome} | more
    return await clinic.staff.post(f"/deliveries/{delivery['delivery_id']}/ack", json=body)


async def cancelled_visits(clinic: Clinic, count: int) -> list[int]:
    """As many deliveries, each because staff cancelled a visit of telegram:1; the visits' numbers."""
    _, client_id = await registered(clinic, "telegram:1")
    made = [await book(clinic.staff, at(9 + n // 2, 30 * (n % 2)), client_id=client_id) for n in range(count)]
    for visit in made:
        await clinic.staff.post(f"/appointments/{visit['id']}/cancel", json={"reason": "the doctor is away"})
    return [visit["id"] for visit in made]


def visits(deliveries: list[Json]) -> list[int]:
    return [delivery["payload"]["appointment_id"] for delivery in deliveries]


async def rows(clinic: Clinic) -> list[dict[str, Any]]:
    connection = await asyncpg.connect(clinic.database_url)
    try:
        return [dict(row) for row in await connection.fetch("SELECT * FROM deliveries ORDER BY delivery_id")]
    finally:
        await connection.close()


async def test_a_visit_that_the_clinic_cancels_is_told_to_its_account(clinic: Clinic) -> None:
    (visit,) = await cancelled_visits(clinic, 1)
    (delivery,) = await claim(clinic)
    assert delivery | {"delivery_id": 0, "lease": ""} == {
        "delivery_id": 0,
        "lease": "",
        "recipient": "telegram:1",
        "branch_id": None,
        "kind": "appointment.cancelled_by_clinic",
        "payload": {
            "appointment_id": visit,
            "doctor_id": 1,
            "branch_id": 1,
            "client_id": delivery["payload"]["client_id"],
            "visit_type_id": None,
            "start_time": "2026-03-02T09:00:00+00:00",
            "end_time": "2026-03-02T09:30:00+00:00",
            "status": "cancelled",
            "version": 2,
        },
        "priority": 1,
        "created_at": "2026-03-02T06:00:00Z",
        "attempts": 1,
    }


async def test_a_visit_that_the_clinic_moves_is_told_with_both_times(clinic: Clinic) -> None:
    patient, client_id = await registered(clinic, "telegram:1")
    made = await book(patient, at(9), client_id=client_id)
    target = {"start_time": at(10), "doctor_id": 2}
    assert (await clinic.staff.post(f"/appointments/{made['id']}/reschedule", json=target)).status_code == 200
    (delivery,) = await claim(clinic)
    assert (delivery["kind"], delivery["recipient"]) == ("appointment.moved_by_clinic", "telegram:1")
    payload = delivery["payload"]
    assert (payload["previous_doctor_id"], payload["previous_start_time"]) == (1, "2026-03-02T09:00:00+00:00")
    assert (payload["doctor_id"], payload["start_time"]) == (2, "2026-03-02T10:00:00+00:00")
    longer = {"start_time": at(10), "end_time": at(11)}
    assert (await clinic.staff.post(f"/appointments/{made['id']}/reschedule", json=longer)).status_code == 200
    assert await claim(clinic) == []


async def test_what_patients_do_themselves_is_not_told_to_them(clinic: Clinic) -> None:
    patient, client_id = await registered(clinic, "telegram:1")
    made = await book(patient, at(9), client_id=client_id)
    await patient.post(f"/appointments/{made['id']}/reschedule", json={"start_time": at(10)})
    await patient.post(f"/appointments/{made['id']}/cancel")
    of_nobody = await book(clinic.staff, at(12), client_id=5)
    await clinic.staff.post(f"/appointments/{of_nobody['id']}/reschedule", json={"start_time": at(13)})
    await clinic.staff.post(f"/appointments/{of_nobody['id']}/cancel")
    slot = (await free(patient, doctor_id=2))[0]
    held = (await patient.post("/holds", json={"slot_id": slot["slot_id"], "client_id": client_id})).json()
    await clinic.staff.delete(f"/holds/{held['hold_id']}")
    assert await rows(clinic) == []


async def test_a_refused_change_is_told_to_nobody(clinic: Clinic) -> None:
    patient, client_id = await registered(clinic, "telegram:1")
    made = await book(patient, at(9), client_id=client_id)
    await book(clinic.staff, at(10))
    refused(
        await clinic.staff.post(f"/appointments/{made['id']}/reschedule", json={"start_time": at(10)}),
        409,
        "slot_taken",
    )
    await patient.post(f"/appointments/{made['id']}/cancel")
    refused(await clinic.staff.post(f"/appointments/{made['id']}/cancel"), 409, "wrong_transition")
    assert await rows(clinic) == []


async def test_managers_learn_of_call_requests_with_no_name_and_no_phone(clinic: Clinic) -> None:
    patient = await reachable(clinic, "telegram:1")
    first = await asked(patient, "about my results")
    await asked(patient)
    await patient.post(f"/call-requests/{first['id']}/cancel")
    second = await asked(patient)
    await clinic.staff.post(f"/call-requests/{second['id']}/done")
    told = await claim(clinic)
    assert {delivery["recipient"] for delivery in told} == {"managers"}
    assert [(delivery["kind"], delivery["payload"]["call_request_id"]) for delivery in told] == [
        ("call_request.opened", first["id"]),
        ("call_request.cancelled", first["id"]),
        ("call_request.opened", second["id"]),
    ]
    assert "9160000000" not in str(await rows(clinic))
    assert "results" not in str(await rows(clinic))


async def test_two_that_claim_at_once_share_nothing(clinic: Clinic) -> None:
    made = await cancelled_visits(clinic, 12)
    taken = await asyncio.gather(*(claim(clinic, limit=3) for _ in range(6)))
    assert sorted(visit for part in taken for visit in visits(part)) == made
    assert await claim(clinic) == []


async def test_the_urgent_ones_go_first_and_then_the_oldest(clinic: Clinic) -> None:
    patient = await reachable(clinic, "telegram:2")
    await asked(patient)
    clinic.clock.advance(seconds=1)
    made = await cancelled_visits(clinic, 3)
    assert visits(await claim(clinic, limit=2)) == made[:2]
    rest = await claim(clinic)
    assert [delivery["kind"] for delivery in rest] == ["appointment.cancelled_by_clinic", "call_request.opened"]


async def test_a_lease_that_runs_out_gives_the_delivery_to_the_next(clinic: Clinic) -> None:
    await cancelled_visits(clinic, 1)
    (first,) = await claim(clinic, lease_seconds=30)
    clinic.clock.advance(seconds=29)
    assert await claim(clinic) == []
    clinic.clock.advance(seconds=1)
    (second,) = await claim(clinic)
    assert (second["delivery_id"], second["attempts"]) == (first["delivery_id"], 2)
    for outcome in ("sent", "failed", "unreachable"):
        refused(await ack(clinic, first, outcome), 409, "lease_lost")
    assert (await ack(clinic, second, "sent")).json()["finished_at"] == "2026-03-02T06:00:30Z"
    refused(await ack(clinic, first, "sent"), 409, "lease_lost")


async def test_a_late_acknowledgement_counts_while_nobody_else_has_it(clinic: Clinic) -> None:
    await cancelled_visits(clinic, 1)
    (delivery,) = await claim(clinic, lease_seconds=5)
    clinic.clock.advance(minutes=5)
    assert (await ack(clinic, delivery, "sent")).status_code == 200
    assert await claim(clinic) == []


@pytest.mark.parametrize("outcome", ["sent", "unreachable", "failed"])
async def test_the_same_outcome_again_changes_nothing(clinic: Clinic, outcome: str) -> None:
    await cancelled_visits(clinic, 1)
    (delivery,) = await claim(clinic)
    once = (await ack(clinic, delivery, outcome, detail="403")).json()
    before = await rows(clinic)
    clinic.clock.advance(seconds=5)
    assert (await ack(clinic, delivery, outcome)).json() == once
    assert await rows(clinic) == before
    assert (once["outcome"], once["finished_at"] is None) == (outcome, outcome == "failed")
    if outcome != "failed":
        other = "sent" if outcome != "sent" else "unreachable"
        assert refused(await ack(clinic, delivery, other), 409, "wrong_transition")["details"] == {"outcome": outcome}


async def test_a_failure_is_tried_again_later_and_later_and_then_given_up(clinic: Clinic) -> None:
    await cancelled_visits(clinic, 1)
    for attempt in range(1, MOST_ATTEMPTS + 1):
        (delivery,) = await claim(clinic)
        assert delivery["attempts"] == attempt
        state = (await ack(clinic, delivery, "failed", detail="502")).json()
        if attempt < MOST_ATTEMPTS:
            clinic.clock.advance(seconds=pause(attempt).total_seconds() - 1)
            assert await claim(clinic) == []
            clinic.clock.advance(seconds=1)
    assert state["finished_at"]
    clinic.clock.advance(days=1)
    assert await claim(clinic) == []


def test_pauses_grow_to_a_limit() -> None:
    pauses = [pause(attempt) for attempt in range(1, 100)]
    assert pauses == sorted(pauses)
    assert (pauses[0], pauses[1], pauses[-1]) == (FIRST_PAUSE, 2 * FIRST_PAUSE, LONGEST_PAUSE)


async def test_what_is_too_late_to_tell_is_not_told(clinic: Clinic) -> None:
    await cancelled_visits(clinic, 2)
    (leased,) = await claim(clinic, limit=1, lease_seconds=600)
    database = connect(clinic.database_url, 1)
    clinic.clock.advance(hours=24)
    assert await claim(clinic) == []
    await tidy_deliveries(database, clinic.clock() - timedelta(hours=23, minutes=55), timedelta(days=30))
    assert [row["outcome"] for row in await rows(clinic)] == [None, None]
    await tidy_deliveries(database, clinic.clock(), timedelta(days=30))
    assert {row["outcome"] for row in await rows(clinic)} == {"expired"}
    refused(await ack(clinic, leased, "sent"), 409, "wrong_transition")
    clinic.clock.advance(days=30, seconds=1)
    await tidy_deliveries(database, clinic.clock(), timedelta(days=30))
    assert await rows(clinic) == []
    await database.close()


async def test_a_delivery_that_kills_its_readers_ends(clinic: Clinic) -> None:
    await cancelled_visits(clinic, 1)
    for _ in range(MOST_ATTEMPTS):
        assert len(await claim(clinic, lease_seconds=5)) == 1
        clinic.clock.advance(seconds=5)
    assert await claim(clinic) == []
    database = connect(clinic.database_url, 1)
    await tidy_deliveries(database, clinic.clock(), timedelta(days=30))
    await database.close()
    assert [row["outcome"] for row in await rows(clinic)] == ["failed"]


async def test_deliveries_are_for_the_bot_alone(clinic: Clinic) -> None:
    await cancelled_visits(clinic, 1)
    database = connect(clinic.database_url, 1)
    ack_body = {"lease": "0" * 32, "outcome": "sent"}
    for role in (Role.CONSOLE, Role.READ_ONLY):
        token = await create_token(database, role, role, clinic.clock)
        other = await clinic.client(Authorization=f"Bearer {token}")
        refused(await other.post("/deliveries/claim", json={}), 403, "forbidden")
        refused(await other.post("/deliveries/1/ack", json=ack_body), 403, "forbidden")
    await database.close()
    patient = await clinic.patient("telegram:1")
    refused(await patient.post("/deliveries/claim", json={}), 403, "forbidden")
    refused(await patient.post("/deliveries/1/ack", json=ack_body), 403, "forbidden")
    refused(await clinic.staff.post("/deliveries/424242/ack", json=ack_body), 404, "not_found")
    refused(await clinic.staff.post("/deliveries/1/ack", json=ack_body), 409, "lease_lost")
    assert len(await claim(clinic)) == 1
