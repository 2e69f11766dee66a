"""The life of an appointment, and moves that keep the old time until the new one stands."""

import asyncpg
import pytest

from clinic.appointments.domain.states import BLOCKING, FOLLOWS, State, before
from tests.clinic.api.asking import at, book, free, refused, registered, starts
from tests.support.serving import Clinic


def test_every_state_is_reached_and_final_ones_end() -> None:
    assert set(FOLLOWS) == set(State)
    assert {state for state in State if not before(state)} == {State.HELD}
    assert set(BLOCKING) == {State.HELD, State.PENDING, State.CONFIRMED, State.ARRIVED}


async def put_into(clinic: Clinic, appointment_id: int, state: State) -> None:
    connection = await asyncpg.connect(clinic.database_url)
    await connection.execute(
        "UPDATE appointments SET status = $1, hold_expires_at = '2026-03-02 23:00Z' WHERE id = $2",
        state,
        appointment_id,
    )
    await connection.close()


@pytest.mark.parametrize(
    ("action", "target"),
    [
        ("cancel", State.CANCELLED),
        ("arrive", State.ARRIVED),
        ("complete", State.COMPLETED),
        ("no-show", State.NO_SHOW),
    ],
)
async def test_only_allowed_transitions_happen(clinic: Clinic, action: str, target: State) -> None:
    visits = {state: await book(clinic.staff, at(9 + n // 2, 30 * (n % 2))) for n, state in enumerate(State)}
    clinic.clock.advance(hours=10)  # nobody misses a visit that is still to come
    for state, made in visits.items():
        await put_into(clinic, made["id"], state)
        answer = await clinic.staff.post(f"/appointments/{made['id']}/{action}")
        if target in FOLLOWS[state]:
            assert (answer.status_code, answer.json()["status"]) == (200, target)
        else:
            assert refused(answer, 409, "wrong_transition")["details"] == {"status": state}
            assert (await clinic.staff.get(f"/appointments/{made['id']}")).json()["status"] == state


async def test_nobody_misses_a_visit_that_has_not_begun(clinic: Clinic) -> None:
    made = await book(clinic.staff, at(9))
    clinic.clock.advance(hours=2, minutes=59)
    refused(await clinic.staff.post(f"/appointments/{made['id']}/no-show"), 409, "too_early")
    assert (await clinic.staff.get(f"/appointments/{made['id']}")).json() == made
    clinic.clock.advance(minutes=1)
    assert (await clinic.staff.post(f"/appointments/{made['id']}/no-show")).json()["status"] == "no_show"


async def test_a_visit_goes_its_way(clinic: Clinic) -> None:
    made = await book(clinic.staff, at(9))
    for action, status in (("arrive", "arrived"), ("complete", "completed")):
        clinic.clock.advance(minutes=5)
        done = (await clinic.staff.post(f"/appointments/{made['id']}/{action}")).json()
        assert (done["status"], done["updated_at"]) == (status, clinic.clock().isoformat().replace("+00:00", "Z"))


async def test_a_move_keeps_the_id_and_frees_the_old_time(clinic: Clinic) -> None:
    made = await book(clinic.staff, at(9), client_id=5)
    slot = next(s for s in await free(clinic.staff, doctor_id=2) if s["start_time"] == at(14))
    moved = await clinic.staff.post(f"/appointments/{made['id']}/reschedule", json={"slot_id": slot["slot_id"]})
    assert moved.status_code == 200, moved.text
    now = moved.json()
    assert (now["id"], now["doctor_id"], now["start_time"], now["office_number"]) == (made["id"], 2, at(14), "102")
    assert "09:00" in await starts(clinic.staff, doctor_id=1, to="2026-03-02")
    assert "14:00" not in await starts(clinic.staff, doctor_id=2, to="2026-03-02")


async def test_a_move_that_fails_keeps_the_old_visit(clinic: Clinic) -> None:
    made = await book(clinic.staff, at(9))
    await book(clinic.staff, at(10))
    for target, status, code in (
        ({"start_time": at(10)}, 409, "slot_taken"),
        ({"start_time": at(22)}, 422, "outside_schedule"),
        ({"start_time": at(9), "doctor_id": 999}, 422, "unknown_doctor"),
        ({"slot_id": "A" * 40}, 422, "bad_slot_id"),
    ):
        body = refused(await clinic.staff.post(f"/appointments/{made['id']}/reschedule", json=target), status, code)
        assert ("nearest" in body) == (code == "slot_taken")
    assert (await clinic.staff.get(f"/appointments/{made['id']}")).json() == made
    assert "09:00" not in await starts(clinic.staff, doctor_id=1, to="2026-03-02")


async def test_a_move_may_overlap_its_own_old_time_and_pass_an_expired_hold(clinic: Clinic) -> None:
    made = await book(clinic.staff, at(9), end_time=at(10))
    later = {"start_time": at(9, 30), "end_time": at(10, 30)}
    moved = await clinic.staff.post(f"/appointments/{made['id']}/reschedule", json=later)
    assert (moved.json()["start_time"], moved.json()["end_time"]) == (at(9, 30), at(10, 30))
    slot = next(s for s in await free(clinic.staff, doctor_id=1) if s["start_time"] == at(11))
    assert (await clinic.staff.post("/holds", json={"slot_id": slot["slot_id"], "client_id": 5})).status_code == 201
    clinic.clock.advance(minutes=11)
    again = await clinic.staff.post(f"/appointments/{made['id']}/reschedule", json={"start_time": at(11)})
    assert (again.status_code, again.json()["end_time"]) == (200, at(12))


async def test_what_is_over_is_not_moved(clinic: Clinic) -> None:
    made = await book(clinic.staff, at(9))
    for state in (State.CANCELLED, State.COMPLETED, State.HELD, State.ARRIVED, State.NO_SHOW):
        await put_into(clinic, made["id"], state)
        answer = await clinic.staff.post(f"/appointments/{made['id']}/reschedule", json={"start_time": at(10)})
        refused(answer, 409, "wrong_transition")


async def test_a_visit_that_needs_rebooking_is_confirmed_elsewhere(clinic: Clinic) -> None:
    made = await book(clinic.staff, at(9))
    await put_into(clinic, made["id"], State.NEEDS_REBOOKING)
    moved = await clinic.staff.post(f"/appointments/{made['id']}/reschedule", json={"start_time": at(10)})
    assert (moved.json()["status"], moved.json()["start_time"]) == ("confirmed", at(10))


async def test_patients_change_their_own_visits_until_they_begin_and_mark_nothing(clinic: Clinic) -> None:
    patient, client_id = await registered(clinic, "telegram:1")
    stranger, _ = await registered(clinic, "telegram:2")
    made = await book(patient, at(9), client_id=client_id)
    refused(await stranger.post(f"/appointments/{made['id']}/cancel"), 404, "not_found")
    refused(
        await stranger.post(f"/appointments/{made['id']}/reschedule", json={"start_time": at(10)}), 404, "not_found"
    )
    for action in ("arrive", "complete", "no-show"):
        refused(await patient.post(f"/appointments/{made['id']}/{action}"), 403, "forbidden")
    clinic.clock.advance(hours=3)
    late = await clinic.patient("telegram:1")
    refused(await late.post(f"/appointments/{made['id']}/cancel"), 409, "too_late")
    refused(await late.post(f"/appointments/{made['id']}/reschedule", json={"start_time": at(14)}), 409, "too_late")
    assert (await clinic.staff.post(f"/appointments/{made['id']}/cancel")).status_code == 200


async def test_a_patient_moves_to_a_doctor_of_another_length(demo_clinic: Clinic) -> None:
    patient, client_id = await registered(demo_clinic, "telegram:1")
    short, long_ = [(await free(patient, doctor_id=doctor, limit=1))[0] for doctor in (1, 20)]
    made = await book(patient, short["start_time"], doctor_id=1, client_id=client_id)
    target = {"doctor_id": 20, "start_time": long_["start_time"]}
    moved = await patient.post(f"/appointments/{made['id']}/reschedule", json=target)
    assert (moved.status_code, moved.json()["end_time"]) == (200, long_["end_time"])


async def test_a_visit_that_needs_rebooking_does_not_die_at_its_old_time(clinic: Clinic) -> None:
    patient, client_id = await registered(clinic, "telegram:1")
    made = await book(patient, at(9), client_id=client_id)
    await put_into(clinic, made["id"], State.NEEDS_REBOOKING)
    clinic.clock.advance(hours=4)
    later = await clinic.patient("telegram:1")
    moved = await later.post(f"/appointments/{made['id']}/reschedule", json={"start_time": at(14)})
    assert (moved.status_code, moved.json()["status"]) == (200, "confirmed")
