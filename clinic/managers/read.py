"""Read managers."""

from sqlalchemy import RowMapping, select
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.managers.tables import managers
from clinic.platform.errors import NotFound

IN_OFFICE = select(managers).where(managers.c.revoked_at.is_(None)).order_by(managers.c.manager_id)


async def find(connection: AsyncConnection, manager_id: int, *, lock: bool = False) -> RowMapping:
    """In office or not. Raises NotFound."""
    query = select(managers).where(managers.c.manager_id == manager_id)
    row = (await connection.execute(query.with_for_update() if lock else query)).mappings().one_or_none()
    if row is None:
        raise NotFound("manager")
    return row


async def in_office(connection: AsyncConnection, telegram_id: int | None = None) -> list[RowMapping]:
    """All of them, or one person's, in the order of coming."""
    query = IN_OFFICE if telegram_id is None else IN_OFFICE.where(managers.c.telegram_id == telegram_id)
    return list((await connection.execute(query)).mappings())
