"""News from the clinic reach a person once, and the clinic hears what became of them."""

from sandbox.client import Person
from tests.bot.edge.running import Edge, running_edge
from tests.bot.receptionists import Says
from tests.clinic.api.asking import book, free, registered
from tests.support.clock import StillClock

OUTCOME = "SELECT outcome FROM deliveries ORDER BY delivery_id DESC LIMIT 1"


async def test_a_visit_that_the_clinic_cancels_is_told_once(edge_database: str, clock: StillClock) -> None:
    async with running_edge(edge_database, clock, receptionist=Says("Hm.")) as edge:
        anna = await edge.telegram.user("Anna", language_code="en")
        await anna.start()
        await anna.next_message()
        await edge.table.all_done()
        before = len((await anna.look()).from_bot())
        await _cancelled_by_the_clinic(edge, anna)
        await edge.table.until(OUTCOME, "sent")
        assert len((await anna.look()).from_bot()) == before + 1
        # A crash between sending and acknowledging: the clinic hands it out again, nobody hears it twice.
        await edge.table.rows(
            "UPDATE deliveries SET finished_at = NULL, outcome = NULL, lease = NULL, leased_until = NULL, "
            "not_before = $1",
            clock(),
        )
        await edge.table.until(OUTCOME, "sent")
        assert len((await anna.look()).from_bot()) == before + 1


async def test_the_clinic_hears_who_cannot_be_reached(edge_database: str, clock: StillClock) -> None:
    async with running_edge(edge_database, clock, receptionist=Says("Hm.")) as edge:
        anna = await edge.telegram.user("Anna", language_code="en")
        await anna.start()
        await anna.next_message()
        await anna.block()
        await _cancelled_by_the_clinic(edge, anna)
        await edge.table.until(OUTCOME, "unreachable")


async def _cancelled_by_the_clinic(edge: Edge, person: Person) -> None:
    _, client_id = await registered(edge.clinic, f"telegram:{person.id}")
    slot = (await free(edge.clinic.staff, specialty="ent"))[0]
    visit = await book(edge.clinic.staff, slot["start_time"], client_id=client_id, doctor_id=slot["doctor_id"])
    answer = await edge.clinic.staff.post(f"/appointments/{visit['id']}/cancel", json={"reason": "the doctor is away"})
    assert answer.status_code == 200, answer.text
