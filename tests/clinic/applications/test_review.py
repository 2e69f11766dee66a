"""A booking under review: pending with its time kept, until a manager, the patient or the deadline decides."""

import pytest

from clinic.main.parts import Parts
from tests.clinic.api.asking import at, book, free, refused, registered, starts
from tests.clinic.applications.asking import (
    ME,
    WISH,
    application_of,
    asked,
    confirmed,
    decide,
    do,
    moment,
    slot_ids,
    told,
)
from tests.support.serving import Clinic


async def test_a_booking_waits_for_the_managers_and_keeps_its_time(desk: Clinic) -> None:
    visit, patient = await asked(desk)
    assert (visit["status"], visit["start_time"]) == ("pending", at(9))
    assert visit["decide_by"] == at(8)  # an hour before the visit: sooner than four opening hours
    assert "09:00" not in await starts(desk.staff, doctor_id=1, to="2026-03-02")
    found = await application_of(desk.staff, visit)
    assert (found["status"], found["awaits"], found["decide_by"]) == ("proposed", "manager", at(8))
    assert (found["user_name"], found["description"]) == ("A. Patient", WISH["description"])
    assert found["understood"]["reasons"] == ["the nearest"]
    assert found["appointment"] == visit
    assert await told(desk) == [("managers", "application.proposed")]
    mine = (await patient.get(f"/applications/{found['id']}")).json()
    assert mine == found
    stranger, _ = await registered(desk, "telegram:7")
    refused(await stranger.get(f"/applications/{found['id']}"), 404, "not_found")
    assert (await stranger.get("/applications")).json()["total"] == 0


async def test_the_deadline_counts_opening_hours(desk: Clinic) -> None:
    visit, _ = await asked(desk, start=at(9, day=3))
    assert visit["decide_by"] == at(13)  # four hours from nine, when the branch opens


async def test_an_approval_confirms_the_visit_and_tells_the_patient(desk: Clinic) -> None:
    visit, patient = await asked(desk)
    application = await application_of(desk.staff, visit)
    await told(desk)
    approved = await decide(desk.staff, application, "approve")
    assert (approved["status"], approved["decided_by"], approved["awaits"]) == ("approved", "Anna", None)
    assert approved["appointment"]["status"] == "confirmed"
    shown = (await patient.get(f"/appointments/{visit['id']}")).json()
    assert (shown["status"], shown["decide_by"]) == ("confirmed", None)
    assert sorted(await told(desk)) == [("managers", "application.approved"), (ME, "application.approved")]
    assert await decide(desk.staff, application, "approve") == approved
    late = await desk.staff.post(f"/applications/{application['id']}/approve", json={"by": "Boris"})
    assert refused(late, 409, "decided")["details"] == {
        "status": "approved",
        "by": "Anna",
        "at": "2026-03-02T06:00:00+00:00",
    }
    no = {"by": "Boris", "reason": "no"}
    refused(await desk.staff.post(f"/applications/{application['id']}/decline", json=no), 409, "decided")
    assert await told(desk) == []


async def test_what_was_read_before_it_changed_is_not_approved(desk: Clinic) -> None:
    visit, patient = await asked(desk, start=at(9, day=3))
    read = await application_of(desk.staff, visit)
    await told(desk)
    moved = await patient.post(f"/appointments/{visit['id']}/reschedule", json={"start_time": at(10, day=4)})
    assert (moved.json()["status"], moved.json()["decide_by"]) == ("pending", at(13))
    assert await told(desk) == [("managers", "application.moved")]
    body = {"by": "Anna", "version": read["version"]}
    refused(await desk.staff.post(f"/applications/{read['id']}/approve", json=body), 409, "changed_meanwhile")
    again = await application_of(desk.staff, visit)
    assert (await decide(desk.staff, read, "approve", version=again["version"]))["status"] == "approved"


async def test_a_declined_patient_gets_the_reason_and_three_held_times(desk: Clinic) -> None:
    visit, patient = await asked(desk, start=at(10, day=3))
    application = await application_of(desk.staff, visit)
    await told(desk)
    no = {"by": "Anna"}
    refused(await desk.staff.post(f"/applications/{application['id']}/decline", json=no), 422, "validation_failed")
    declined = await decide(desk.staff, application, "decline", reason="a referral is needed")
    assert (declined["status"], declined["decision_reason"]) == ("declined", "a referral is needed")
    assert declined["appointment"]["status"] == "declined"
    assert await told(desk) == [(ME, "application.declined"), (ME, "offer.made"), ("managers", "application.declined")]
    offer = (await patient.get(f"/offers/{declined['offer_id']}")).json()
    assert (offer["kind"], offer["application_id"]) == ("declined", application["id"])
    times = [(time["doctor_id"], time["start_time"]) for time in offer["times"]]
    assert {doctor for doctor, _ in times} == {1}
    assert len({start[:10] for _, start in times}) == 3
    assert (1, at(10, day=3)) not in times
    assert "10:00" in await starts(desk.staff, doctor_id=1, from_="2026-03-03", to="2026-03-03")
    wanted = offer["times"][1]
    accepted = await patient.post(f"/offers/{offer['offer_id']}/accept", json={"hold_id": wanted["hold_id"]})
    assert (accepted.status_code, accepted.json()["status"]) == (200, "confirmed")
    page = (await desk.staff.get("/applications", params={"user_name": "a. patient"})).json()
    assert [(one["status"], one["decided_by"]) for one in page["applications"]] == [
        ("approved", "policy"),
        ("declined", "Anna"),
    ]
    assert page["applications"][0]["appointment"]["id"] == accepted.json()["id"]


async def test_a_doctor_with_no_other_time_is_declined_all_the_same(desk: Clinic) -> None:
    visit, patient = await asked(desk)
    application = await application_of(desk.staff, visit)
    for doctor in (await desk.staff.get("/doctors", params={"specialty": visit["specialty"]})).json()["doctors"]:
        for slot in await free(desk.staff, doctor_id=doctor["doctor_id"], to="2026-04-30"):
            await book(desk.staff, slot["start_time"], doctor_id=doctor["doctor_id"])
    declined = await decide(desk.staff, application, "decline", reason="full")
    assert (declined["status"], declined["offer_id"]) == ("declined", None)
    assert (await patient.get("/offers")).json() == {"offers": []}


async def test_an_accepted_counter_offer_is_approved_at_once(desk: Clinic) -> None:
    visit, patient = await asked(desk, start=at(9, day=3))
    application = await application_of(desk.staff, visit)
    ids = await slot_ids(desk.staff, at(11, day=3), at(15, day=4))
    await told(desk)
    offered = await decide(desk.staff, application, "counter-offer", slot_ids=ids)
    assert (offered["status"], offered["awaits"], offered["decided_by"]) == ("proposed", "patient", "Anna")
    assert offered["decide_by"] is None
    assert await told(desk) == [(ME, "offer.made"), ("managers", "application.counter_offered")]
    assert "09:00" in await starts(desk.staff, doctor_id=1, from_="2026-03-03", to="2026-03-03")
    offer = (await patient.get(f"/offers/{offered['offer_id']}")).json()
    assert [time["start_time"] for time in offer["times"]] == [at(11, day=3), at(15, day=4)]
    assert offer["expires_at"] == at(18)
    assert await decide(desk.staff, application, "counter-offer", slot_ids=ids) == offered
    other = await desk.staff.post(f"/applications/{application['id']}/approve", json={"by": "Boris"})
    assert refused(other, 409, "decided")["details"]["status"] == "counter_offered"
    hold = {"hold_id": offer["times"][1]["hold_id"]}
    refused(await patient.post("/appointments", json=hold), 409, "offered")
    taken = (await patient.post(f"/offers/{offer['offer_id']}/accept", json=hold)).json()
    assert (taken["status"], taken["start_time"]) == ("confirmed", at(15, day=4))
    approved = (await desk.staff.get(f"/applications/{application['id']}")).json()
    assert (approved["status"], approved["decided_by"]) == ("approved", "Anna")
    assert (approved["appointment"]["id"], approved["offer_id"]) == (taken["id"], None)
    assert await told(desk) == [("managers", "application.approved")]
    undone = await desk.staff.post(f"/applications/{application['id']}/undo", json={"by": "Anna"})
    refused(undone, 409, "cannot_undo")  # the patient has been promised it


async def test_a_refused_counter_offer_declines(desk: Clinic) -> None:
    visit, patient = await asked(desk, start=at(9, day=3))
    application = await application_of(desk.staff, visit)
    ids = await slot_ids(desk.staff, at(11, day=3))
    offered = await decide(desk.staff, application, "counter-offer", slot_ids=ids)
    await told(desk)
    assert (await patient.post(f"/offers/{offered['offer_id']}/refuse")).status_code == 200
    declined = (await desk.staff.get(f"/applications/{application['id']}")).json()
    assert (declined["status"], declined["decided_by"]) == ("declined", "patient")
    assert await told(desk) == [(ME, "application.declined"), ("managers", "application.declined")]
    assert "11:00" in await starts(desk.staff, doctor_id=1, from_="2026-03-03", to="2026-03-03")


async def test_an_unanswered_counter_offer_expires(desk: Clinic, works: Parts) -> None:
    visit, _ = await asked(desk, start=at(9, day=3))
    application = await application_of(desk.staff, visit)
    await decide(desk.staff, application, "counter-offer", slot_ids=await slot_ids(desk.staff, at(11, day=3)))
    await told(desk)
    desk.clock.advance(hours=12)
    for duty in ("expire_offers", "decide_applications"):
        await do(works, duty)
    expired = (await desk.staff.get(f"/applications/{application['id']}")).json()
    assert (expired["status"], expired["decided_by"]) == ("expired", "deadline")
    assert sorted(await told(desk)) == sorted(
        [(ME, "offer.over"), (ME, "application.expired"), ("managers", "application.expired")]
    )


async def test_a_counter_offer_of_a_taken_time_changes_nothing(desk: Clinic) -> None:
    visit, _ = await asked(desk, start=at(9, day=3))
    application = await application_of(desk.staff, visit)
    ids = await slot_ids(desk.staff, at(11, day=3), at(12, day=3))
    await book(desk.staff, at(12, day=3))
    answer = await desk.staff.post(
        f"/applications/{application['id']}/counter-offer", json={"by": "Anna", "slot_ids": ids}
    )
    assert refused(answer, 409, "slot_taken")["nearest"]
    assert (await application_of(desk.staff, visit)) == application


async def test_managers_are_reminded_once_and_silence_confirms(desk: Clinic, works: Parts) -> None:
    visit, _ = await asked(desk, start=at(12, day=3))
    application = await application_of(desk.staff, visit)
    await told(desk)
    desk.clock.now = moment(at(10, 59))
    assert await do(works, "remind_of_applications") == 0
    desk.clock.now = moment(at(11))  # half of the four hours from nine
    assert await do(works, "remind_of_applications") == 1
    assert await do(works, "remind_of_applications") == 0
    assert await told(desk) == [("managers", "application.due_soon")]
    desk.clock.now = moment(at(12, 59))
    assert await do(works, "decide_applications") == 0
    desk.clock.now = moment(at(13))
    assert await do(works, "decide_applications") == 1
    assert await do(works, "decide_applications") == 0
    decided = (await desk.staff.get(f"/applications/{application['id']}")).json()
    assert (decided["status"], decided["decided_by"]) == ("approved", "deadline")
    assert decided["appointment"]["status"] == "confirmed"
    assert sorted(await told(desk)) == [("managers", "application.approved"), (ME, "application.approved")]


@pytest.mark.parametrize("review", [{"default": "decline"}], indirect=True)
async def test_silence_may_decline_with_other_times(desk: Clinic, works: Parts) -> None:
    visit, patient = await asked(desk, start=at(12, day=3))
    desk.clock.now = moment(at(13))
    assert await do(works, "decide_applications") == 1
    decided = await application_of(desk.staff, visit)
    assert (decided["status"], decided["decided_by"], decided["decision_reason"]) == ("declined", "deadline", None)
    patient = await desk.patient(ME)
    assert len((await patient.get("/offers")).json()["offers"][0]["times"]) == 3


async def test_a_visit_that_has_begun_before_anybody_decided_is_expired(desk: Clinic, works: Parts) -> None:
    visit, _ = await asked(desk)
    desk.clock.now = moment(at(9, 1))
    late = await desk.staff.post(
        f"/applications/{(await application_of(desk.staff, visit))['id']}/approve", json={"by": "A"}
    )
    refused(late, 409, "too_late")
    assert await do(works, "decide_applications") == 1
    decided = await application_of(desk.staff, visit)
    assert (decided["status"], decided["appointment"]["status"]) == ("expired", "expired")


async def test_cancelling_a_pending_visit_withdraws(desk: Clinic) -> None:
    visit, patient = await asked(desk)
    application = await application_of(desk.staff, visit)
    await told(desk)
    assert (await patient.post(f"/appointments/{visit['id']}/cancel")).json()["status"] == "cancelled"
    withdrawn = (await patient.get(f"/applications/{application['id']}")).json()
    assert (withdrawn["status"], withdrawn["decided_by"]) == ("withdrawn", "patient")
    assert await told(desk) == [("managers", "application.withdrawn")]
    late = await desk.staff.post(f"/applications/{application['id']}/approve", json={"by": "Anna"})
    assert refused(late, 409, "decided")["details"]["by"] == "patient"
    assert (await patient.post(f"/applications/{application['id']}/withdraw")).json()["status"] == "withdrawn"


async def test_withdrawing_cancels_the_visit_or_refuses_the_offer(desk: Clinic) -> None:
    visit, patient = await asked(desk)
    application = await application_of(desk.staff, visit)
    withdrawn = (await patient.post(f"/applications/{application['id']}/withdraw")).json()
    assert (withdrawn["status"], withdrawn["appointment"]["status"]) == ("withdrawn", "cancelled")
    _, client_id = await registered(desk, ME)
    visit = await confirmed(patient, client_id, start=at(9, day=3))
    application = await application_of(desk.staff, visit)
    await decide(desk.staff, application, "counter-offer", slot_ids=await slot_ids(desk.staff, at(11, day=3)))
    withdrawn = (await patient.post(f"/applications/{application['id']}/withdraw")).json()
    assert (withdrawn["status"], withdrawn["offer_id"]) == ("declined", None)


async def test_the_clinic_cancelling_a_pending_visit_ends_its_application(desk: Clinic) -> None:
    visit, _ = await asked(desk)
    await desk.staff.post(f"/appointments/{visit['id']}/cancel", json={"reason": "flood"})
    withdrawn = await application_of(desk.staff, visit)
    assert (withdrawn["status"], withdrawn["decided_by"], withdrawn["decision_reason"]) == (
        "withdrawn",
        "clinic",
        "flood",
    )


async def test_an_approval_is_taken_back_for_five_minutes_by_who_gave_it(desk: Clinic) -> None:
    visit, _ = await asked(desk)
    application = await application_of(desk.staff, visit)
    await decide(desk.staff, application, "approve")
    await told(desk)
    by_other = await desk.staff.post(f"/applications/{application['id']}/undo", json={"by": "Boris"})
    refused(by_other, 409, "cannot_undo")
    desk.clock.advance(minutes=5)
    undone = await decide(desk.staff, application, "undo")
    assert (undone["status"], undone["awaits"], undone["taken_by"]) == ("proposed", "manager", "Anna")
    assert (undone["appointment"]["status"], undone["decide_by"]) == ("pending", at(8))
    assert await decide(desk.staff, application, "undo") == undone
    assert sorted(await told(desk)) == [("managers", "application.reopened"), (ME, "application.reopened")]
    await decide(desk.staff, application, "approve")
    desk.clock.advance(minutes=5, seconds=1)
    late = await desk.staff.post(f"/applications/{application['id']}/undo", json={"by": "Anna"})
    refused(late, 409, "cannot_undo")
    assert (await application_of(desk.staff, visit))["appointment"]["status"] == "confirmed"


async def test_nobody_confirms_their_own_visit_under_review(desk: Clinic) -> None:
    visit, patient = await asked(desk)
    answer = await patient.post("/appointments", json={"hold_id": visit["id"]})
    assert refused(answer, 409, "wrong_transition")["details"] == {"status": "pending"}
    _, client_id = await registered(desk, ME)
    direct = await book(patient, at(15, day=3), client_id=client_id)
    assert (direct["status"], direct["decide_by"]) == ("pending", at(13))


async def test_the_same_key_gives_the_same_pending_answer(desk: Clinic) -> None:
    patient, client_id = await registered(desk, ME)
    slot = (await free(patient, doctor_id=1))[0]
    held = (await patient.post("/holds", json={"slot_id": slot["slot_id"], "client_id": client_id})).json()
    body = {"hold_id": held["hold_id"], "application": WISH}
    first, second = [await patient.post("/appointments", json=body, headers={"Idempotency-Key": "k"}) for _ in range(2)]
    assert first.status_code == second.status_code == 201
    assert first.content == second.content
    other = body | {"application": WISH | {"description": "else"}}
    answer = await patient.post("/appointments", json=other, headers={"Idempotency-Key": "k"})
    refused(answer, 409, "idempotency_conflict")
    assert (await desk.staff.get("/applications")).json()["total"] == 1


async def test_staff_books_without_review(desk: Clinic) -> None:
    visit = await book(desk.staff, at(9), application=WISH)
    assert visit["status"] == "confirmed"
    assert (await desk.staff.get("/applications")).json()["total"] == 0


async def test_under_auto_the_wish_is_kept_with_an_approved_application(clinic: Clinic) -> None:
    visit, _ = await asked(clinic)
    assert visit["status"] == "confirmed"
    found = await application_of(clinic.staff, visit)
    assert (found["status"], found["decided_by"], found["awaits"]) == ("approved", "policy", None)
    assert found["description"] == WISH["description"]
    assert await told(clinic) == []
    undo = await clinic.staff.post(f"/applications/{found['id']}/undo", json={"by": "policy"})
    refused(undo, 422, "validation_failed")
    patient, client_id = await registered(clinic, "telegram:7")
    await book(patient, at(15), client_id=client_id)
    assert (await clinic.staff.get("/applications")).json()["total"] == 1
