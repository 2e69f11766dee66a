"""One receptionist serves many turns at once; they share nothing that a patient could notice."""

import asyncio
from datetime import timedelta

import pytest

from agent import AgentSettings, build
from agent.gateway import ClinicUnavailable, SlotQuery
from contracts.schedule import Slots
from tests.agent.clinic_in_memory import TOMORROW, Clinic, a_clinic, at, doctor, slot
from tests.agent.receptionists import context, offline


async def test_slots_of_one_turn_are_not_seen_in_another() -> None:
    async def turn(number: int) -> tuple[int, set[str]]:
        ent = doctor(number, "ent")
        clinic = Clinic((ent,), tuple(slot(ent, at(TOMORROW, 9) + n * timedelta(minutes=30)) for n in range(4)))
        result = await offline().answer("к лору завтра", [], context(clinic))
        return number, {one.slot.slot_id for one in result.proposals}

    for number, proposed in await asyncio.gather(*(turn(number) for number in range(1, 21))):
        assert len(proposed) == 3
        assert all(one.startswith(f"slot-{number}-") for one in proposed)


async def test_a_clinic_that_never_answers_ends_the_turn_in_time() -> None:
    class Silent(Clinic):
        async def free_slots(self, query: SlotQuery) -> Slots:
            del query
            await asyncio.Event().wait()
            return Slots(slots=())

    silent = Silent(a_clinic().staff, ())
    receptionist = build(AgentSettings(offline_seconds=0.1))
    async with asyncio.timeout(5):
        with pytest.raises(ClinicUnavailable):
            await receptionist.answer("к лору завтра", [], context(silent))
