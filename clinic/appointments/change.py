"""Change the state of an appointment: the one transaction that confirming, cancelling and marking share."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, update
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.applications.follow import follow
from clinic.appointments import events, ledger
from clinic.appointments.domain.states import State, before
from clinic.appointments.freed import note
from clinic.appointments.read import find
from clinic.appointments.refusals import ChangedMeanwhile, WrongTransition
from clinic.appointments.tables import appointments
from clinic.platform.outbox import append

Check = Callable[[RowMapping], None]
"""Raises if the appointment, as it stands under the lock, must not be changed."""


async def change_state(
    connection: AsyncConnection,
    appointment_id: int,
    target: State,
    now: datetime,
    *,
    account: str | None,
    check: Check | None = None,
    **values: Any,
) -> RowMapping:
    """Lock the doctor, bring the appointment to `target`, write the event; the appointment as it then stands.

    Raises NotFound, ChangedMeanwhile, WrongTransition, and what `check` raises.
    """
    row = await locked(connection, appointment_id, account)
    if check is not None:
        check(row)
    allowed = before(target)
    if row["status"] not in allowed:
        raise WrongTransition(State(row["status"]), target)
    by_patient = account is not None
    return await write_change(connection, row, now, target, by_patient=by_patient, status=target.value, **values)


async def locked(connection: AsyncConnection, appointment_id: int, account: str | None) -> RowMapping:
    """The appointment under its doctor's lock: nobody else changes it until the transaction ends.

    Raises NotFound, ChangedMeanwhile."""
    seen = await find(connection, appointment_id, account)
    await ledger.lock_doctors(connection, [seen["doctor_id"]])
    row = await find(connection, appointment_id, account)
    if row["doctor_id"] != seen["doctor_id"]:
        # Taking a second lock now could deadlock with somebody who takes them in order.
        raise ChangedMeanwhile
    return row


async def write_change(
    connection: AsyncConnection,
    row: RowMapping,
    now: datetime,
    what: str,
    *,
    by_patient: bool = False,
    **values: Any,
) -> RowMapping:
    """Write columns of an appointment that is locked, and the event; the appointment as it then stands.

    The application under review, if there is one, goes along.
    """
    same: ColumnElement[bool] = appointments.c.id == row["id"]
    await connection.execute(
        update(appointments).where(same).values(version=row["version"] + 1, updated_at=now, **values)
    )
    changed = await find(connection, row["id"], None)
    note(connection, row, changed)
    before_ = {"previous_start_time": row["start_time"].isoformat(), "previous_doctor_id": row["doctor_id"]}
    more = before_ if what == "moved" else {}
    await connection.execute(append, events.happened(what, changed, now, **more).row())
    await follow(connection, row, changed, now, by_patient=by_patient)
    return changed
