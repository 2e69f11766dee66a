"""What is told of call requests: numbers and times; the phone, the name and the topic stay with the request."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.deliveries.news import News, Priority, tell_managers
from clinic.platform.outbox import Event, append

FOR_MANAGERS = frozenset({"opened", "cancelled"})
"""What managers learn from others; that a call was made they know."""


async def tell(connection: AsyncConnection, what: str, request_id: int, now: datetime) -> None:
    """Write the event `call_request.<what>`, and the managers' news, into the transaction that makes it true."""
    facts = {"call_request_id": request_id, "at": now.isoformat()}
    event = Event(
        type=f"call_request.{what}",
        aggregate="call_request",
        aggregate_id=request_id,
        aggregate_version=1 if what == "opened" else 2,
        payload=facts,
        occurred_at=now,
    )
    await connection.execute(append, event.row())
    if what in FOR_MANAGERS:
        await tell_managers(connection, News(f"call_request.{what}", facts, Priority.DESK), now)
