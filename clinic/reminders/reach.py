"""Whether messages reach an account: what its owner's channel tells, and what a delivery found out."""

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.appointments.tables import appointments
from clinic.call_tasks.finish import cancel_call_tasks
from clinic.people.accounts import OWNER
from clinic.people.tables import accounts
from clinic.platform.clock import Clock
from clinic.platform.database import Database
from clinic.platform.errors import NotFound
from clinic.platform.outbox import Event, append
from clinic.reminders.call_instead import call_instead
from clinic.reminders.keep_up import drop, revive
from contracts.call_tasks import CallTaskReason
from contracts.reminders import Reach

KNOWN = (
    select(accounts.c.account_id, accounts.c.unreachable_since, accounts.c.reach_version).where(OWNER).with_for_update()
)


class SetReach:
    """For the account's channel. The same again changes nothing. Raises NotFound for an account that does not exist."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def __call__(self, account: str, *, reachable: bool) -> Reach:
        async with self._database.transaction() as connection:
            return await set_reach(connection, account, self._clock(), reachable=reachable)


async def set_reach(connection: AsyncConnection, account: str, now: datetime, *, reachable: bool) -> Reach:
    """The visits stay. Unreachable: their reminders become call tasks; reachable again: the other way round."""
    known = (await connection.execute(KNOWN, {"account": account})).one_or_none()
    if known is None:
        raise NotFound("account")
    if (known.unreachable_since is None) == reachable:
        return Reach(reachable=reachable, unreachable_since=known.unreachable_since)
    since = None if reachable else now
    mine = accounts.c.account_id == known.account_id
    version = known.reach_version + 1
    await connection.execute(update(accounts).where(mine).values(unreachable_since=since, reach_version=version))
    if reachable:
        await _call_nobody(connection, known.account_id, now)
        await revive(connection, now, known.account_id)
    else:
        await drop(connection, now, known.account_id)
        await call_instead(connection, now, known.account_id)
    await connection.execute(append, _event(known.account_id, version, now, reachable=reachable).row())
    return Reach(reachable=reachable, unreachable_since=since)


async def unreachable(connection: AsyncConnection, account: str, now: datetime) -> None:
    """A delivery did not reach its recipient, who may be nobody of ours."""
    try:
        await set_reach(connection, account, now, reachable=False)
    except NotFound:
        return


async def _call_nobody(connection: AsyncConnection, account_id: int, now: datetime) -> None:
    theirs = select(appointments.c.id).where(appointments.c.account_id == account_id)
    visits = (await connection.execute(theirs)).scalars().all()
    await cancel_call_tasks(connection, visits, [CallTaskReason.BLOCKED_BOT], now)


def _event(account_id: int, version: int, now: datetime, *, reachable: bool) -> Event:
    return Event(
        type="account.reachable" if reachable else "account.unreachable",
        aggregate="account",
        aggregate_id=account_id,
        aggregate_version=version,
        payload={"account_id": account_id, "at": now.isoformat()},
        occurred_at=now,
    )
