"""A clinic whose managers look at what patients book."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from clinic.main.parts import Parts, make_parts
from tests.support.clock import StillClock
from tests.support.serving import Clinic, clinic_settings, running_clinic


@pytest.fixture
def review(request: pytest.FixtureRequest) -> dict[str, object]:
    """The settings of review; a test that is parametrized indirectly changes them."""
    return {"policy": "manager"} | getattr(request, "param", {})


@pytest_asyncio.fixture
async def desk(synthetic_database: str, clock: StillClock, review: dict[str, object]) -> AsyncIterator[Clinic]:
    async with running_clinic(synthetic_database, clock, review=review) as running:
        yield running


@pytest_asyncio.fixture
async def works(desk: Clinic, review: dict[str, object]) -> AsyncIterator[Parts]:
    """What the worker of `desk` is made of, for duties that a test does by itself."""
    made = make_parts(clinic_settings(desk.database_url, pool_size=4, review=review), desk.clock)
    await made.current.newest()
    yield made
    await made.database.close()
