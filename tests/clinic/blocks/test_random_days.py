"""Random days: no two patients get one time, and an undone block leaves no trace on who was silent."""

import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from clinic.main.parts import Parts
from tests.clinic.api.asking import Json, free, registered
from tests.clinic.blocks.ill import (
    IVANOVA,
    PETROV,
    SIDOROVA,
    Patient,
    block,
    board_of,
    opened,
    patient,
    undo,
    worked,
)
from tests.support.serving import Clinic

FIRST_DAY = datetime(2026, 3, 4, tzinfo=UTC)
DAYS = 5
DOCTORS = (IVANOVA, PETROV, SIDOROVA)


async def test_random_days(clinic: Clinic, parts: Parts) -> None:
    await opened(parts.database)
    day = FIRST_DAY
    for seed in range(DAYS):
        chance = random.Random(seed)  # noqa: S311 - a day, not a secret
        clinic.clock.advance(seconds=(day + timedelta(hours=4, minutes=30) - clinic.clock()).total_seconds())
        await one_day(clinic, parts, chance, day, seed * 100)
        day += timedelta(days=3 if day.weekday() == 4 else 1)


async def one_day(clinic: Clinic, parts: Parts, chance: random.Random, day: datetime, first: int) -> None:
    patients = await visits(clinic, chance, day, first)
    ill = chance.choice(DOCTORS)
    begin = day + timedelta(hours=chance.randrange(4, 10), minutes=chance.choice((0, 10, 30)))
    board = await block(clinic, begin, begin + timedelta(minutes=chance.randrange(30, 600)), ill)
    number = board["block"]["block_id"]
    await worked(parts)
    hit = {row["appointment_id"] for row in board["visits"]}
    affected = [one for one in patients if one.visit["id"] in hit]
    assert_no_two_the_same([await one.offer() for one in affected])
    answers = {one.visit["id"]: chance.choice(("accept", "cancel", "silent", "silent")) for one in affected}
    for one in affected:
        await answer(one, answers[one.visit["id"]])
    await worked(parts)
    await undo(clinic, number)
    await worked(parts)
    for one in patients:
        now = await one.now()
        match answers.get(one.visit["id"], "untouched"):
            case "accept":
                assert now["status"] == "confirmed"
                assert (now["doctor_id"], now["start_time"]) != (ill, one.visit["start_time"])
            case "cancel":
                assert now["status"] == "cancelled"
            case _:
                assert {**now, "updated_at": None} == {**one.visit, "updated_at": None}
        assert (await one.client.get("/offers")).json() == {"offers": []}
    rows = (await board_of(clinic, number))["visits"]
    assert {row["status"] for row in rows} <= {"accepted", "cancelled", "restored"}
    await nothing_is_left_held(clinic, day)


async def visits(clinic: Clinic, chance: random.Random, day: datetime, first: int) -> list[Patient]:
    """Somewhere in the day of each doctor, at what is free."""
    made = []
    for number in range(first, first + chance.randrange(5, 9)):
        doctor = chance.choice(DOCTORS)
        shown = await free(clinic.staff, doctor_id=doctor, from_=f"{day:%Y-%m-%d}", to=f"{day:%Y-%m-%d}")
        start = datetime.fromisoformat(chance.choice(shown)["start_time"])
        made.append(await patient(clinic, number, start, doctor))
    return made


async def answer(one: Patient, how: str) -> None:
    if how == "accept":
        await one.accept()
    elif how == "cancel":
        answer = await one.client.post(f"/appointments/{one.visit['id']}/cancel")
        assert answer.status_code == 200, answer.text


def assert_no_two_the_same(offers: Sequence[Json]) -> None:
    times = [(time["doctor_id"], time["start_time"]) for offer in offers for time in offer["times"]]
    assert len(times) == len(offers) == len(set(times))


async def nothing_is_left_held(clinic: Clinic, day: datetime) -> None:
    """Everything that is not a visit is free."""
    window: dict[str, str | int] = {
        "from": day.isoformat(),
        "to": (day + timedelta(days=30)).isoformat(),
        "status": "held",
        "size": 200,
    }
    held = (await clinic.staff.get("/appointments", params=window)).json()["appointments"]
    assert held == []


async def test_a_child_is_offered_a_doctor_who_sees_children(clinic: Clinic, parts: Parts) -> None:
    await opened(parts.database, ivanova={"children": True}, petrov={"children": False}, sidorova={"children": True})
    clinic.clock.advance(days=1)
    parent, _ = await registered(clinic, "telegram:1")
    child = (await parent.post("/people", json={"relation": "child", "full_name": "C. Child"})).json()["client_id"]
    start = datetime(2026, 3, 4, 8, tzinfo=UTC)
    asked = {"doctor_id": IVANOVA, "start_time": start.isoformat(), "client_id": child}
    visit = await parent.post("/appointments", json=asked)
    assert visit.status_code == 201, visit.text
    await block(clinic, start, start + timedelta(hours=5))
    await worked(parts)
    (offer,) = (await parent.get("/offers")).json()["offers"]
    assert offer["times"][0]["doctor_id"] != PETROV
