"""The closing list: told in the evening, asked for by /close, marked and taken back."""

from datetime import UTC, datetime

from clinic.main.parts import make_parts
from clinic.platform.settings import Review
from tests.bot.managers.scene import SAY, managers
from tests.clinic.api.asking import Json, book, free
from tests.clinic.reminders.rounds import evening, status
from tests.support.clock import StillClock
from tests.support.serving import Clinic, clinic_settings

OVER = datetime(2026, 3, 2, 17, tzinfo=UTC)
"""20:00 in Moscow."""


async def visits(clinic: Clinic, count: int) -> list[Json]:
    """Visits of today, as the clinic's staff books them."""
    slots = await free(clinic.staff, from_="2026-03-02", to="2026-03-02")
    apart = {(one["doctor_id"], one["start_time"]): one for one in slots}
    chosen = sorted(list(apart.values())[:count], key=lambda one: one["start_time"])
    return [
        await book(clinic.staff, one["start_time"], doctor_id=one["doctor_id"], patient_name=f"Patient {number}")
        for number, one in enumerate(chosen)
    ]


async def test_the_evenings_list_is_marked_and_taken_back(edge_database: str, clock: StillClock) -> None:
    async with managers(edge_database, clock) as scene:
        booked = await visits(scene.clinic, 1)
        clock.now = OVER
        parts = make_parts(clinic_settings(edge_database, pool_size=2, review=Review()), clock)
        assert await evening(parts) >= 1
        await parts.database.close()
        told = await scene.olga.wait_for_text("Patient 0")
        await scene.olga.press(SAY("closing-missed", number="1"), told)
        marked = await scene.olga.changed(told)
        assert SAY("closing-nothing") in marked.text
        assert await status(scene.clinic.staff, booked[0]) == "no_show"
        await scene.pavel.press(SAY("closing-undo"), marked)
        again = await scene.olga.changed(marked)
        assert await status(scene.clinic.staff, booked[0]) == "confirmed"
        await scene.olga.press(SAY("closing-came", number="1"), again)
        came = await scene.olga.changed(again)
        assert await status(scene.clinic.staff, booked[0]) == "completed"
        clock.advance(minutes=31)
        answer = await scene.olga.answer(await scene.olga.press(SAY("closing-undo"), came))
        assert answer.text == SAY("closing-note-late")
        assert await status(scene.clinic.staff, booked[0]) == "completed"


async def test_pages_and_a_second_manager(edge_database: str, clock: StillClock) -> None:
    async with managers(edge_database, clock) as scene:
        booked = await visits(scene.clinic, 7)
        clock.now = OVER
        await scene.olga.say("/close")
        first = await scene.olga.wait_for_text("Patient 0")
        assert "Patient 5" not in first.text
        await scene.olga.press(SAY("closing-after"), first)
        second = await scene.olga.changed(first)
        assert "Patient 6" in second.text
        await scene.clinic.staff.post(f"/appointments/{booked[5]['id']}/came")
        pressed = await scene.pavel.press(SAY("closing-missed", number="1"), second)
        assert (await scene.pavel.answer(pressed)).text == SAY("closing-note-came")
        assert "Patient 5" not in (await scene.olga.changed(second)).text


async def test_a_stranger_marks_nothing(edge_database: str, clock: StillClock) -> None:
    async with managers(edge_database, clock) as scene:
        booked = await visits(scene.clinic, 1)
        clock.now = OVER
        await scene.olga.say("/close")
        told = await scene.olga.wait_for_text("Patient 0")
        answer = await scene.stranger.answer(await scene.stranger.press(SAY("closing-came", number="1"), told))
        assert answer.text == SAY("managers-not-yours")
        assert await status(scene.clinic.staff, booked[0]) == "confirmed"
