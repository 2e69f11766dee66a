"""Free slots over HTTP: filters, zones, lead time, and why nothing earlier."""

from datetime import datetime, timedelta
from typing import Any

import asyncpg
import pytest

from clinic.platform.database import connect
from clinic.schedule.importing.apply import import_document
from clinic.schedule.importing.read_file import parse
from tests.clinic.api.asking import at, book, free, refused, starts
from tests.support.serving import Clinic

MOSCOW_AND_LIMA = """
branches:
  - {id: 10, name: Moscow, time_zone: Europe/Moscow}
  - {id: 11, name: Lima, time_zone: America/Lima, closures: [{from: 2026-03-04, to: 2026-03-06}]}
visit_types:
  - {id: 1, code: long, kind: procedure, name: Long, minutes: 60, specialty: masseur}
doctors:
  - {id: 100, name: A, specialty: masseur, branch: 10, lead_minutes: 120, horizon_days: 14, slot_minutes: 30,
     hours: {mon: "09:00-12:00, 18:00-20:00", tue: "09:00-12:00"}}
  - {id: 101, name: B, specialty: masseur, branch: 11, slot_minutes: 30, buffer_after: 15,
     hours: {mon: "09:00-12:00", wed: "09:00-12:00"}, time_off: [{from: 2026-03-02, hours: "09:00-11:00"}]}
"""


async def add(clinic: Clinic, document: str) -> None:
    database = connect(clinic.database_url, 1)
    await import_document(database, parse(document, csv_format=False), dry_run=False)
    await database.close()


async def asked(clinic: Clinic, path: str = "/slots", **params: Any) -> dict[str, Any]:
    answer = await clinic.staff.get(path, params={key.rstrip("_"): value for key, value in params.items()})
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json()
    return body


def codes(body: dict[str, Any]) -> set[tuple[int | None, str]]:
    return {(reason["doctor_id"], reason["code"]) for reason in body["reasons"]}


async def test_slots_are_shown_in_each_branchs_own_zone(clinic: Clinic) -> None:
    await add(clinic, MOSCOW_AND_LIMA)
    moscow = await free(clinic.staff, doctor_id=100, to="2026-03-02")
    # 09:00 in Moscow is now; with two hours of lead time the day begins at 11:00.
    assert [s["start_time"] for s in moscow] == [
        f"2026-03-02T{time}:00+03:00" for time in ("11:00", "11:30", "18:00", "18:30", "19:00", "19:30")
    ]
    lima = await free(clinic.staff, doctor_id=101, to="2026-03-02")
    # 15 minutes of pause after half an hour leave every other half hour.
    assert [s["start_time"] for s in lima] == ["2026-03-02T11:00:00-05:00"]
    assert lima[0]["time_zone"] == "America/Lima"


async def test_a_plain_date_is_the_branchs_day_and_inclusive(clinic: Clinic) -> None:
    await add(clinic, MOSCOW_AND_LIMA)
    both = await free(clinic.staff, specialty="masseur", from_="2026-03-03", to="2026-03-03")
    assert {s["doctor_id"] for s in both} == {100}
    by_moment = await free(
        clinic.staff, doctor_id=100, from_="2026-03-03T11:00:00+03:00", to="2026-03-03T12:00:00+03:00"
    )
    assert [s["start_time"][11:16] for s in by_moment] == ["11:00", "11:30"]
    lost_plus = await clinic.staff.get("/slots?doctor_id=100&from=2026-03-03T11:00:00+03:00&limit=1")
    assert lost_plus.json()["slots"][0]["start_time"] == "2026-03-03T11:00:00+03:00"


async def test_branches_say_where_they_are_and_how_to_call_them(demo_clinic: Clinic) -> None:
    (first, _) = (await asked(demo_clinic, "/branches"))["branches"]
    assert (first["latitude"], first["longitude"], first["phone"]) == (55.7741, 37.6208, "+7 495 000-00-10")


async def test_parts_of_day_are_of_the_branch(clinic: Clinic) -> None:
    await add(clinic, MOSCOW_AND_LIMA)
    evening = await free(clinic.staff, doctor_id=100, part_of_day="evening", to="2026-03-02")
    assert [s["start_time"][11:16] for s in evening] == ["18:00", "18:30", "19:00", "19:30"]
    assert await starts(clinic.staff, doctor_id=1, part_of_day="afternoon", to="2026-03-02", limit=1) == ["12:00"]


async def test_a_longer_visit_type_gets_longer_slots_that_do_not_overlap(clinic: Clinic) -> None:
    await add(clinic, MOSCOW_AND_LIMA)
    slots = await free(clinic.staff, doctor_id=100, visit_type_id=1, from_="2026-03-03", to="2026-03-03")
    assert [(s["start_time"][11:16], s["end_time"][11:16]) for s in slots] == [
        ("09:00", "10:00"),
        ("10:00", "11:00"),
        ("11:00", "12:00"),
    ]
    held = await clinic.staff.post("/holds", json={"slot_id": slots[0]["slot_id"], "client_id": 5})
    assert held.json()["end_time"] == "2026-03-03T10:00:00+03:00"
    refused(await clinic.staff.get("/slots", params={"visit_type_id": 77}), 422, "unknown_visit_type")
    assert codes(await asked(clinic, doctor_id=1, visit_type_id=1)) == {(None, "no_doctor")}


async def test_a_doctor_who_is_full_says_until_when(clinic: Clinic) -> None:
    for half_hour in range(16):
        await book(clinic.staff, at(9 + half_hour // 2, 30 * (half_hour % 2)))
    today = await asked(clinic, doctor_id=1, to="2026-03-02")
    assert today["slots"] == []
    assert [(r["code"], r["until"]) for r in today["reasons"]] == [("doctor_full", at(9, day=3))]
    assert "doctor 1 is full until 2026-03-03T09:00:00+00:00" in today["reasons"][0]["message"]
    nearest = await asked(clinic, "/slots/nearest", doctor_id=1)
    assert nearest["slots"][0]["start_time"] == at(9, day=3)
    assert codes(nearest) == {(1, "doctor_full")}


async def test_every_reason_has_its_code(clinic: Clinic) -> None:
    await add(clinic, MOSCOW_AND_LIMA)
    for params, expected in (
        ({"doctor_id": 101, "from": "2026-03-04", "to": "2026-03-04"}, {(101, "branch_closed")}),
        ({"doctor_id": 101, "from": "2026-03-02", "to": "2026-03-02T15:30:00Z"}, {(101, "doctor_away")}),
        ({"doctor_id": 101, "from": "2026-03-03", "to": "2026-03-03"}, {(101, "not_working")}),
        ({"doctor_id": 100, "to": "2026-03-02T07:00:00Z"}, {(100, "lead_time")}),
        ({"doctor_id": 100, "from": "2026-03-20"}, {(100, "beyond_horizon")}),
        (
            {"doctor_id": 100, "from": "2026-03-03", "to": "2026-03-03", "part_of_day": "evening"},
            {(100, "part_of_day")},
        ),
        ({"doctor_id": 100, "from": "2026-03-01", "to": "2026-03-01"}, {(100, "in_the_past")}),
        ({"specialty": "astrologer"}, {(None, "no_doctor")}),
    ):
        body = await asked(clinic, **params)
        assert body["slots"] == [], params
        assert codes(body) == expected, params


async def test_an_answer_with_an_early_slot_gives_no_reasons(clinic: Clinic) -> None:
    assert (await asked(clinic, doctor_id=1))["reasons"] == []
    assert (await asked(clinic, "/slots/nearest", specialty="ent"))["reasons"] == []


async def test_nearest_is_the_soonest_of_all_doctors(clinic: Clinic) -> None:
    for doctor in range(1, 6):
        await book(clinic.staff, at(9), doctor_id=doctor)
    body = await asked(clinic, "/slots/nearest", limit=7)
    assert [(s["doctor_id"], s["start_time"]) for s in body["slots"]] == [
        *((doctor, at(9)) for doctor in range(6, 11)),
        (1, at(9, 30)),
        (2, at(9, 30)),
    ]
    later = await asked(clinic, "/slots/nearest", after=at(12), doctor_id=3)
    assert later["slots"][0]["start_time"] == at(12)


async def test_what_the_clinic_has(demo_clinic: Clinic) -> None:
    staff = demo_clinic.staff
    branches = (await staff.get("/branches")).json()["branches"]
    assert [b["time_zone"] for b in branches] == ["Europe/Moscow", "Europe/Moscow"]
    specialties = (await staff.get("/specialties")).json()["specialties"]
    assert len(specialties) == 22
    assert {"code": "ent", "doctors": 2} in specialties
    doctors = (await staff.get("/doctors", params={"specialty": "ent", "branch_id": 1})).json()["doctors"]
    assert [(d["doctor_id"], d["sees_children"], d["gender"]) for d in doctors] == [(8, True, "female")]
    types = (await staff.get("/visit-types")).json()["visit_types"]
    assert {t["kind"] for t in types} == {"first", "follow_up", "procedure"}
    assert types[0]["price"] == "2500.00 RUB"
    for code in (s["code"] for s in specialties):
        assert (await staff.get("/slots", params={"specialty": code, "limit": 1})).json()["slots"], code


async def test_what_is_offered_can_be_booked(demo_clinic: Clinic) -> None:
    """Each doctor's first offers, as a patient would take them: the listing and the booking agree."""
    for doctor_id in range(1, 26):
        slots = await free(demo_clinic.staff, doctor_id=doctor_id, limit=3)
        for slot in slots:
            held = await demo_clinic.staff.post("/holds", json={"slot_id": slot["slot_id"], "client_id": doctor_id})
            assert held.status_code == 201, held.text
            assert (held.json()["start_time"], held.json()["end_time"]) == (slot["start_time"], slot["end_time"])


@pytest.mark.parametrize("minute", [0, 30])
async def test_a_slot_between_proposal_and_hold_is_told_with_the_nearest(clinic: Clinic, minute: int) -> None:
    slot = next(s for s in await free(clinic.staff, doctor_id=1) if s["start_time"] == at(9, minute))
    await book(clinic.staff, at(9, minute))
    body = refused(
        await clinic.staff.post("/holds", json={"slot_id": slot["slot_id"], "client_id": 5}), 409, "slot_taken"
    )
    assert body["nearest"][0]["start_time"] > slot["start_time"]


async def test_versions_count_up_with_what_is_taken(clinic: Clinic) -> None:
    """The cache stands on this number: every change of what is taken must change it."""

    async def version() -> int:
        connection = await asyncpg.connect(clinic.database_url)
        try:
            return int(await connection.fetchval("SELECT version FROM booking_versions WHERE doctor_id = 1"))
        finally:
            await connection.close()

    seen = [await version()]
    made = await book(clinic.staff, at(9))
    seen.append(await version())
    slot = (await free(clinic.staff, doctor_id=1))[0]
    held = (await clinic.staff.post("/holds", json={"slot_id": slot["slot_id"], "client_id": 5})).json()
    seen.append(await version())
    await clinic.staff.post("/appointments", json={"hold_id": held["hold_id"]})
    seen.append(await version())
    await clinic.staff.post(f"/appointments/{made['id']}/reschedule", json={"start_time": at(15)})
    seen.append(await version())
    await clinic.staff.post(f"/appointments/{made['id']}/cancel")
    seen.append(await version())
    assert seen == sorted(set(seen))
    refused(await clinic.staff.post(f"/appointments/{made['id']}/cancel"), 409, "wrong_transition")
    assert await version() == seen[-1]


async def test_a_visit_type_that_was_just_imported_is_known(clinic: Clinic) -> None:
    await free(clinic.staff, doctor_id=1)
    await add(clinic, MOSCOW_AND_LIMA)
    assert (await asked(clinic, visit_type_id=1))["slots"][0]["doctor_id"] == 100


async def test_a_slot_that_has_begun_is_not_offered(clinic: Clinic) -> None:
    clinic.clock.advance(hours=4, seconds=20)
    first = (await free(clinic.staff, doctor_id=1))[0]
    assert first["start_time"] == at(10, 30)
    assert (await clinic.staff.post("/holds", json={"slot_id": first["slot_id"], "client_id": 5})).status_code == 201


async def test_a_moment_in_the_past_asks_from_now_on(clinic: Clinic) -> None:
    body = await asked(clinic, doctor_id=1, from_="2026-02-20T10:00:00Z")
    assert (body["slots"][0]["start_time"], body["reasons"]) == (at(9), [])


async def test_a_window_that_ends_before_it_begins_is_refused(clinic: Clinic) -> None:
    for window in (("2026-03-05", "2026-03-04"), (at(12), at(11)), ("2026-03-09", at(9))):
        answer = await clinic.staff.get("/slots", params={"from": window[0], "to": window[1]})
        refused(answer, 422, "bad_window")


async def test_reasons_do_not_blame_what_took_nothing(clinic: Clinic) -> None:
    await add(
        clinic,
        """
doctors:
  - {id: 50, name: Never, specialty: ghost, branch: 1, hours: {}}
  - {id: 51, name: Off hours, specialty: other, branch: 1, hours: {mon: "09:00-10:00"},
     time_off: [{from: 2026-03-02, hours: "20:00-21:00"}]}
""",
    )
    assert codes(await asked(clinic, doctor_id=50)) == {(50, "not_working")}
    for minute in (0, 30):
        await book(clinic.staff, at(9, minute), doctor_id=51)
    assert codes(await asked(clinic, doctor_id=51)) == {(51, "doctor_full")}


async def test_an_expired_hold_is_answered_with_slots_of_the_same_kind(clinic: Clinic) -> None:
    await add(clinic, MOSCOW_AND_LIMA)
    slot = (await free(clinic.staff, doctor_id=100, visit_type_id=1))[0]
    held = (await clinic.staff.post("/holds", json={"slot_id": slot["slot_id"], "client_id": 5})).json()
    clinic.clock.advance(minutes=10)
    body = refused(await clinic.staff.post("/appointments", json={"hold_id": held["hold_id"]}), 409, "hold_expired")
    times = [(datetime.fromisoformat(s["start_time"]), datetime.fromisoformat(s["end_time"])) for s in body["nearest"]]
    assert {end - start for start, end in times} == {timedelta(hours=1)}
