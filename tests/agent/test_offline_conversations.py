"""Conversations with the offline model alone: build(), a clinic in memory, no socket."""

from tests.agent.clinic_in_memory import a_clinic
from tests.agent.receptionists import ask


async def test_a_complaint_and_a_time_give_slots_inside_the_wish() -> None:
    result = await ask("болит горло, завтра после пяти", a_clinic())

    assert [one.slot.slot_id for one in result.proposals] == [
        "slot-1-1119-1700",
        "slot-1-1119-1730",
        "slot-2-1119-1800",
    ]
    assert result.proposals[0].reason == "ближайшее время после 17:00"
    assert "отоларинголог" in result.text
    assert "завтра после 17:00" in result.text
    assert result.answered_by == "offline"
