"""Idempotency-Key: one effect and one answer, however often and however concurrently it is sent."""

import asyncio
from datetime import timedelta

import httpx

from clinic.appointments.idempotency import forget_answers
from clinic.platform.database import connect
from tests.clinic.api.asking import at, free, refused, registered
from tests.support.serving import Clinic

VISIT = {"doctor_id": 1, "start_time": at(9), "patient_name": "A. Patient"}


async def post(client: httpx.AsyncClient, body: object, key: str = "key-1") -> httpx.Response:
    return await client.post("/appointments", json=body, headers={"Idempotency-Key": key})


async def test_the_same_key_and_body_gives_the_same_answer(clinic: Clinic) -> None:
    first, second = await post(clinic.staff, VISIT), await post(clinic.staff, VISIT)
    assert (first.status_code, second.status_code) == (201, 201)
    assert first.content == second.content
    assert (await clinic.staff.get("/appointments")).json()["total"] == 1


async def test_the_answer_is_kept_whatever_has_changed_since(clinic: Clinic) -> None:
    first = await post(clinic.staff, VISIT)
    await clinic.staff.post(f"/appointments/{first.json()['id']}/cancel")
    assert (await post(clinic.staff, VISIT)).content == first.content
    clinic.clock.advance(days=2)  # by now the time is in the past
    assert (await post(clinic.staff, VISIT)).content == first.content
    assert (await clinic.staff.get("/appointments")).json()["total"] == 1


async def test_the_same_key_with_another_body_is_a_conflict(clinic: Clinic) -> None:
    await post(clinic.staff, VISIT)
    refused(await post(clinic.staff, VISIT | {"start_time": at(10)}), 409, "idempotency_conflict")
    assert (await clinic.staff.get("/appointments")).json()["total"] == 1


async def test_a_key_that_was_refused_may_be_used_again(clinic: Clinic) -> None:
    refused(await post(clinic.staff, VISIT | {"start_time": at(20)}), 422, "outside_schedule")
    assert (await post(clinic.staff, VISIT)).status_code == 201


async def test_twenty_copies_at_once_book_once(clinic: Clinic) -> None:
    answers = await asyncio.gather(*(post(clinic.staff, VISIT) for _ in range(20)))
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.content for answer in answers}) == 1
    assert (await clinic.staff.get("/appointments")).json()["total"] == 1


async def test_a_double_confirmation_of_a_hold_books_once(clinic: Clinic) -> None:
    patient, client_id = await registered(clinic, "telegram:1")
    slot = (await free(patient, doctor_id=1))[0]
    held = (await patient.post("/holds", json={"slot_id": slot["slot_id"], "client_id": client_id})).json()
    answers = await asyncio.gather(*(post(patient, {"hold_id": held["hold_id"]}) for _ in range(10)))
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.content for answer in answers}) == 1
    assert (await patient.get("/appointments", params={"status": "confirmed"})).json()["total"] == 1


async def test_keys_of_different_callers_do_not_meet(clinic: Clinic) -> None:
    patient, client_id = await registered(clinic, "telegram:1")
    assert (await post(clinic.staff, VISIT)).status_code == 201
    other = {"doctor_id": 2, "start_time": at(9), "client_id": client_id}
    assert (await post(patient, other)).json()["doctor_id"] == 2


async def test_a_key_is_printable_ascii(clinic: Clinic) -> None:
    refused(await post(clinic.staff, VISIT, "k" * 256), 422, "text_too_long")
    refused(await post(clinic.staff, VISIT, "with space"), 422, "validation_failed")


async def test_bodies_that_mean_the_same_are_the_same(clinic: Clinic) -> None:
    first = await post(clinic.staff, VISIT)
    same = VISIT | {"start_time": "2026-03-02T12:00:00+03:00", "patient_name": " A. Patient "}
    assert (await post(clinic.staff, same)).content == first.content


async def test_answers_are_forgotten_in_time(clinic: Clinic) -> None:
    await post(clinic.staff, VISIT)
    database = connect(clinic.database_url, 1)
    await forget_answers(database, clinic.clock())
    assert (await post(clinic.staff, VISIT)).status_code == 201
    await forget_answers(database, clinic.clock() + timedelta(seconds=1))
    await database.close()
    refused(await post(clinic.staff, VISIT), 409, "slot_taken")
