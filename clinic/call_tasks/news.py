"""What is told of call tasks: numbers and times; names and phones stay with the visit."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.platform.outbox import Event, append


async def tell(connection: AsyncConnection, what: str, task_id: int, now: datetime, branch_id: int) -> None:
    """Write the event `call_task.<what>` into the transaction that makes it true.

    No delivery: whoever has many people to call makes one list of them, not a message each.
    """
    event = Event(
        type=f"call_task.{what}",
        aggregate="call_task",
        aggregate_id=task_id,
        aggregate_version=1 if what == "opened" else 2,
        payload={"call_task_id": task_id, "branch_id": branch_id, "at": now.isoformat()},
        occurred_at=now,
    )
    await connection.execute(append, event.row())
