"""What the patient's answer to an offer means for the application that it was made for."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.applications import news
from clinic.applications.domain.states import State
from clinic.applications.read import find
from clinic.applications.tables import applications
from clinic.applications.write import change, decided
from clinic.offers.domain import Status
from clinic.offers.outcomes import Outcome
from contracts.applications import CLINIC, DEADLINE, PATIENT, POLICY

Row = Mapping[Any, Any]
ENDS = {
    Status.REFUSED: (State.DECLINED, PATIENT),
    Status.EXPIRED: (State.EXPIRED, DEADLINE),
    Status.WITHDRAWN: (State.EXPIRED, CLINIC),
}


async def counter_accepted(connection: AsyncConnection, offer: Row, visit: Row, now: datetime) -> None:
    """The manager who made the offer has approved what comes of it."""
    row = await find(connection, offer["application_id"], None, lock=True)
    if row["status"] != State.PROPOSED:
        return
    new = decided(State.APPROVED, row["decided_by"], now)
    new |= {"appointment_id": visit["id"], "branch_id": visit["branch_id"]}
    await change(connection, row, "approved", now, account=False, **new)


async def counter_closed(connection: AsyncConnection, offer: Row, status: Status, now: datetime) -> None:
    """None of the times: the account is told what is left, the wait-list and a call."""
    row = await find(connection, offer["application_id"], None, lock=True)
    if row["status"] != State.PROPOSED:
        return
    state, by = ENDS[status]
    await change(connection, row, state.value, now, **decided(state, by, now))


async def alternative_accepted(connection: AsyncConnection, offer: Row, visit: Row, now: datetime) -> None:
    """What was declined stays so; the visit that the clinic itself offered is a wish of its own, agreed beforehand."""
    declined = await find(connection, offer["application_id"], None)
    row = {
        "version": 1,
        "applicant_id": declined["applicant_id"],
        "description": declined["description"],
        "understood": declined["understood"],
        "status": State.APPROVED.value,
        "branch_id": visit["branch_id"],
        "client_id": visit["client_id"],
        "appointment_id": visit["id"],
        "decided_by": POLICY,
        "decided_at": now,
        "created_at": now,
        "updated_at": now,
    }
    written = await connection.execute(insert(applications).values(row).returning(applications.c.id))
    approved = await find(connection, written.scalar_one(), None)
    await news.happened(connection, "approved", approved, now, account=False)


COUNTER_OFFER = Outcome(accepted=counter_accepted, closed=counter_closed)
DECLINED = Outcome(accepted=alternative_accepted)
