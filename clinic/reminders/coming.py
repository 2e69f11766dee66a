"""The patient says: I am coming."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import RowMapping, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.appointments.change import locked
from clinic.appointments.domain.states import State
from clinic.appointments.refusals import ChangedMeanwhile, TooLate, WrongTransition
from clinic.platform.clock import Clock
from clinic.platform.database import Database
from clinic.platform.outbox import Event, append
from clinic.reminders.domain.states import Answer, Status
from clinic.reminders.tables import confirmations, reminders
from contracts.reminders import Coming


class SayComing:
    """For the account that booked, or for staff on the telephone; until the visit begins. Said twice it is said once.

    `start`: what the patient read; a visit that has moved since is not confirmed by it. Raises NotFound,
    WrongTransition unless it is confirmed, TooLate, ChangedMeanwhile.
    """

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def __call__(self, appointment_id: int, start: datetime | None, account: str | None) -> Coming:
        now = self._clock()
        async with self._database.transaction() as connection:
            visit = await locked(connection, appointment_id, account)
            if visit["status"] != State.CONFIRMED:
                raise WrongTransition(State(visit["status"]), "confirmed by its patient")
            if start is not None and start != visit["start_time"]:
                raise ChangedMeanwhile
            if visit["start_time"] <= now:
                raise TooLate
            said = await _say(connection, visit, now)
        return Coming(
            appointment_id=appointment_id,
            start_time=visit["start_time"].astimezone(ZoneInfo(visit["time_zone"])),
            time_zone=visit["time_zone"],
            coming_at=said["coming_at"],
            confirm_by=said["confirm_by"],
        )


async def _say(connection: AsyncConnection, visit: RowMapping, now: datetime) -> RowMapping:
    new = insert(confirmations).values(appointment_id=visit["id"], for_start=visit["start_time"], coming_at=now)
    said = await connection.execute(
        new.on_conflict_do_update(
            index_elements=["appointment_id", "for_start"],
            set_={"coming_at": func.coalesce(confirmations.c.coming_at, now)},
        ).returning(*confirmations.c)
    )
    row = said.mappings().one()
    of_visit = reminders.c.appointment_id == visit["id"], reminders.c.for_start == visit["start_time"]
    await connection.execute(
        update(reminders).where(*of_visit, reminders.c.status == Status.SENT.value).values(answer=Answer.COMING.value)
    )
    if row["coming_at"] == now:
        await connection.execute(append, _event(row, now).row())
    return row


async def has_said(connection: AsyncConnection, appointment_id: int, start: datetime) -> bool:
    """Whether somebody has said that they come to the visit at this time."""
    said = select(confirmations.c.coming_at).where(
        confirmations.c.appointment_id == appointment_id, confirmations.c.for_start == start
    )
    return (await connection.execute(said)).scalar_one_or_none() is not None


def _event(row: RowMapping, now: datetime) -> Event:
    facts = {"appointment_id": row["appointment_id"], "start_time": row["for_start"].isoformat()}
    return Event(
        type="confirmation.given",
        aggregate="confirmation",
        aggregate_id=row["confirmation_id"],
        aggregate_version=1,
        payload=facts,
        occurred_at=now,
    )
