"""An application goes where its appointment goes, whoever changed it and why: the two never disagree."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.applications.domain.states import State
from clinic.applications.read import find
from clinic.applications.tables import applications
from clinic.applications.write import change, decided
from clinic.appointments.domain.states import State as VisitState
from contracts.applications import CLINIC, PATIENT

UNDECIDED = frozenset({VisitState.PENDING, VisitState.NEEDS_REBOOKING})
"""Where an appointment may be while its application is proposed; a counter-offer's times are no appointments yet."""
ENDS = {
    VisitState.CONFIRMED: (State.APPROVED, "approved"),
    VisitState.DECLINED: (State.DECLINED, "declined"),
    VisitState.CANCELLED: (State.WITHDRAWN, "withdrawn"),
    VisitState.EXPIRED: (State.EXPIRED, "expired"),
}


async def follow(
    connection: AsyncConnection, before: Mapping[Any, Any], after: Mapping[Any, Any], now: datetime, *, by_patient: bool
) -> None:
    """For every change of an appointment, under its doctor's lock. What the use cases of review decide is decided
    before they change the appointment, so that nothing is left to do here. The account is told by whoever acted."""
    if before["status"] not in UNDECIDED or after["status"] == before["status"]:
        return
    column = applications.c
    # What has an answer of a manager already waits for the patient: a counter-offer let this very time go.
    same = column.appointment_id == after["id"], column.status == State.PROPOSED.value, column.decided_by.is_(None)
    found = (await connection.execute(select(column.id).where(*same))).scalar_one_or_none()
    if found is None:
        return
    row = await find(connection, found, None, lock=True)
    if after["status"] == VisitState.NEEDS_REBOOKING:
        await change(connection, row, "moved", now, decide_by=None, remind_at=None)
        return
    state, what = ENDS[VisitState(after["status"])]
    by = PATIENT if by_patient else CLINIC
    await change(connection, row, what, now, account=False, **decided(state, by, now, after["status_reason"]))
