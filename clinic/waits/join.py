"""Stand in line for a time."""

from datetime import date, datetime

from sqlalchemy import BigInteger, bindparam, func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.appointments.refusals import UnknownPerson
from clinic.people.accounts import agreed
from clinic.people.tables import people
from clinic.platform.clock import Clock
from clinic.platform.database import Database
from clinic.platform.settings import WaitSettings
from clinic.schedule.current import CurrentSchedule
from clinic.schedule.domain.visitor import Visitor
from clinic.waits import present
from clinic.waits.domain import OPEN, Status
from clinic.waits.events import happened
from clinic.waits.read import find_wait
from clinic.waits.refusals import NobodyFits, TooManyWaits
from clinic.waits.tables import waits
from clinic.waits.wishes import Wish, seen_by, wish
from contracts.waits import NewWait, Wait

VISITOR = select(people.c.relation, people.c.birth_date).where(
    people.c.client_id == bindparam("client_id", type_=BigInteger),
    people.c.account_id == bindparam("account_id", type_=BigInteger),
)


class JoinLine:
    """For the account, for one of its people. The same wish again answers the place that there is already.

    Raises AgreeFirst, UnknownPerson, UnknownDoctor, UnknownVisitType, NobodyFits, WindowOver, TooFarAhead,
    TooManyWaits.
    """

    def __init__(self, database: Database, current: CurrentSchedule, clock: Clock, settings: WaitSettings) -> None:
        self._database = database
        self._current = current
        self._clock = clock
        self._settings = settings

    async def __call__(self, account: str, asked: NewWait) -> Wait:
        now = self._clock()
        compiled = await self._current.newest()
        wanted = wish(compiled, asked, now, self._settings.days)
        async with self._database.transaction() as connection:
            account_id = await agreed(connection, account)  # locked: two taps make one place
            who = {"client_id": asked.client_id, "account_id": account_id}
            person = (await connection.execute(VISITOR, who)).one_or_none()
            if person is None:
                raise UnknownPerson
            if not seen_by(compiled, wanted, Visitor(person.relation, person.birth_date), now):
                raise NobodyFits
            wait_id = await _same(connection, wanted)
            if wait_id is None:
                await self._check_quota(connection, asked.client_id)
                wait_id = await _add(connection, account_id, wanted, now)
            return present.wait(await find_wait(connection, wait_id, account))

    async def _check_quota(self, connection: AsyncConnection, client_id: int) -> None:
        mine = waits.c.client_id == client_id, waits.c.status.in_(sorted(OPEN))
        waiting = await connection.execute(select(func.count()).select_from(waits).where(*mine))
        if waiting.scalar_one() >= self._settings.per_person:
            raise TooManyWaits(self._settings.per_person)


async def _same(connection: AsyncConnection, wanted: Wish) -> int | None:
    """The open place with this wish. The days may be more than those asked for: they go by while one waits."""
    conditions = [waits.c[column].is_not_distinct_from(value) for column, value in wanted.row.items()]
    last: date = wanted.asked.last_day or wanted.first_day
    days = waits.c.first_day <= wanted.first_day, waits.c.last_day >= last
    same = select(waits.c.wait_id).where(*conditions, *days, waits.c.status.in_(sorted(OPEN)))
    return (await connection.execute(same.order_by(waits.c.wait_id).limit(1))).scalar_one_or_none()


async def _add(connection: AsyncConnection, account_id: int, wanted: Wish, now: datetime) -> int:
    row = {
        **wanted.row,
        "account_id": account_id,
        "version": 1,
        "first_day": wanted.first_day,
        "last_day": wanted.last_day,
        "over_at": wanted.over_at,
        "status": Status.WAITING.value,
        "created_at": now,
        "updated_at": now,
    }
    added = (await connection.execute(insert(waits).values(row).returning(waits))).mappings().one()
    await happened(connection, added, "joined", now)
    return int(added["wait_id"])
