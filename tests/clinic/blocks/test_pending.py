"""Visits that still await a manager are hit as well, with their applications."""

from datetime import UTC, datetime, timedelta

import pytest

from clinic.main.parts import Parts, make_parts
from tests.clinic.api.asking import Json
from tests.clinic.blocks.ill import MORNING, block, board_of, opened, patient, undo, worked
from tests.support.clock import StillClock
from tests.support.serving import Clinic, clinic_settings, running_clinic

NINE = datetime(2026, 3, 3, 6, tzinfo=UTC)
HOUR = timedelta(hours=1)
REVIEW = {"policy": "manager"}


async def application_of(clinic: Clinic) -> Json:
    (application,) = (await clinic.staff.get("/applications")).json()["applications"]
    shown: Json = application
    return shown


@pytest.mark.parametrize("answer", ["accept", "cancel", "undo"])
async def test_a_pending_visit_and_its_application(synthetic_database: str, clock: StillClock, answer: str) -> None:
    async with running_clinic(synthetic_database, clock, review=REVIEW) as clinic:
        parts: Parts = make_parts(clinic_settings(synthetic_database, pool_size=4, review=REVIEW), clock)
        await opened(parts.database)
        clock.now = MORNING
        one = await patient(clinic, 1, NINE + 5 * HOUR)
        assert one.visit["status"] == "pending"
        before = await application_of(clinic)
        number = (await block(clinic, MORNING, NINE + 10 * HOUR))["block"]["block_id"]
        hit = await application_of(clinic)
        assert (hit["status"], hit["decide_by"]) == ("proposed", None)
        approved = await clinic.staff.post(f"/applications/{before['id']}/approve", json={"by": "telegram:9"})
        assert approved.status_code == 409, approved.text  # there is no time to approve
        await worked(parts)
        if answer == "accept":
            assert (await one.accept())["status"] == "confirmed"
            assert (await application_of(clinic))["status"] == "approved"
        elif answer == "cancel":
            await one.client.post(f"/appointments/{one.visit['id']}/cancel")
            assert (await application_of(clinic))["status"] == "withdrawn"
        else:
            await undo(clinic, number)
            assert (await one.now())["status"] == "pending"
            again = await application_of(clinic)
            assert (again["status"], again["awaits"]) == ("proposed", "manager")
            assert again["decide_by"] is not None
        await worked(parts)
        assert (await board_of(clinic, number))["calls"] == 0
        await parts.database.close()
