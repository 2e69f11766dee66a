"""Write down that somebody has to be called."""

from datetime import datetime

from sqlalchemy import select, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.appointments.tables import appointments
from clinic.call_tasks import news
from clinic.call_tasks.tables import call_tasks
from contracts.call_tasks import CallTaskReason, CallTaskStatus

ADD = (
    insert(call_tasks)
    .on_conflict_do_nothing(index_elements=["appointment_id", "reason"], index_where=text("status = 'open'"))
    .returning(call_tasks.c.id)
)


async def add_call_task(
    connection: AsyncConnection, appointment_id: int, reason: CallTaskReason, due_by: datetime, now: datetime
) -> int | None:
    """The new task's id; None if one with this reason is open already, or if there is no such visit.

    Call it before doctors are locked, or in a transaction that locks none: writing it waits for the lock of the visit's
    account, which comes first everywhere (see `clinic.appointments.ledger`).
    """
    visit = select(appointments.c.account_id, appointments.c.branch_id).where(appointments.c.id == appointment_id)
    whose = (await connection.execute(visit)).one_or_none()
    if whose is None:
        return None
    row = {
        "account_id": whose.account_id,
        "appointment_id": appointment_id,
        "reason": reason.value,
        "due_by": due_by,
        "status": CallTaskStatus.OPEN.value,
        "created_at": now,
    }
    task_id = (await connection.execute(ADD, row)).scalar_one_or_none()
    if task_id is not None:
        await news.tell(connection, "opened", task_id, now, whose.branch_id)
    return task_id
