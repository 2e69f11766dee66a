"""The clinic of a try: the real service over a database of its own, as fresh as it was prepared, and its clock."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from importlib.resources import files
from uuid import uuid4
from zoneinfo import ZoneInfo

import httpx
from fastapi import FastAPI
from sqlalchemy import make_url, pool, text
from sqlalchemy.ext.asyncio import create_async_engine

from api_client import ClinicClient
from clinic.main.app import create_app
from clinic.migrations import runner
from clinic.platform.database import Database, async_url, connect
from clinic.platform.settings import ClinicSettings
from clinic.schedule.importing.apply import import_document
from clinic.schedule.importing.read_file import parse
from contracts.schedule import Doctor
from evaluation.wire import Wire

TOKEN = IDENTITY_SECRET = SLOT_SECRET = "only-for-this-evaluation"  # noqa: S105 - of a database that lives a second
ZONE = ZoneInfo("Europe/Moscow")
MOST_CHANGES = 100_000
"""More than one try makes at one doctor's time."""
_TABLES = text("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
_ANY = "SELECT EXISTS (SELECT FROM {})"
_VERSIONS = text(
    "INSERT INTO booking_versions SELECT doctor_id, :version FROM doctors"
    " ON CONFLICT (doctor_id) DO UPDATE SET version = :version"
)


class Clock:
    """Stands still until it is told to go on."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def advance(self, by: timedelta) -> None:
        self.now += by


@dataclass(frozen=True, slots=True)
class Clinic:
    """A running service. `staff` speaks past the wire: what the world does is not counted as the bot's doing."""

    bot: ClinicClient
    staff: ClinicClient
    database: Database
    clock: Clock
    wire: Wire
    doctors: dict[int, Doctor]
    zones: dict[int, ZoneInfo] = field(default_factory=dict)
    """Of the branches, by id."""


@asynccontextmanager
async def prepared(server: str) -> AsyncIterator[str]:
    """The name of a database with the evaluation's clinic, to be copied for each try; dropped at the end.

    `server`: the address of any database of a PostgreSQL on which databases may be made. Nothing else is touched.
    """
    async with _database(server) as url:
        await runner.upgrade(url)
        database = connect(url, 1)
        try:
            source = files("evaluation").joinpath("clinic.yaml").read_text(encoding="utf-8")
            await import_document(database, parse(source, csv_format=False), dry_run=False)
        finally:
            await database.close()
        yield make_url(url).database or ""


class House:
    """One service over one database, for one try after another: each begins as the copied database was."""

    def __init__(self, app: FastAPI, database: Database, clock: Clock, tables: Sequence[str]) -> None:
        self._app = app
        self._database = database
        self._clock = clock
        self._tables = ", ".join(tables)
        self._tries = 0

    @asynccontextmanager
    async def clinic(self, now: datetime) -> AsyncIterator[Clinic]:
        """The clinic at `now`, without patients and visits. One at a time."""
        await self._renew()
        self._clock.now = now
        wire = Wire(httpx.ASGITransport(self._app))
        async with _client(wire, self._clock) as bot, _client(httpx.ASGITransport(self._app), self._clock) as staff:
            branches = {one.branch_id: ZoneInfo(one.time_zone) for one in await staff.branches()}
            doctors = {one.doctor_id: one for one in await staff.doctors()}
            yield Clinic(bot, staff, self._database, self._clock, wire, doctors, branches)

    async def _renew(self) -> None:
        """Empty what tries write in, and count ids from 1 again.

        The service keeps what is taken by a doctor's booking version, so the versions go on where no try has been.
        """
        self._tries += 1
        async with self._database.transaction() as connection:
            await connection.execute(text(f"TRUNCATE {self._tables} RESTART IDENTITY"))
            await connection.execute(_VERSIONS, {"version": self._tries * MOST_CHANGES})


@asynccontextmanager
async def house(server: str, template: str) -> AsyncIterator[House]:
    """A running service that nobody else uses, over a copy of the prepared database; nothing is left of it."""
    async with AsyncExitStack() as stack:
        url = await stack.enter_async_context(_database(server, template))
        clock = Clock(datetime.now(UTC))
        settings = ClinicSettings(
            database_url=url, api_token=TOKEN, identity_secret=IDENTITY_SECRET, slot_secret=SLOT_SECRET, pool_size=3
        )
        app = create_app(settings, clock)
        await stack.enter_async_context(app.router.lifespan_context(app))
        database = connect(url, 1)
        stack.push_async_callback(database.close)
        async with database.reading() as connection:
            names = (await connection.execute(_TABLES)).scalars().all()
            empty = [name for name in names if not (await connection.execute(text(_ANY.format(name)))).scalar_one()]
        yield House(app, database, clock, empty)


def _client(transport: httpx.AsyncBaseTransport, clock: Clock) -> ClinicClient:
    return ClinicClient("http://clinic", TOKEN, identity_secret=IDENTITY_SECRET, transport=transport, clock=clock)


@asynccontextmanager
async def _database(server: str, template: str | None = None) -> AsyncIterator[str]:
    name = f"frontdesk_eval_{uuid4().hex}"
    try:
        await _administer(server, f"CREATE DATABASE {name}" + (f" TEMPLATE {template}" if template else ""))
        yield make_url(server).set(database=name).render_as_string(hide_password=False)
    finally:
        await _administer(server, f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


async def _administer(server: str, statement: str) -> None:
    """A statement that no transaction may hold. Once begun it is waited for, cancelled or not: the server ends it."""
    running = asyncio.ensure_future(_run(server, statement))
    try:
        await asyncio.shield(running)
    except asyncio.CancelledError:
        await running
        raise


async def _run(server: str, statement: str) -> None:
    engine = create_async_engine(async_url(server), poolclass=pool.NullPool, isolation_level="AUTOCOMMIT")
    try:
        async with engine.connect() as connection:
            await connection.execute(text(statement))
    finally:
        await engine.dispose()
