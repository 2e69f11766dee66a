"""Fixtures of all tests: one PostgreSQL a run, a fresh database a test, the service over real HTTP."""

import os
import signal
import subprocess
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import pytest_asyncio
import structlog
from hypothesis import settings

from clinic.main.parts import Parts, make_parts
from clinic.migrations import runner
from clinic.platform.database import connect
from clinic.schedule.seed import seed_demo, seed_synthetic
from tests.support import postgres
from tests.support.clock import StillClock
from tests.support.serving import Clinic, clinic_settings, running_clinic

settings.register_profile("frontdesk", deadline=None)  # how quick a busy machine is, is no property of the code
settings.load_profile("frontdesk")


def pytest_configure() -> None:
    """Hear Ctrl-C although a shell that started us in the background said not to: tests send it, to us and others."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a real PostgreSQL server; where none can start, its tests fail in CI and are skipped elsewhere.

    Not below pytest's own folder: as root the server is another user's process, and each run of pytest that starts
    beside this one closes that folder to all others.
    """
    with ExitStack() as stack:
        folder = stack.enter_context(TemporaryDirectory(prefix="frontdesk-tests-", ignore_cleanup_errors=True))
        try:
            url = stack.enter_context(postgres.server(Path(folder)))
        except (ImportError, OSError, RuntimeError, subprocess.SubprocessError) as error:
            if os.environ.get("CI"):
                raise
            pytest.skip(f"no PostgreSQL could be started here ({error}); set TEST_DATABASE_URL to use your own")
        yield url


@pytest_asyncio.fixture(scope="session")
async def synthetic_template(postgres_server: str) -> AsyncIterator[str]:
    """The name of a database with ten synthetic doctors: weekdays 09:00-17:00 UTC, 30-minute slots."""
    async with postgres.database(postgres_server) as url:
        await runner.upgrade(url)
        database = connect(url, 1)
        await seed_synthetic(database, 10)
        await database.close()
        yield url.rpartition("/")[2].partition("?")[0]


@pytest_asyncio.fixture(scope="session")
async def demo_template(postgres_server: str) -> AsyncIterator[str]:
    """The name of a database with the demo clinic."""
    async with postgres.database(postgres_server) as url:
        await runner.upgrade(url)
        database = connect(url, 1)
        await seed_demo(database)
        await database.close()
        yield url.rpartition("/")[2].partition("?")[0]


@pytest_asyncio.fixture
async def synthetic_database(postgres_server: str, synthetic_template: str) -> AsyncIterator[str]:
    async with postgres.database(postgres_server, synthetic_template) as url:
        yield url


@pytest_asyncio.fixture
async def demo_database(postgres_server: str, demo_template: str) -> AsyncIterator[str]:
    async with postgres.database(postgres_server, demo_template) as url:
        yield url


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest_asyncio.fixture
async def clinic(synthetic_database: str, clock: StillClock) -> AsyncIterator[Clinic]:
    """The service with ten synthetic doctors."""
    async with running_clinic(synthetic_database, clock) as running:
        yield running


@pytest_asyncio.fixture
async def demo_clinic(demo_database: str, clock: StillClock) -> AsyncIterator[Clinic]:
    """The service with the demo clinic."""
    async with running_clinic(demo_database, clock) as running:
        yield running


@pytest_asyncio.fixture
async def parts(clinic: Clinic) -> AsyncIterator[Parts]:
    """What the worker of `clinic` is made of: the same database and clock, for duties that a test does by itself."""
    made = make_parts(clinic_settings(clinic.database_url, pool_size=4), clinic.clock)
    yield made
    await made.database.close()


@pytest.fixture(autouse=True)
def _logs_as_they_were() -> Iterator[None]:
    """A test that sets logs up, or runs a command that does, leaves a stream that is closed when the next one logs."""
    yield
    structlog.reset_defaults()
