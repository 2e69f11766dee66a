"""Become a manager with a code."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, RowMapping, bindparam, func, insert, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.managers import news, present
from clinic.managers.codes import sha256
from clinic.managers.read import find, in_office
from clinic.managers.refusals import InviteOver, TooManyTries
from clinic.managers.tables import claim_tries, manager_invites, managers
from clinic.platform.clock import Clock
from clinic.platform.database import Database
from clinic.platform.errors import DomainError, NotFound
from contracts.managers import ClaimManager, Manager

MOST_TRIES, LATELY = 5, timedelta(hours=1)
_ONE_AT_A_TIME = text("SELECT pg_advisory_xact_lock(hashtextextended('manager_claim', :telegram_id))").bindparams(
    bindparam("telegram_id", type_=BigInteger)
)


class Claim:
    """For whoever has the code. Repeating it answers the same; a role in another branch comes beside the first one,
    another role takes the place of all earlier ones.

    Raises NotFound (no such code), InviteOver, TooManyTries; failed tries are counted.
    """

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def __call__(self, asked: ClaimManager) -> Manager:
        now = self._clock()
        async with self._database.transaction() as connection:
            await connection.execute(_ONE_AT_A_TIME, {"telegram_id": asked.telegram_id})
            await _check_tries(connection, asked.telegram_id, now)
            found = await _redeem(connection, asked, now)
            if isinstance(found, DomainError):
                await connection.execute(insert(claim_tries).values(telegram_id=asked.telegram_id, tried_at=now))
        if isinstance(found, DomainError):  # raised here, the try would be rolled back with it
            raise found
        return found


async def _check_tries(connection: AsyncConnection, telegram_id: int, now: datetime) -> None:
    lately = claim_tries.c.telegram_id == telegram_id, claim_tries.c.tried_at > now - LATELY
    tried = await connection.execute(select(func.count()).select_from(claim_tries).where(*lately))
    if tried.scalar_one() >= MOST_TRIES:
        raise TooManyTries(MOST_TRIES)


async def _redeem(connection: AsyncConnection, asked: ClaimManager, now: datetime) -> Manager | DomainError:
    of_code = manager_invites.c.code_sha256 == sha256(asked.code)
    row = await connection.execute(select(manager_invites).where(of_code).with_for_update())
    invite: RowMapping | None = row.mappings().one_or_none()
    if invite is None:
        return NotFound("code")
    if invite["manager_id"] is not None:
        return await _again(connection, asked, invite["manager_id"])
    if now >= invite["expires_at"]:
        return InviteOver("expired")
    row_of_manager = await _put_in_office(connection, asked, invite, now)
    used = {"used_at": now, "manager_id": row_of_manager["manager_id"]}
    await connection.execute(update(manager_invites).where(of_code).values(used))
    return present.manager(row_of_manager)


async def _again(connection: AsyncConnection, asked: ClaimManager, manager_id: int) -> Manager | DomainError:
    manager = await find(connection, manager_id)
    if manager["telegram_id"] != asked.telegram_id or manager["revoked_at"] is not None:
        return InviteOver("used")
    return present.manager(manager)


async def _put_in_office(
    connection: AsyncConnection, asked: ClaimManager, invite: RowMapping, now: datetime
) -> RowMapping:
    """A new row in office; rows with another role, or for the same branch, end: rights never mix."""
    for row in await in_office(connection, asked.telegram_id):
        if row["role"] != invite["role"] or row["branch_id"] == invite["branch_id"]:
            await connection.execute(
                update(managers).where(managers.c.manager_id == row["manager_id"]).values(revoked_at=now)
            )
            await news.revoked(connection, row["manager_id"], now)
    new: dict[str, Any] = {
        "telegram_id": asked.telegram_id,
        "name": asked.name,
        "role": invite["role"],
        "branch_id": invite["branch_id"],
        "created_at": now,
    }
    added = await connection.execute(insert(managers).values(new).returning(*managers.c))
    row = added.mappings().one()
    await news.joined(connection, row, now)
    return row
