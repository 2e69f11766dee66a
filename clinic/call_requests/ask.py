"""Ask to be called back."""

from datetime import datetime, timedelta

from sqlalchemy import func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.call_requests import news, present
from clinic.call_requests.read import find
from clinic.call_requests.refusals import NoPhone, TooManyCallRequests
from clinic.call_requests.tables import call_requests
from clinic.people.accounts import OWNER
from clinic.people.tables import accounts
from clinic.platform.clock import Clock
from clinic.platform.database import Database
from contracts.call_requests import CallRequest, CallRequestStatus

PHONE = select(accounts.c.account_id, accounts.c.phone).where(OWNER).with_for_update()


class AskForCall:
    """For the account that wants to be called. One is open at a time: asking again answers the open one as it is.

    Raises NoPhone, TooManyCallRequests.
    """

    def __init__(self, database: Database, clock: Clock, most_a_day: int) -> None:
        self._database = database
        self._clock = clock
        self._most_a_day = most_a_day

    async def __call__(self, account: str, topic: str | None) -> CallRequest:
        now = self._clock()
        async with self._database.transaction() as connection:
            owner = (await connection.execute(PHONE, {"account": account})).one_or_none()
            if owner is None or owner.phone is None:
                raise NoPhone
            request_id = await _open(connection, owner.account_id)
            if request_id is None:
                await self._check_quota(connection, owner.account_id, now)
                request_id = await _add(connection, owner.account_id, topic, now)
                await news.tell(connection, "opened", request_id, now)
            return present.call_request(await find(connection, request_id, account))

    async def _check_quota(self, connection: AsyncConnection, account_id: int, now: datetime) -> None:
        today = call_requests.c.account_id == account_id, call_requests.c.created_at > now - timedelta(days=1)
        asked = await connection.execute(select(func.count()).select_from(call_requests).where(*today))
        if asked.scalar_one() >= self._most_a_day:
            raise TooManyCallRequests(self._most_a_day)


async def _open(connection: AsyncConnection, account_id: int) -> int | None:
    mine = call_requests.c.account_id == account_id, call_requests.c.status == CallRequestStatus.OPEN.value
    return (await connection.execute(select(call_requests.c.id).where(*mine))).scalar_one_or_none()


async def _add(connection: AsyncConnection, account_id: int, topic: str | None, now: datetime) -> int:
    new = insert(call_requests).values(
        account_id=account_id, status=CallRequestStatus.OPEN.value, topic=topic or None, created_at=now
    )
    return int((await connection.execute(new.returning(call_requests.c.id))).scalar_one())
