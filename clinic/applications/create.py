"""Somebody asks for a visit in words: a new application, for which no time has been proposed yet."""

from datetime import datetime, timedelta

from sqlalchemy import func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.applications import applicants as whose
from clinic.applications import news
from clinic.applications.domain.states import State
from clinic.applications.read import find
from clinic.applications.refusals import TooManyApplications
from clinic.applications.tables import applications
from clinic.appointments.refusals import UnknownPerson
from clinic.people.accounts import agreed
from clinic.people.tables import people
from clinic.platform.clock import Clock
from clinic.platform.database import Database
from contracts.applications import NewApplication


class CreateApplication:
    """For staff, or for an account that has agreed, a few times a day. The managers are told.

    Raises AgreeFirst, TooManyApplications, UnknownPerson.
    """

    def __init__(self, database: Database, clock: Clock, most_a_day: int) -> None:
        self._database = database
        self._clock = clock
        self._most_a_day = most_a_day

    async def __call__(self, asked: NewApplication, account: str | None) -> int:
        """The application's id."""
        now = self._clock()
        async with self._database.transaction() as connection:
            account_id = None if account is None else await agreed(connection, account)
            if account_id is None:
                applicant = await whose.of_name(connection, asked.user_name, asked.email, asked.phone, now)
            else:
                applicant = await whose.of_account(connection, account_id, now, asked.user_name)
                await self._check_quota(connection, applicant, now)
                await whose.keep_contact(connection, applicant, asked.email)
            row = {
                "version": 1,
                "applicant_id": applicant,
                "description": asked.description,
                "understood": asked.understood.model_dump(mode="json"),
                "status": State.NEW.value,
                "client_id": await self._visitor(connection, asked.client_id, account_id),
                "created_at": now,
                "updated_at": now,
            }
            new = insert(applications).values(row).returning(applications.c.id)
            application_id = int((await connection.execute(new)).scalar_one())
            await news.happened(connection, "created", await find(connection, application_id, None), now)
        return application_id

    async def _visitor(self, connection: AsyncConnection, client_id: int | None, account_id: int | None) -> int | None:
        if client_id is None:
            return None
        asked = select(people.c.client_id).where(people.c.client_id == client_id)
        if account_id is not None:
            asked = asked.where(people.c.account_id == account_id)
        if (await connection.execute(asked)).scalar_one_or_none() is None:
            raise UnknownPerson
        return client_id

    async def _check_quota(self, connection: AsyncConnection, applicant: int, now: datetime) -> None:
        today = applications.c.applicant_id == applicant, applications.c.created_at > now - timedelta(days=1)
        made = await connection.execute(select(func.count()).select_from(applications).where(*today))
        if made.scalar_one() >= self._most_a_day:
            raise TooManyApplications(self._most_a_day)
