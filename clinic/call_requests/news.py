"""What is told of call requests: numbers and times; the phone, the name and the topic stay with the request."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.platform.outbox import Event, append


async def tell(connection: AsyncConnection, what: str, request_id: int, now: datetime) -> None:
    """Write the event `call_request.<what>` into the transaction that makes it true."""
    event = Event(
        type=f"call_request.{what}",
        aggregate="call_request",
        aggregate_id=request_id,
        aggregate_version=1 if what == "opened" else 2,
        payload={"call_request_id": request_id, "at": now.isoformat()},
        occurred_at=now,
    )
    await connection.execute(append, event.row())
