"""The days that have free slots: the same ones that the list of slots shows, counted."""

from datetime import date
from typing import Any

import pytest

from tests.clinic.api.asking import Json, at, book, free, refused, registered
from tests.clinic.api.test_slots import MOSCOW_AND_LIMA, add
from tests.support.serving import Clinic


async def days(clinic: Clinic, **wanted: Any) -> list[Json]:
    answer = await clinic.staff.get("/slots/days", params={key.rstrip("_"): v for key, v in wanted.items()})
    assert answer.status_code == 200, answer.text
    found: list[Json] = answer.json()["days"]
    return found


def counted(slots: list[Json]) -> list[Json]:
    of = [slot["start_time"][:10] for slot in slots]
    return [{"date": day, "slots": of.count(day)} for day in sorted(set(of))]


@pytest.mark.parametrize(
    "wanted",
    [
        {"specialty": "masseur", "from_": "2026-03-02", "to": "2026-03-12"},
        {"doctor_id": 100, "from_": "2026-03-03", "to": "2026-03-03"},
        {"doctor_id": 101, "from_": "2026-03-02T10:00:00Z", "to": "2026-03-11T16:20:00Z"},
        {"specialty": "masseur", "visit_type_id": 1, "to": "2026-03-20"},
        {"branch_id": 1, "doctor_id": 1, "to": "2026-03-06"},
    ],
)
async def test_days_are_those_of_the_slots_in_each_branchs_zone(clinic: Clinic, wanted: dict[str, Any]) -> None:
    await add(clinic, MOSCOW_AND_LIMA)
    await book(clinic.staff, at(10))
    found = await days(clinic, **wanted)
    assert found
    assert found == counted(await free(clinic.staff, **wanted))


async def test_a_full_day_is_not_among_them_and_comes_back(clinic: Clinic) -> None:
    made = [await book(clinic.staff, at(9 + n // 2, 30 * (n % 2))) for n in range(16)]
    week = {"doctor_id": 1, "from_": "2026-03-02", "to": "2026-03-06"}
    assert [day["date"] for day in await days(clinic, **week)] == [f"2026-03-0{day}" for day in (3, 4, 5, 6)]
    await clinic.staff.post(f"/appointments/{made[0]['id']}/cancel")
    assert (await days(clinic, **week))[0] == {"date": "2026-03-02", "slots": 1}


async def test_a_wide_window_is_cut_to_two_months(clinic: Clinic) -> None:
    for wanted in ({}, {"from_": "2026-03-02", "to": "2026-12-31"}):
        found = [date.fromisoformat(day["date"]) for day in await days(clinic, doctor_id=1, **wanted)]
        assert found[0] == date(2026, 3, 2)
        assert found[-1] == date(2026, 5, 1)  # the 62nd day is a Saturday
    later = await days(clinic, doctor_id=1, from_="2026-05-02")
    assert later[0]["date"] == "2026-05-04"
    assert await days(clinic, doctor_id=1, from_="2999-12-31") == []


async def test_days_are_of_the_person_too(demo_clinic: Clinic) -> None:
    patient, _ = await registered(demo_clinic, "telegram:1")
    child = {"relation": "child", "birth_date": "2020-05-04"}
    client_id = (await patient.post("/people", json=child)).json()["client_id"]
    wanted: dict[str, Any] = {"client_id": client_id, "to": "2026-03-02"}
    assert await days(demo_clinic, **wanted) == counted(await free(demo_clinic.staff, **wanted))
    assert await days(demo_clinic, **wanted) != await days(demo_clinic, to="2026-03-02")


async def test_awkward_windows_are_refused(clinic: Clinic) -> None:
    refused(await clinic.staff.get("/slots/days?from=2026-03-05&to=2026-03-04"), 422, "bad_window")
    refused(await clinic.staff.get("/slots/days?from=2026-03-02T10:00:00"), 422, "validation_failed")
    refused(await clinic.staff.get("/slots/days?visit_type_id=77"), 422, "unknown_visit_type")
    assert await days(clinic, from_="2026-02-01", to="2026-02-02") == []
