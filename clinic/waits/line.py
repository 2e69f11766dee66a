"""Offer times that were freed to those who wait, in the transaction that frees them: nobody is quicker."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import structlog
from sqlalchemy import BigInteger, and_, cast, func, or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.appointments.counter import ScheduleChanged
from clinic.appointments.domain.states import BLOCKING, State
from clinic.appointments.freed import Freed
from clinic.appointments.refusals import SlotTaken
from clinic.appointments.tables import appointments
from clinic.offers.domain import Kind
from clinic.offers.make import NewOffer, make_offer
from clinic.schedule.compiled import CompiledSchedule
from clinic.schedule.current import CURRENT_VERSION, CurrentSchedule
from clinic.schedule.engine.minutes import Minute, to_datetime, to_minute
from clinic.waits.deadline import AskingRules
from clinic.waits.domain import Status
from clinic.waits.events import bring
from clinic.waits.own_times import own_times
from clinic.waits.read import LINE, LOCKED
from clinic.waits.tables import waits
from clinic.waits.turns import Turn, Turns
from clinic.waits.waiting import Waiting, waiting_of

log = structlog.get_logger(__name__)
MOST_ASKED = 500
"""Whoever stands further behind is found by `offer_free`, if those before do not want what was freed."""
AROUND = timedelta(days=1)
"""Longer than a visit with its buffers, and than the way between two zones' calendars."""


class WaitLine:
    """What the counter calls with the times that a transaction has freed.

    A failure here never undoes what freed the time: it is logged, and `OfferFreeTimes` comes back to the time. So it
    does where the schedule has changed since this process has read it.
    """

    def __init__(self, current: CurrentSchedule, rules: AskingRules) -> None:
        self._current = current
        self._rules = rules

    async def __call__(self, connection: AsyncConnection, freed: Sequence[Freed], now: datetime) -> int:
        """How many offers were made. The freed times' doctors are locked by the transaction."""
        ahead = [time for time in freed if time.end > to_minute(now)]
        compiled = self._current.kept()
        if not ahead or compiled is None:
            return 0
        try:
            async with connection.begin_nested():
                return await self._serve(connection, compiled, ahead, now)
        except Exception as failure:
            log.error("wait_line_failed", error=type(failure).__name__)
            return 0

    async def _serve(
        self, connection: AsyncConnection, compiled: CompiledSchedule, freed: Sequence[Freed], now: datetime
    ) -> int:
        line = await _line(connection, compiled, freed)
        if not line or (await connection.execute(CURRENT_VERSION)).scalar_one() != compiled.version:
            return 0
        begin, end = _span(freed)
        own = await own_times(connection, {waiting.client_id for waiting in line}, begin, end, now)
        taken = await _taken(connection, {time.doctor_id for time in freed}, begin, end, now)
        turns = Turns(compiled, freed, taken, own, now, self._rules)
        made = 0
        for waiting in line:
            turn = turns.of(waiting)
            if turn is not None and await _offer(connection, turn, now):
                turns.give(turn)
                made += 1
        return made


async def _offer(connection: AsyncConnection, turn: Turn, now: datetime) -> bool:
    waiting = turn.waiting
    row = (await connection.execute(LOCKED, {"id": waiting.wait_id})).mappings().one_or_none()
    if row is None or row["status"] != Status.WAITING:
        return False  # left, or offered another time, since the line was read
    new = NewOffer(
        waiting.account_id,
        waiting.client_id,
        Kind.WAIT_LIST,
        turn.asking.answer_by,
        wait_id=waiting.wait_id,
        tell_at=turn.asking.tell_at,
    )
    try:
        async with connection.begin_nested():
            await make_offer(connection, new, [turn.placement], now)
            await bring(connection, row, Status.OFFERED, "offered", now)
    except (SlotTaken, ScheduleChanged, IntegrityError):
        return False
    return True


async def _line(connection: AsyncConnection, compiled: CompiledSchedule, freed: Sequence[Freed]) -> list[Waiting]:
    """Who may want one of the times, in the line's order."""
    known = compiled.schedule.doctors
    doctors = [known[time.doctor_id] for time in freed if time.doctor_id in known]
    begin, end = _span(freed)
    may_want = and_(
        waits.c.specialty.in_({doctor.specialty for doctor in doctors}),
        or_(waits.c.doctor_id.is_(None), waits.c.doctor_id.in_({doctor.doctor_id for doctor in doctors})),
        or_(waits.c.branch_id.is_(None), waits.c.branch_id.in_({doctor.branch_id for doctor in doctors})),
        waits.c.first_day <= end.date(),
        waits.c.last_day >= begin.date(),
    )
    rows = await connection.execute(LINE.where(may_want).limit(MOST_ASKED))
    return [waiting_of(row) for row in rows.mappings()]


def _span(freed: Sequence[Freed]) -> tuple[datetime, datetime]:
    """From the first to the last of the times, with a day on either side."""
    begin, end = min(time.begin for time in freed), max(time.end for time in freed)
    return to_datetime(begin) - AROUND, to_datetime(end) + AROUND


async def _taken(
    connection: AsyncConnection, doctor_ids: set[int], begin: datetime, end: datetime, now: datetime
) -> dict[int, list[tuple[Minute, Minute]]]:
    def minutes(moment: Any) -> Any:
        return cast(func.extract("epoch", moment) / 60, BigInteger)

    column = appointments.c
    rows = await connection.execute(
        select(column.doctor_id, minutes(func.lower(column.blocked)), minutes(func.upper(column.blocked))).where(
            column.doctor_id.in_(doctor_ids),
            column.start_time >= begin,
            column.start_time < end,
            column.status.in_(sorted(BLOCKING)),
            or_(column.status != State.HELD.value, column.hold_expires_at > now),
        )
    )
    taken: dict[int, list[tuple[Minute, Minute]]] = {}
    for doctor_id, blocked_from, blocked_until in rows:
        taken.setdefault(doctor_id, []).append((blocked_from, blocked_until))
    return taken
