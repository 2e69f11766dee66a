"""A doctor falls ill: every patient is found another time, and the board tells what has become of whom."""

import asyncio
from datetime import UTC, datetime, timedelta

import asyncpg
import pytest

from clinic.main.parts import Parts
from clinic.offers.close import ExpireOffers
from tests.clinic.api.asking import book, refused, registered, starts
from tests.clinic.blocks.ill import (
    BY,
    IVANOVA,
    MORNING,
    OTHER,
    PETROV,
    SIDOROVA,
    URALS,
    block,
    blocking,
    board_of,
    full_day,
    opened,
    patient,
    to_call,
    told,
    worked,
)
from tests.support.serving import Clinic

NINE = datetime(2026, 3, 3, 6, tzinfo=UTC)
"""9:00 in Moscow, when the doctor's day begins."""
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
async def at_half_past_seven(clinic: Clinic, parts: Parts) -> None:
    await opened(parts.database)
    clinic.clock.advance(seconds=(MORNING - clinic.clock()).total_seconds())


async def test_twenty_visits_get_twenty_different_times(clinic: Clinic, parts: Parts) -> None:
    patients = await full_day(clinic, 20, NINE)
    board = await block(clinic, MORNING, NINE + 10 * HOUR)
    assert board["counts"] == {"seeking": 20}
    assert {(await one.now())["status"] for one in patients} == {"needs_rebooking"}
    await worked(parts)
    offers = [await one.offer() for one in patients]
    assert {offer["kind"] for offer in offers} == {"rebooking"}
    assert [offer["appointment_id"] for offer in offers] == [one.visit["id"] for one in patients]
    times = [time for offer in offers for time in offer["times"]]
    assert len({(time["doctor_id"], time["start_time"]) for time in times}) == 20
    # A colleague at the same branch is free all day: everybody keeps the hour.
    assert {time["doctor_id"] for time in times} == {PETROV}
    assert [time["start_time"] for time in times] == [one.visit["start_time"] for one in patients]
    board = await board_of(clinic, board["block"]["block_id"])
    assert board["counts"] == {"silent": 20}
    assert [visit["start_time"][11:16] for visit in board["visits"] if visit["soon"]] == ["09:00", "09:30"]
    assert "phone" in board["visits"][0]


async def test_the_blocked_time_is_nobodys(clinic: Clinic, parts: Parts) -> None:
    await block(clinic, NINE, NINE + 5 * HOUR)
    free = await starts(clinic.staff, doctor_id=IVANOVA, from_="2026-03-03", to="2026-03-03")
    assert free[0] == "14:00"
    asked = {"doctor_id": IVANOVA, "start_time": (NINE + HOUR).isoformat()}
    refused(await clinic.staff.post("/appointments", json=asked), 422, "outside_schedule")


async def test_another_branch_where_the_own_one_has_nothing(clinic: Clinic, parts: Parts) -> None:
    """The doctor is in Yekaterinburg; what is held is in Moscow, in Moscow's time."""
    await opened(parts.database, sidorova={"hours": {"tue": "09:00-19:00"}, "horizon_days": 5})
    ten = datetime(2026, 3, 3, 5, tzinfo=UTC)  # 10:00 in Yekaterinburg
    one = await patient(clinic, 1, ten, SIDOROVA)
    assert one.visit["start_time"].endswith("10:00:00+05:00")
    board = await block(clinic, MORNING, ten + 12 * HOUR, SIDOROVA)
    await worked(parts)
    (time,) = (await one.offer())["times"]
    assert (time["doctor_id"], time["start_time"]) == (IVANOVA, "2026-03-03T09:00:00+03:00")
    (visit,) = (await board_of(clinic, board["block"]["block_id"]))["visits"]
    assert visit["start_time"] == "2026-03-03T10:00:00+05:00"
    assert visit["new_start_time"] == "2026-03-03T11:00:00+05:00"
    assert board["block"]["branch_id"] == URALS
    assert board["block"]["from_time"] == "2026-03-03T09:30:00+05:00"


async def test_answers_show_on_the_board(clinic: Clinic, parts: Parts) -> None:
    accepting, moving, cancelling, silent = await full_day(clinic, 4, NINE + 4 * HOUR)
    await book(clinic.staff, (NINE + 7 * HOUR).isoformat(), IVANOVA, patient_name="By Telephone")
    board = await block(clinic, MORNING, NINE + 10 * HOUR)
    number = board["block"]["block_id"]
    await worked(parts)
    assert (await board_of(clinic, number))["counts"] == {"silent": 4, "to_call": 1}
    assert (await accepting.accept())["doctor_id"] == PETROV
    slots = (await moving.client.get("/slots", params={"doctor_id": PETROV, "from": "2026-03-05"})).json()["slots"]
    body = {"slot_id": slots[0]["slot_id"]}
    moved = await moving.client.post(f"/appointments/{moving.visit['id']}/reschedule", json=body)
    assert (moved.status_code, moved.json()["status"]) == (200, "confirmed"), moved.text
    cancelled = await cancelling.client.post(f"/appointments/{cancelling.visit['id']}/cancel")
    assert cancelled.json()["status"] == "cancelled"
    await worked(parts)
    board = await board_of(clinic, number)
    assert board["counts"] == {"silent": 1, "accepted": 1, "moved": 1, "cancelled": 1, "to_call": 1}
    by_visit = {visit["appointment_id"]: visit for visit in board["visits"]}
    assert by_visit[accepting.visit["id"]]["new_doctor_name"] == "P. Petrov"
    assert by_visit[silent.visit["id"]]["answer_by"] is not None
    assert board["calls"] == 1
    first = board["visits"][0]
    assert (first["patient_name"], first["call"], first["phone"]) == ("By Telephone", True, None)
    # What was held for those who chose otherwise is free again.
    assert (await moving.client.get("/offers")).json() == {"offers": []}
    assert (await cancelling.client.get("/offers")).json() == {"offers": []}


async def test_who_is_soon_is_called_first_whatever_was_offered(clinic: Clinic, parts: Parts) -> None:
    soon, later = await patient(clinic, 1, NINE), await patient(clinic, 2, NINE + 5 * HOUR)
    await book(clinic.staff, (NINE + 8 * HOUR).isoformat(), IVANOVA, patient_name="By Telephone")
    number = (await block(clinic, MORNING, NINE + 10 * HOUR))["block"]["block_id"]
    await worked(parts)
    assert [task["patient_name"] for task in await to_call(clinic)] == ["A. Patient", "By Telephone"]
    board = await board_of(clinic, number)
    assert [(visit["soon"], visit["call"]) for visit in board["visits"]] == [
        (True, True),
        (False, True),
        (False, False),
    ]
    assert board["visits"][0]["phone"] == soon.phone
    await soon.accept()
    await worked(parts)
    assert [task["patient_name"] for task in await to_call(clinic)] == ["By Telephone"]
    # Three hours on, nobody waits for the silent one's answer any more.
    clinic.clock.advance(seconds=(NINE + 3 * HOUR + timedelta(seconds=1) - clinic.clock()).total_seconds())
    await worked(parts)
    assert {task["appointment_id"] for task in await to_call(clinic)} >= {later.visit["id"]}


async def test_silence_at_the_deadline_is_a_call(clinic: Clinic, parts: Parts) -> None:
    one = await patient(clinic, 1, NINE + 9 * 24 * HOUR)
    number = (await block(clinic, NINE + 8 * 24 * HOUR, NINE + 10 * 24 * HOUR))["block"]["block_id"]
    await worked(parts)
    offer = await one.offer()
    assert offer["expires_at"] == "2026-03-04T04:30:00Z"
    assert await to_call(clinic) == []
    clinic.clock.advance(hours=24)
    assert await ExpireOffers(parts.counter, parts.close_offer)(clinic.clock()) == 1
    await worked(parts)
    (task,) = await to_call(clinic)
    assert (task["reason"], task["phone"], task["appointment_id"]) == ("no_answer", one.phone, one.visit["id"])
    assert (await clinic.staff.get(f"/appointments/{one.visit['id']}")).json()["status"] == "needs_rebooking"
    assert (await board_of(clinic, number))["counts"] == {"to_call": 1}
    await clinic.staff.post(f"/call-tasks/{task['id']}/done", json={"by": "desk"})
    await worked(parts)
    board = await board_of(clinic, number)
    assert (board["calls"], board["visits"][0]["called"]) == (0, True)
    assert await to_call(clinic) == []


async def test_an_offer_ends_two_hours_before_what_it_offers(clinic: Clinic, parts: Parts) -> None:
    one = await patient(clinic, 1, NINE + 6 * HOUR)
    await block(clinic, MORNING, NINE + 10 * HOUR)
    await worked(parts)
    assert (await one.offer())["expires_at"] == "2026-03-03T10:00:00Z"


async def test_nothing_to_offer_is_said_and_called(clinic: Clinic, parts: Parts) -> None:
    await opened(
        parts.database,
        ivanova={"hours": {"tue": "09:00-19:00"}, "horizon_days": 5},
        petrov={"hours": {}},
        sidorova={"hours": {}},
    )
    one = await patient(clinic, 1, NINE + HOUR)
    await block(clinic, MORNING, NINE + 20 * HOUR)
    await told(clinic)
    await worked(parts)
    news = [item for item in await told(clinic) if item["recipient"] == one.account]
    assert [item["kind"] for item in news] == ["rebooking.none"]
    assert news[0]["payload"] == {"appointment_id": one.visit["id"], "at": "2026-03-03T04:30:00+00:00"}
    assert [task["appointment_id"] for task in await to_call(clinic)] == [one.visit["id"]]


async def test_who_cannot_be_reached_is_called(clinic: Clinic, parts: Parts) -> None:
    one = await patient(clinic, 1, NINE + 8 * HOUR)
    number = (await block(clinic, MORNING, NINE + 10 * HOUR))["block"]["block_id"]
    await worked(parts)
    assert await to_call(clinic) == []
    (made,) = [item for item in await told(clinic) if item["kind"] == "offer.made"]
    ack = {"lease": made["lease"], "outcome": "unreachable"}
    assert (await clinic.staff.post(f"/deliveries/{made['delivery_id']}/ack", json=ack)).status_code == 200
    await worked(parts)
    tasks = [task for task in await to_call(clinic) if task["reason"] == "unreachable"]
    assert [task["appointment_id"] for task in tasks] == [one.visit["id"]]
    assert (await board_of(clinic, number))["counts"] == {"unreachable": 1}
    await one.accept()  # read after all, or accepted by staff on the telephone
    await worked(parts)
    assert [task for task in await to_call(clinic) if task["reason"] == "unreachable"] == []


async def test_arrived_patients_are_left_and_holds_go(clinic: Clinic, parts: Parts) -> None:
    here = await patient(clinic, 1, NINE)
    assert (await clinic.staff.post(f"/appointments/{here.visit['id']}/arrive")).status_code == 200
    other, client_id = await registered(clinic, "telegram:2")
    slot = (await other.get("/slots", params={"doctor_id": IVANOVA, "from": "2026-03-03"})).json()["slots"][3]
    hold = (await other.post("/holds", json={"slot_id": slot["slot_id"], "client_id": client_id})).json()
    preview = await clinic.staff.get(
        "/blocks/preview",
        params={"doctor_id": IVANOVA, "from": MORNING.isoformat(), "to": (NINE + 10 * HOUR).isoformat()},
    )
    assert {name: preview.json()[name] for name in ("visits", "holds", "soon")} == {"visits": 0, "holds": 1, "soon": 0}
    board = await block(clinic, MORNING, NINE + 10 * HOUR)
    assert board["visits"] == []
    refused(await other.post("/appointments", json={"hold_id": hold["hold_id"]}), 409, "hold_expired")
    assert (await here.now())["status"] == "arrived"


async def test_a_second_doctor_falls_ill_whose_time_was_offered(clinic: Clinic, parts: Parts) -> None:
    one = await patient(clinic, 1, NINE + 5 * HOUR)
    await block(clinic, MORNING, NINE + 10 * HOUR)
    await worked(parts)
    first = await one.offer()
    assert first["times"][0]["doctor_id"] == PETROV
    await block(clinic, MORNING, NINE + 10 * HOUR, PETROV)
    await worked(parts)
    second = await one.offer()
    assert second["offer_id"] != first["offer_id"]
    assert second["times"][0]["start_time"] > "2026-03-04"


async def test_two_managers_block_at_once(clinic: Clinic, parts: Parts) -> None:
    patients = await full_day(clinic, 4, NINE)
    hours = (MORNING, NINE + 10 * HOUR)
    answers = await asyncio.gather(*(blocking(clinic, *hours, by=by) for by in (BY, OTHER) * 3))
    made = [answer.json()["block"] for answer in answers if answer.status_code == 201]
    assert len({one["block_id"] for one in made}) == 1
    assert {one["made_by"] for one in made} in ({BY}, {OTHER})
    for answer in answers:
        if answer.status_code != 201:
            details = refused(answer, 409, "blocked_already")["details"]
            assert (details["block_id"], details["by"]) == (made[0]["block_id"], made[0]["made_by"])
    await worked(parts)
    for one in patients:
        assert (await one.offer())["kind"] == "rebooking"
    listed = (await clinic.staff.get("/blocks", params={"active": True})).json()["blocks"]
    assert [one["block_id"] for one in listed] == [made[0]["block_id"]]


async def test_two_workers_offer_each_visit_once(clinic: Clinic, parts: Parts) -> None:
    patients = await full_day(clinic, 8, NINE + 2 * HOUR)
    await block(clinic, MORNING, NINE + 10 * HOUR)
    await asyncio.gather(worked(parts), worked(parts), worked(parts))
    starting = [(await one.offer())["times"][0]["start_time"] for one in patients]
    assert len(set(starting)) == 8


async def test_a_booking_that_was_under_way_is_caught(clinic: Clinic, parts: Parts) -> None:
    """Many book while the block is made: whoever slips in is hit, too."""
    clients = [await registered(clinic, f"telegram:{number}") for number in range(16)]
    start = [(NINE + number * HOUR / 2).isoformat() for number in range(16)]
    bookings = [
        client.post("/appointments", json={"doctor_id": IVANOVA, "start_time": start[n], "client_id": person})
        for n, (client, person) in enumerate(clients)
    ]
    *answers, blocked = await asyncio.gather(*bookings, blocking(clinic, MORNING, NINE + 10 * HOUR))
    assert blocked.status_code == 201
    await worked(parts)
    booked = [answer.json()["id"] for answer in answers if answer.status_code == 201]
    board = await board_of(clinic, blocked.json()["block"]["block_id"])
    assert {visit["appointment_id"] for visit in board["visits"]} == set(booked)


async def test_a_booking_in_line_behind_the_block_is_caught(clinic: Clinic, parts: Parts) -> None:
    """It has read the schedule before it stood in line for the doctor, so nothing refuses it."""
    patient_, person = await registered(clinic, "telegram:1")
    asked = {"doctor_id": IVANOVA, "start_time": (NINE + HOUR).isoformat(), "client_id": person}
    holding = await asyncpg.connect(clinic.database_url)
    in_line = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"

    async def until(waiting: int) -> None:
        async with asyncio.timeout(10):
            while await holding.fetchval(in_line) != waiting:  # noqa: ASYNC110 - nothing else tells
                await asyncio.sleep(0.01)

    async with asyncio.TaskGroup() as tasks, holding.transaction():
        await holding.execute("SELECT 1 FROM booking_versions WHERE doctor_id = $1 FOR UPDATE", IVANOVA)
        blocked = tasks.create_task(blocking(clinic, MORNING, NINE + 10 * HOUR))
        await until(1)
        booked = tasks.create_task(patient_.post("/appointments", json=asked))
        await until(2)
    await holding.close()
    assert (await blocked).status_code == 201
    answer = await booked
    if answer.status_code == 201:
        assert await parts.blocks.catch_late(clinic.clock()) == 1
    else:
        refused(answer, 422, "outside_schedule")
    await worked(parts)
    visits = (await board_of(clinic, (await blocked).json()["block"]["block_id"]))["visits"]
    assert len(visits) == (answer.status_code == 201)
    assert {visit["status"] for visit in visits} <= {"silent"}


async def test_a_visit_for_which_nothing_is_sought_is_called_about(clinic: Clinic, parts: Parts) -> None:
    one = await patient(clinic, 1, NINE + 8 * HOUR)
    await block(clinic, MORNING, NINE + 10 * HOUR)
    await parts.blocks.keep_call_tasks(clinic.clock())
    assert await to_call(clinic) == []
    clinic.clock.advance(minutes=10)
    await parts.blocks.keep_call_tasks(clinic.clock())
    assert [task["appointment_id"] for task in await to_call(clinic)] == [one.visit["id"]]


async def test_what_no_block_may_be(clinic: Clinic, parts: Parts) -> None:
    refused(await blocking(clinic, MORNING - 3 * HOUR, MORNING), 422, "bad_block")
    refused(await blocking(clinic, MORNING, MORNING + 93 * 24 * HOUR), 422, "bad_block")
    refused(await blocking(clinic, MORNING, MORNING), 422, "validation_failed")
    refused(await blocking(clinic, MORNING, MORNING + HOUR, 4711), 422, "unknown_doctor")
    refused(await clinic.staff.get("/blocks/4711"), 404, "not_found")
    stranger, _ = await registered(clinic, "telegram:1")
    refused(await stranger.get("/blocks"), 403, "forbidden")
    refused(await stranger.post("/blocks/1/undo", json={"by": "me"}), 403, "forbidden")


async def test_managers_are_told_of_a_new_board_now_and_then(clinic: Clinic, parts: Parts) -> None:
    one, two = await patient(clinic, 1, NINE + 6 * HOUR), await patient(clinic, 2, NINE + 7 * HOUR)
    await block(clinic, MORNING, NINE + 10 * HOUR)
    await worked(parts)
    tell = parts.blocks.tell_boards
    assert sum(await asyncio.gather(*(tell(clinic.clock()) for _ in range(3)))) == 1
    await one.accept()
    assert await tell(clinic.clock()) == 0  # a moment later
    await two.accept()
    clinic.clock.advance(seconds=4)
    assert await tell(clinic.clock()) == 1
    clinic.clock.advance(seconds=4)
    assert await tell(clinic.clock()) == 0  # nothing new
    news = [item for item in await told(clinic) if item["kind"] == "block.changed"]
    assert len(news) == 2
    assert all(set(item["payload"]) == {"block_id", "at"} for item in news)
