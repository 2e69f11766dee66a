"""The agent's reads go out as the service wants them, and every failure is ClinicUnavailable."""

from datetime import UTC, date, datetime
from typing import Any

import httpx
import pytest

from agent.gateway import ClinicGateway, ClinicUnavailable, SlotQuery
from api_client import ClinicClient, RetryPolicy
from bot.clinic_gateway import HttpClinicGateway
from contracts.schedule import Gender, PartOfDay
from tests.bot.patient import at_the_terminal
from tests.bot.receptionists import ProposesNearest
from tests.support.serving import Clinic

NOW = datetime(2026, 3, 2, 6, tzinfo=UTC)


async def test_it_reads_the_real_clinic(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ProposesNearest("ent")) as patient:
        await patient.agrees()
        await patient.types("1", "1")
        gateway: ClinicGateway = HttpClinicGateway(patient.calls, demo_clinic.clock)
        assert len(await gateway.branches()) == 2
        assert {one.code for one in await gateway.specialties()} >= {"ent", "therapist"}
        (doctor,) = await gateway.doctors(specialty="ent", branch_id=1)
        query = SlotQuery(
            specialty="ent", doctor_id=doctor.doctor_id, branch_id=1, from_=date(2026, 3, 3), to=date(2026, 3, 3),
            part_of_day=PartOfDay.EVENING, limit=2,
        )  # fmt: skip
        starts = [slot.start_time.isoformat() for slot in (await gateway.free_slots(query)).slots]
        assert starts == ["2026-03-03T17:00:00+03:00", "2026-03-03T17:30:00+03:00"]
        nearest = (await gateway.nearest_slots(SlotQuery(specialty="ent", from_=date(2026, 3, 4), limit=1))).slots
        assert [slot.start_time.date() for slot in nearest] == [date(2026, 3, 4)]
        (mine,) = await gateway.my_appointments()
        assert await gateway.past_visits() == ()
        demo_clinic.clock.now = mine.end_time
        assert await gateway.my_appointments() == ()
        assert [one.id for one in await gateway.past_visits()] == [mine.id]
        assert {one.code for one in await gateway.visit_types()} >= {"first_visit"}


async def test_doctors_are_found_by_gender_and_language(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ProposesNearest("ent")) as patient:
        gateway = HttpClinicGateway(patient.calls, demo_clinic.clock)
        known = {one.doctor_id: one for one in await gateway.doctors()}

        async def found(**wanted: Any) -> set[int]:
            slots = await gateway.free_slots(SlotQuery(to=date(2026, 3, 6), limit=500, **wanted))
            nearest = await gateway.nearest_slots(SlotQuery(limit=50, **wanted))
            assert {slot.doctor_id for slot in nearest.slots} <= {slot.doctor_id for slot in slots.slots}
            return {slot.doctor_id for slot in slots.slots}

        women = await found(gender=Gender.FEMALE, specialty="therapist")
        assert women
        assert {known[one].gender for one in women} == {"female"}
        english = await found(language="en", specialty="therapist")
        assert english
        assert all("en" in known[one].languages for one in english)
        assert await found(gender=Gender.FEMALE, specialty="urologist") == set()


@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(503),
        httpx.Response(200, text="not json"),
        httpx.Response(401, json={"code": "unauthorized", "message": "no"}),
        httpx.Response(422, json={"code": "validation_failed", "message": "no"}),
    ],
)
async def test_failures_are_one_exception(answer: httpx.Response) -> None:
    async with ClinicClient(
        "http://clinic.test",
        "token",
        transport=httpx.MockTransport(lambda _: answer),
        retry=RetryPolicy(attempts=1),
    ) as client:
        gateway = HttpClinicGateway(client, lambda: NOW)
        for call in (
            gateway.branches(),
            gateway.specialties(),
            gateway.doctors(),
            gateway.free_slots(SlotQuery()),
            gateway.nearest_slots(SlotQuery()),
            gateway.my_appointments(),
        ):
            with pytest.raises(ClinicUnavailable):
                await call
