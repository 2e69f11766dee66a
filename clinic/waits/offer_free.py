"""Offer what is free to those who wait, however it came to be free.

Most times are offered by the transaction that frees them. Some become free without one: a hold runs out unseen, hours
are added, a new day comes into the doctors' horizon, the night is over.
"""

from datetime import datetime

import structlog
from sqlalchemy import tuple_

from clinic.appointments import ledger
from clinic.appointments.counter import Counter
from clinic.appointments.freed import Freed
from clinic.platform.database import FAILURES
from clinic.platform.errors import DomainError
from clinic.schedule.asking import FreeSlot
from clinic.schedule.engine.minutes import to_datetime
from clinic.waits.deadline import asking, asking_rules
from clinic.waits.line import AROUND, WaitLine
from clinic.waits.own_times import own_times
from clinic.waits.read import LINE
from clinic.waits.tables import waits
from clinic.waits.waiting import Waiting, waiting_of

log = structlog.get_logger(__name__)
AT_ONCE = 100
"""People of the line that a round looks at; the next round goes on behind them."""
MOST_FREE = 50
"""Free times of one wish that a round looks at."""
MOST_TRIED = 3
"""Of them, that it tries to offer: what looks free may have been taken meanwhile."""


class OfferFreeTimes:
    """A duty of the worker; costs one small read while nobody waits."""

    def __init__(self, counter: Counter, line: WaitLine) -> None:
        self._counter = counter
        self._line = line
        self._rules = asking_rules(counter.settings)
        self._behind: tuple[datetime, int] | None = None

    async def __call__(self, now: datetime) -> int:
        """How many offers were made."""
        line = LINE if self._behind is None else LINE.where(tuple_(waits.c.created_at, waits.c.wait_id) > self._behind)
        async with self._counter.database.reading() as connection:
            rows = (await connection.execute(line.limit(AT_ONCE))).mappings().all()
        self._behind = (rows[-1]["created_at"], rows[-1]["wait_id"]) if len(rows) == AT_ONCE else None
        made = 0
        for waiting in map(waiting_of, rows):
            try:
                made += await self._serve(waiting, now)
            except (DomainError, *FAILURES) as failure:  # theirs alone: the others are looked at all the same
                log.warning("free_times_not_offered", wait_id=waiting.wait_id, error=type(failure).__name__)
        return made

    async def _serve(self, waiting: Waiting, now: datetime) -> int:
        """Offer the first free time that fits to whose turn it is: it may be somebody further ahead."""
        for slot in await self._fitting(waiting, now):
            doctor = slot.doctor
            end = slot.start + slot.duration + doctor.buffer_after
            async with self._counter.transaction() as connection:
                await ledger.lock_doctors(connection, {doctor.doctor_id})
                stretch = Freed(doctor.doctor_id, slot.start - doctor.buffer_before, end)
                made = await self._line(connection, [stretch], now)
            if made:
                return made
        return 0

    async def _fitting(self, waiting: Waiting, now: datetime) -> list[FreeSlot]:
        free = await self._counter.availability.slots(waiting.wanted, waiting.window, MOST_FREE)
        if not free:
            return []
        begin, end = to_datetime(free[0].start), to_datetime(free[-1].start)
        async with self._counter.database.reading() as connection:
            own = await own_times(connection, {waiting.client_id}, begin - AROUND, end + AROUND, now)
        compiled = self._counter.schedule.kept()
        fitting = []
        for slot in free:
            start, until = to_datetime(slot.start), to_datetime(slot.start + slot.duration)
            if compiled is None or not own.fits(waiting.client_id, waiting.since, slot.doctor.doctor_id, start, until):
                continue
            zone = compiled.zone(slot.branch.branch_id)
            if asking(now, start, zone, self._rules) is not None:
                fitting.append(slot)
        return fitting[:MOST_TRIED]
