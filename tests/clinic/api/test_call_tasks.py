"""Call tasks: the most urgent first, one open a visit and reason, done once."""

from datetime import timedelta

from clinic.call_tasks.add import add_call_task
from clinic.call_tasks.finish import cancel_call_tasks
from clinic.main.parts import Parts
from contracts.call_tasks import CallTaskReason
from tests.clinic.api.asking import at, book, refused, registered
from tests.support.serving import Clinic


async def added(parts: Parts, appointment_id: int, reason: CallTaskReason, minutes: int) -> int | None:
    now = parts.clock()
    async with parts.database.transaction() as connection:
        return await add_call_task(connection, appointment_id, reason, now + timedelta(minutes=minutes), now)


async def test_tasks_come_by_urgency_with_whom_to_call(clinic: Clinic, parts: Parts) -> None:
    patient, client_id = await registered(clinic, "telegram:1")
    await patient.put("/contact", json={"phone": "+79160000000", "verified": True})
    mine = await book(patient, at(9), client_id=client_id)
    other = await book(clinic.staff, at(10), patient_name="By Telephone")
    late = await added(parts, mine["id"], CallTaskReason.REBOOKING, 120)
    soon = await added(parts, other["id"], CallTaskReason.REBOOKING, 60)
    assert await added(parts, other["id"], CallTaskReason.REBOOKING, 60) is None
    assert await added(parts, 424242, CallTaskReason.REBOOKING, 60) is None
    page = (await clinic.staff.get("/call-tasks", params={"status": "open"})).json()
    assert [task["id"] for task in page["call_tasks"]] == [soon, late]
    first, second = page["call_tasks"]
    assert (first["patient_name"], first["phone"]) == ("By Telephone", None)
    assert (second["patient_name"], second["phone"]) == ("A. Patient", "+79160000000")
    assert second["appointment_id"] == mine["id"]
    assert page["total"] == 2
    elsewhere = await clinic.staff.get("/call-tasks", params={"branch_id": mine["branch_id"] + 100})
    assert elsewhere.json()["total"] == 0


async def test_a_task_is_done_once_and_by_staff(clinic: Clinic, parts: Parts) -> None:
    patient, client_id = await registered(clinic, "telegram:1")
    visit = await book(patient, at(9), client_id=client_id)
    task = await added(parts, visit["id"], CallTaskReason.NO_ANSWER, 60)
    refused(await patient.get("/call-tasks"), 403, "forbidden")
    refused(await patient.post(f"/call-tasks/{task}/done"), 403, "forbidden")
    done = (await clinic.staff.post(f"/call-tasks/{task}/done", json={"by": "desk 2"})).json()
    assert (done["status"], done["done_by"], done["finished_at"]) == ("done", "desk 2", "2026-03-02T06:00:00Z")
    assert refused(await clinic.staff.post(f"/call-tasks/{task}/done"), 409, "wrong_transition")["details"] == {
        "status": "done"
    }
    refused(await clinic.staff.post("/call-tasks/424242/done"), 404, "not_found")
    again = await added(parts, visit["id"], CallTaskReason.NO_ANSWER, 60)
    assert again is not None
    async with parts.database.transaction() as connection:
        reasons = {CallTaskReason.NO_ANSWER, CallTaskReason.REBOOKING}
        assert await cancel_call_tasks(connection, [visit["id"]], reasons, parts.clock()) == 1
    refused(await clinic.staff.post(f"/call-tasks/{again}/done"), 409, "wrong_transition")
