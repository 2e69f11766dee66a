"""Booking a time at once."""

import pytest

from tests.clinic.api.asking import at, book, free, refused, starts
from tests.support.serving import Clinic


async def test_a_booking_answers_with_the_whole_appointment(clinic: Clinic) -> None:
    made = await book(clinic.staff, at(9), doctor_id=3, patient_name="A. Patient", client_id=77, note="first visit")
    assert made == {
        "id": made["id"],
        "doctor_id": 3,
        "client_id": 77,
        "patient_name": "A. Patient",
        "office_number": "103",
        "branch_id": 1,
        "time_zone": "UTC",
        "start_time": at(9),
        "end_time": at(9, 30),
        "note": "first visit",
        "status": "confirmed",
        "created_at": "2026-03-02T06:00:00Z",
        "updated_at": "2026-03-02T06:00:00Z",
        "doctor_name": "Doctor 3",
        "specialty": "cardiologist",
        "visit_type_id": None,
        "visitor_name": None,
        "decide_by": None,
    }
    assert (await clinic.staff.get(f"/appointments/{made['id']}")).json() == made


async def test_a_booked_time_is_no_longer_free_and_is_again_after_cancelling(clinic: Clinic) -> None:
    before = await starts(clinic.staff, doctor_id=1, to="2026-03-02")
    made = await book(clinic.staff, at(10, 30))
    during = await starts(clinic.staff, doctor_id=1, to="2026-03-02")
    assert before == [*during[:3], "10:30", *during[3:]]
    cancelled = await clinic.staff.post(f"/appointments/{made['id']}/cancel", json={"reason": "ill"})
    assert cancelled.json()["status"] == "cancelled"
    assert await starts(clinic.staff, doctor_id=1, to="2026-03-02") == before


async def test_a_taken_time_is_refused_with_what_is_free_instead(clinic: Clinic) -> None:
    await book(clinic.staff, at(10))
    body = refused(
        await clinic.staff.post("/appointments", json={"doctor_id": 1, "start_time": at(10)}), 409, "slot_taken"
    )
    assert [slot["start_time"] for slot in body["nearest"]] == [at(10, 30), at(11), at(11, 30), at(12), at(12, 30)]
    again = {"slot_id": body["nearest"][0]["slot_id"], "client_id": 5}
    assert (await clinic.staff.post("/holds", json=again)).status_code == 201


@pytest.mark.parametrize(("start", "end"), [((9, 45), (10, 15)), ((10, 15), (10, 45)), ((9, 30), (11, 0))])
async def test_any_overlap_is_refused(clinic: Clinic, start: tuple[int, int], end: tuple[int, int]) -> None:
    await book(clinic.staff, at(10))
    visit = {"doctor_id": 1, "start_time": at(*start), "end_time": at(*end)}
    refused(await clinic.staff.post("/appointments", json=visit), 409, "slot_taken")


async def test_visits_that_touch_are_both_booked(clinic: Clinic) -> None:
    for minute in (0, 30):
        await book(clinic.staff, at(10, minute))
    assert "10:00" not in await starts(clinic.staff, doctor_id=1, to="2026-03-02")


CANNOT_BE_BOOKED: list[tuple[dict[str, object], str]] = [
    ({"start_time": "2026-03-02T05:59:59Z"}, "in_the_past"),
    ({"start_time": "2025-03-02T10:00:00Z"}, "in_the_past"),
    ({"start_time": at(8, 30)}, "outside_schedule"),
    ({"start_time": at(16, 45)}, "outside_schedule"),
    ({"start_time": at(10, day=7)}, "outside_schedule"),
    ({"start_time": "2026-03-02T10:00:30Z"}, "outside_schedule"),
    ({"start_time": "2027-03-03T10:00:00Z"}, "beyond_horizon"),
    ({"start_time": at(10), "end_time": "2026-03-02T10:30:01Z"}, "outside_schedule"),
    ({"start_time": at(10), "end_time": at(10)}, "bad_end_time"),
    ({"start_time": at(10), "end_time": at(9)}, "bad_end_time"),
    ({"start_time": at(16), "end_time": at(18)}, "outside_schedule"),
    ({"start_time": "2026-03-02T10:00:00"}, "naive_time"),
    ({"start_time": at(10), "note": "x" * 256}, "text_too_long"),
    ({"start_time": at(10), "patient_name": "x" * 256}, "text_too_long"),
    ({"start_time": at(10), "doctor_id": 999}, "unknown_doctor"),
    ({"start_time": at(10), "visit_type_id": 999}, "unknown_visit_type"),
    ({"start_time": at(10), "client_id": 2_000_000_000}, "unknown_person"),
    ({"start_time": at(10), "hold_id": 1}, "validation_failed"),
    ({}, "validation_failed"),
]


async def test_what_cannot_be_booked_is_refused_with_a_code(clinic: Clinic) -> None:
    before = await free(clinic.staff, doctor_id=1, to="2026-03-02")
    for visit, code in CANNOT_BE_BOOKED:
        refused(await clinic.staff.post("/appointments", json={"doctor_id": 1} | visit), 422, code)
    assert await free(clinic.staff, doctor_id=1, to="2026-03-02") == before


async def test_the_same_instant_in_another_zone_is_the_same_time(clinic: Clinic) -> None:
    await book(clinic.staff, "2026-03-02T13:00:00+03:00")
    refused(await clinic.staff.post("/appointments", json={"doctor_id": 1, "start_time": at(10)}), 409, "slot_taken")


async def test_pages_and_filters_of_the_list(clinic: Clinic) -> None:
    for hour in (12, 9, 11):
        await book(clinic.staff, at(hour), client_id=5)
    await book(clinic.staff, at(9), doctor_id=2)
    first = (await clinic.staff.get("/appointments", params={"doctor_id": 1, "size": 2})).json()
    assert [a["start_time"] for a in first["appointments"]] == [at(9), at(11)]
    assert (first["page"], first["size"], first["total"]) == (1, 2, 3)
    second = (await clinic.staff.get("/appointments", params={"doctor_id": 1, "size": 2, "page": 2})).json()
    assert [a["start_time"] for a in second["appointments"]] == [at(12)]
    window = {"from": at(10), "to": at(12), "client_id": "5", "status": "confirmed"}
    found = (await clinic.staff.get("/appointments", params=window)).json()
    assert [a["start_time"] for a in found["appointments"]] == [at(11)]
    assert (await clinic.staff.get("/appointments", params={"to": "2026-03-02"})).json()["total"] == 4
    assert (await clinic.staff.get("/appointments", params={"from": "2026-03-03"})).json()["total"] == 0


async def test_what_is_not_there_is_not_found(clinic: Clinic) -> None:
    refused(await clinic.staff.get("/appointments/424242"), 404, "not_found")
    refused(await clinic.staff.get("/nowhere"), 404, "not_found")
    refused(await clinic.staff.put("/appointments"), 405, "method_not_allowed")
