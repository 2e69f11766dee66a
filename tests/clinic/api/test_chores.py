"""What a process does every hour: old answers go, however the database fares."""

from datetime import timedelta

import asyncpg
import pytest

from clinic.main.chores import EVERY_SECONDS, do_chores, keep_house
from clinic.platform.database import connect
from tests.clinic.api.asking import at
from tests.clinic.api.test_deliveries import ack, cancelled_visits, claim
from tests.support.clock import StillClock
from tests.support.serving import Clinic, clinic_settings

NOWHERE = "postgresql://nobody@127.0.0.1:1/none"


async def left(clinic: Clinic) -> tuple[int, int]:
    """How many kept answers and deliveries there are."""
    connection = await asyncpg.connect(clinic.database_url)
    try:
        counts = [await connection.fetchval(f"SELECT count(*) FROM {t}") for t in ("idempotency_keys", "deliveries")]  # noqa: S608
    finally:
        await connection.close()
    return counts[0], counts[1]


async def test_what_is_old_goes_and_what_is_young_stays(clinic: Clinic) -> None:
    visit = {"doctor_id": 2, "start_time": at(9)}
    kept = await clinic.staff.post("/appointments", json=visit, headers={"Idempotency-Key": "k"})
    assert kept.status_code == 201
    await cancelled_visits(clinic, 1)
    (delivery,) = await claim(clinic)
    await ack(clinic, delivery, "sent")
    database = connect(clinic.database_url, 1)
    settings = clinic_settings(clinic.database_url)
    for hours, expected in ((48, (1, 1)), (0.01, (0, 1)), (24 * 27, (0, 1)), (24, (0, 0))):
        clinic.clock.advance(hours=hours)
        await do_chores(database, settings, clinic.clock)
        assert await left(clinic) == expected
    await database.close()


class Enough(Exception):
    """Ends a loop that has no end."""


async def test_a_database_that_is_away_does_not_end_the_chores() -> None:
    rests: list[float] = []

    async def rest(seconds: float) -> None:
        rests.append(seconds)
        if len(rests) == 3:
            raise Enough

    database = connect(NOWHERE, 1)
    with pytest.raises(Enough):
        await keep_house(database, clinic_settings(NOWHERE), StillClock(), rest)
    await database.close()
    assert rests == [EVERY_SECONDS] * 3
    assert timedelta(seconds=EVERY_SECONDS) == timedelta(hours=1)
