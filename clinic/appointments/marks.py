"""The newest mark of a visit, as long as it may be taken back."""

from datetime import datetime

from sqlalchemy import RowMapping, delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.appointments.tables import marks


async def remember(connection: AsyncConnection, appointment_id: int, previous: str, now: datetime) -> None:
    """What the visit was before it was marked."""
    new = insert(marks).values(appointment_id=appointment_id, previous=previous, marked_at=now)
    again = {"previous": new.excluded.previous, "marked_at": new.excluded.marked_at}
    await connection.execute(new.on_conflict_do_update(index_elements=["appointment_id"], set_=again))


async def take(connection: AsyncConnection, appointment_id: int) -> RowMapping | None:
    """The mark, which is forgotten with this; None if there is none."""
    mine = marks.c.appointment_id == appointment_id
    found = (await connection.execute(select(marks).where(mine))).mappings().one_or_none()
    await connection.execute(delete(marks).where(mine))
    return found
