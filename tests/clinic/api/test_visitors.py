"""Free time for a certain person: only with doctors who see that age on the visit's day."""

import httpx
import pytest

from tests.clinic.api.asking import free, refused, registered
from tests.support.serving import Clinic

THERAPIST, PEDIATRICIAN, ENT = 1, 3, 8
"""Of the demo clinic: adults only, children only, everybody."""


async def person(patient: httpx.AsyncClient, **fields: str) -> int:
    answer = await patient.post("/people", json=fields)
    assert answer.status_code == 201, answer.text
    return int(answer.json()["client_id"])


async def doctors(client: httpx.AsyncClient, **wanted: object) -> set[int]:
    return {slot["doctor_id"] for slot in await free(client, **wanted) if slot["doctor_id"] in (1, 3, 8)}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"relation": "child", "birth_date": "2020-05-04"}, {PEDIATRICIAN, ENT}),
        ({"relation": "child"}, {PEDIATRICIAN, ENT}),
        ({"relation": "child", "birth_date": "2000-05-04"}, {THERAPIST, ENT}),
        ({"relation": "parent", "birth_date": "1950-05-04"}, {THERAPIST, ENT}),
        ({"relation": "other"}, {THERAPIST, ENT}),
    ],
)
async def test_doctors_of_another_age_are_left_out(
    demo_clinic: Clinic, fields: dict[str, str], expected: set[int]
) -> None:
    patient, _ = await registered(demo_clinic, "telegram:1")
    client_id = await person(patient, **fields)
    wanted = {"client_id": client_id, "from_": "2026-03-03", "to": "2026-03-03"}
    assert await doctors(patient, **wanted) == expected
    assert await doctors(demo_clinic.staff, **wanted) == expected


async def test_what_is_offered_to_a_person_can_be_held_for_that_person(demo_clinic: Clinic) -> None:
    patient, _ = await registered(demo_clinic, "telegram:1")
    child = await person(patient, relation="child", birth_date="2020-05-04")
    for specialty in ("pediatrician", "ent", "dentist"):
        slot = (await free(patient, specialty=specialty, client_id=child))[0]
        held = await patient.post("/holds", json={"slot_id": slot["slot_id"], "client_id": child})
        assert held.status_code == 201, held.text
        await patient.delete(f"/holds/{held.json()['hold_id']}")


async def test_who_comes_of_age_changes_doctors_on_that_day(demo_clinic: Clinic) -> None:
    """The branch's day counts: at midnight in Moscow it is the day before in UTC."""
    patient, _ = await registered(demo_clinic, "telegram:1")
    nearly = await person(patient, relation="child", birth_date="2008-03-05")
    week = {"client_id": nearly, "from_": "2026-03-03", "to": "2026-03-08"}
    days: dict[int, set[str]] = {THERAPIST: set(), PEDIATRICIAN: set()}
    for doctor_id, seen in days.items():
        seen.update(slot["start_time"][:10] for slot in await free(patient, doctor_id=doctor_id, **week))
    assert days == {
        THERAPIST: {"2026-03-05", "2026-03-06", "2026-03-07"},
        PEDIATRICIAN: {"2026-03-03", "2026-03-04"},
    }
    for doctor_id in days:
        slot = (await free(patient, doctor_id=doctor_id, **week))[-1]
        held = await patient.post("/holds", json={"slot_id": slot["slot_id"], "client_id": nearly})
        assert held.status_code == 201, held.text
        await patient.delete(f"/holds/{held.json()['hold_id']}")


async def test_when_nobody_sees_that_age_the_reason_is_no_doctor(demo_clinic: Clinic) -> None:
    patient, _ = await registered(demo_clinic, "telegram:1")
    child = await person(patient, relation="child", birth_date="2020-05-04")
    for path in ("/slots", "/slots/nearest"):
        body = (await patient.get(path, params={"specialty": "therapist", "client_id": child})).json()
        assert (body["slots"], [reason["code"] for reason in body["reasons"]]) == ([], ["no_doctor"])
    assert (await patient.get("/slots/days", params={"specialty": "therapist", "client_id": child})).json() == {
        "days": []
    }


async def test_a_person_of_another_account_is_not_found(clinic: Clinic) -> None:
    _, client_id = await registered(clinic, "telegram:1")
    stranger, _ = await registered(clinic, "telegram:2")
    for path in ("/slots", "/slots/nearest", "/slots/days"):
        refused(await stranger.get(path, params={"client_id": client_id}), 404, "not_found")
        refused(await clinic.staff.get(path, params={"client_id": 424242}), 404, "not_found")
        assert (await clinic.staff.get(path, params={"client_id": client_id})).status_code == 200
