"""Holds: owned by a person, with a deadline, freed without any sweeper."""

from tests.clinic.api.asking import at, book, free, refused, registered, starts
from tests.support.serving import Clinic


async def hold(clinic: Clinic, client_id: int = 5, number: int = 0) -> dict[str, object]:
    slot = (await free(clinic.staff, doctor_id=1))[number]
    answer = await clinic.staff.post("/holds", json={"slot_id": slot["slot_id"], "client_id": client_id})
    assert answer.status_code == 201, answer.text
    held: dict[str, object] = answer.json()
    return held


async def test_a_hold_takes_the_slot_until_its_deadline(clinic: Clinic) -> None:
    held = await hold(clinic)
    assert held["expires_at"] == "2026-03-02T06:10:00Z"
    assert "09:00" not in await starts(clinic.staff, doctor_id=1, to="2026-03-02")
    refused(await clinic.staff.post("/appointments", json={"doctor_id": 1, "start_time": at(9)}), 409, "slot_taken")
    clinic.clock.advance(minutes=9, seconds=59)
    assert "09:00" not in await starts(clinic.staff, doctor_id=1, to="2026-03-02")
    clinic.clock.advance(seconds=1)
    assert "09:00" in await starts(clinic.staff, doctor_id=1, to="2026-03-02")


async def test_an_expired_hold_gives_way_to_a_booking_and_to_a_hold(clinic: Clinic) -> None:
    first, second = await hold(clinic), await hold(clinic, client_id=6)
    clinic.clock.advance(minutes=10)
    await book(clinic.staff, at(9))
    assert (await hold(clinic, client_id=7))["start_time"] == at(9, 30)
    for old in (first, second):
        seen = (await clinic.staff.get(f"/appointments/{old['hold_id']}")).json()
        assert seen["status"] == "expired"


async def test_a_hold_is_confirmed_once(clinic: Clinic) -> None:
    held = await hold(clinic)
    confirmed = await clinic.staff.post(
        "/appointments", json={"hold_id": held["hold_id"], "patient_name": "A. Patient"}
    )
    assert confirmed.status_code == 201
    assert confirmed.json() | {"id": held["hold_id"], "status": "confirmed"} == confirmed.json()
    assert (confirmed.json()["client_id"], confirmed.json()["patient_name"]) == (5, "A. Patient")
    again = await clinic.staff.post("/appointments", json={"hold_id": held["hold_id"]})
    assert refused(again, 409, "wrong_transition")["details"] == {"status": "confirmed"}


async def test_a_hold_that_expired_is_refused_with_what_is_free(clinic: Clinic) -> None:
    held = await hold(clinic)
    clinic.clock.advance(minutes=10)
    body = refused(await clinic.staff.post("/appointments", json={"hold_id": held["hold_id"]}), 409, "hold_expired")
    assert body["nearest"][0]["start_time"] == at(9)


async def test_releasing_frees_the_slot_and_may_be_repeated(clinic: Clinic) -> None:
    held = await hold(clinic)
    for _ in range(2):
        assert (await clinic.staff.delete(f"/holds/{held['hold_id']}")).status_code == 204
    assert "09:00" in await starts(clinic.staff, doctor_id=1, to="2026-03-02")
    refused(await clinic.staff.post("/appointments", json={"hold_id": held["hold_id"]}), 409, "wrong_transition")
    refused(await clinic.staff.delete("/holds/424242"), 404, "not_found")


async def test_an_appointment_is_not_released_as_a_hold(clinic: Clinic) -> None:
    made = await book(clinic.staff, at(9))
    refused(await clinic.staff.delete(f"/holds/{made['id']}"), 409, "wrong_transition")


async def test_slot_ids_are_refused_when_forged_or_old(clinic: Clinic) -> None:
    slot_id = (await free(clinic.staff, doctor_id=1))[0]["slot_id"]
    flipped = ("B" if slot_id[5] != "B" else "C").join((slot_id[:5], slot_id[6:]))
    for forged in (flipped, "A" * 40, slot_id[:-4] + "AAAA", "AAAAAAAA"):
        answer = await clinic.staff.post("/holds", json={"slot_id": forged, "client_id": 5})
        refused(answer, 422, "bad_slot_id")
    clinic.clock.advance(minutes=60)
    refused(await clinic.staff.post("/holds", json={"slot_id": slot_id, "client_id": 5}), 422, "slot_expired")


async def test_nobody_else_confirms_releases_or_sees_a_hold(clinic: Clinic) -> None:
    owner, client_id = await registered(clinic, "telegram:1")
    stranger, _ = await registered(clinic, "telegram:2")
    slot = (await free(owner, doctor_id=1))[0]
    held = (await owner.post("/holds", json={"slot_id": slot["slot_id"], "client_id": client_id})).json()
    refused(await stranger.post("/appointments", json={"hold_id": held["hold_id"]}), 404, "not_found")
    refused(await stranger.delete(f"/holds/{held['hold_id']}"), 404, "not_found")
    refused(await stranger.get(f"/appointments/{held['hold_id']}"), 404, "not_found")
    assert (await owner.post("/appointments", json={"hold_id": held["hold_id"]})).status_code == 201


async def test_a_hold_is_not_confirmed_after_its_visit_began(clinic: Clinic) -> None:
    clinic.clock.advance(hours=2, minutes=55)
    held = await hold(clinic)
    clinic.clock.advance(minutes=6)
    refused(await clinic.staff.post("/appointments", json={"hold_id": held["hold_id"]}), 422, "in_the_past")


async def test_the_list_tells_expired_holds_as_they_are(clinic: Clinic) -> None:
    await hold(clinic)
    for minutes, held, expired in ((0, 1, 0), (10, 0, 1)):
        clinic.clock.advance(minutes=minutes)
        for status, total in (("held", held), ("expired", expired)):
            page = (await clinic.staff.get("/appointments", params={"status": status})).json()
            assert (page["total"], [a["status"] for a in page["appointments"]]) == (total, [status] * total)
