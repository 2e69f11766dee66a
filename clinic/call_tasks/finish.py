"""A call task comes to its end: somebody called, or nobody has to any more."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.appointments.tables import appointments
from clinic.call_tasks import news, present
from clinic.call_tasks.read import find
from clinic.call_tasks.refusals import Finished
from clinic.call_tasks.tables import call_tasks
from clinic.platform.clock import Clock
from clinic.platform.database import Database
from contracts.call_tasks import CallTask, CallTaskReason, CallTaskStatus


class FinishCallTask:
    """For staff: somebody has called. Raises NotFound, Finished."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def __call__(self, task_id: int, by: str | None) -> CallTask:
        now = self._clock()
        async with self._database.transaction() as connection:
            row = await find(connection, task_id, lock=True)
            if row["status"] != CallTaskStatus.OPEN:
                raise Finished(row["status"])
            new = {"status": CallTaskStatus.DONE.value, "finished_at": now, "done_by": by or None}
            await connection.execute(update(call_tasks).where(call_tasks.c.id == task_id).values(new))
            await news.tell(connection, "done", task_id, now, row["branch_id"])
        return present.call_task({**row, **new})


async def cancel_call_tasks(
    connection: AsyncConnection, appointment_ids: Collection[int], reasons: Collection[CallTaskReason], now: datetime
) -> int:
    """Nobody has to be called about these visits for these reasons any more; how many tasks that ends."""
    branch = select(appointments.c.branch_id).where(appointments.c.id == call_tasks.c.appointment_id)
    ended = await connection.execute(
        update(call_tasks)
        .where(
            call_tasks.c.status == CallTaskStatus.OPEN.value,
            call_tasks.c.appointment_id.in_(appointment_ids),
            call_tasks.c.reason.in_([reason.value for reason in reasons]),
        )
        .values(status=CallTaskStatus.CANCELLED.value, finished_at=now)
        .returning(call_tasks.c.id, branch.scalar_subquery().label("branch_id"))
    )
    rows = ended.all()
    for row in rows:
        await news.tell(connection, "cancelled", row.id, now, row.branch_id)
    return len(rows)
