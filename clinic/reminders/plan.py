"""A duty of the worker: every visit that stands has its reminders, and only it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import structlog
from sqlalchemy import DateTime, Row, String, any_, bindparam, func, select, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.appointments.tables import appointments
from clinic.people.tables import accounts
from clinic.platform.database import Database
from clinic.reminders.call_instead import call_instead, call_off
from clinic.reminders.domain.moments import Planned
from clinic.reminders.domain.states import Status
from clinic.reminders.keep_up import drop, revive
from clinic.reminders.rules import Rules
from clinic.reminders.stand import confirmed_ahead, now, reachable
from clinic.reminders.tables import reminders
from clinic.schedule.tables import branches

AT_ONCE = 1000
log = structlog.get_logger(__name__)

_kinds = bindparam("kinds", type_=ARRAY(String))
_known = (
    select(func.count())
    .where(
        reminders.c.appointment_id == appointments.c.id,
        reminders.c.for_start == appointments.c.start_time,
        reminders.c.kind == any_(_kinds),
    )
    .correlate(appointments)
    .scalar_subquery()
)
UNPLANNED = (
    select(
        appointments.c.id,
        appointments.c.branch_id,
        appointments.c.start_time,
        appointments.c.updated_at,
        branches.c.time_zone,
    )
    .join(accounts, accounts.c.account_id == appointments.c.account_id)
    .join(branches, branches.c.branch_id == appointments.c.branch_id)
    .where(
        confirmed_ahead,
        appointments.c.start_time <= bindparam("until", type_=DateTime(timezone=True)),
        reachable,
        _known < func.cardinality(_kinds),
    )
    .order_by(appointments.c.start_time, appointments.c.id)
    .limit(AT_ONCE)
)
"""Visits that lack a reminder; `until`: how far ahead is looked."""
ADD = text("""
    INSERT INTO reminders (appointment_id, kind, for_start, due_at, status)
    SELECT * FROM unnest(
        CAST(:appointment_id AS bigint[]), CAST(:kind AS text[]), CAST(:for_start AS timestamptz[]),
        CAST(:due_at AS timestamptz[]), CAST(:status AS text[])
    )
    ON CONFLICT (appointment_id, for_start, kind) DO NOTHING
""")
"""Columns, not rows: a thousand reminders cost as much as one statement."""
OURS = select(func.pg_try_advisory_xact_lock(7_146_031))
"""Two workers that plan the same visits would only do the work twice: one plans, the other comes again."""


class PlanReminders:
    """For the clock. Several workers may plan at once: the database keeps one reminder of a kind for a visit's time."""

    def __init__(self, database: Database, rules: Rules) -> None:
        self._database = database
        self._rules = rules

    async def __call__(self, moment: datetime) -> int:
        """How many visits and reminders were changed."""
        async with self._database.transaction() as connection:
            changed = await drop(connection, moment) + await revive(connection, moment)
        async with self._database.transaction() as connection:
            changed += await call_instead(connection, moment)
            changed += await call_off(connection, moment)
        return changed + await self._plan(moment)

    async def _plan(self, moment: datetime) -> int:
        if not self._rules.kinds:
            return 0
        async with self._database.transaction() as connection:
            if not (await connection.execute(OURS)).scalar_one():
                return 0
            visits = await unplanned(connection, self._rules, moment)
            rows, planned = [], 0
            for visit in visits:
                made = planned_for(self._rules, visit)
                planned += made is not None
                rows += [_row(visit, one) for one in made or ()]
            if rows:
                await connection.execute(ADD, {name: [row[name] for row in rows] for name in rows[0]})
        return planned


async def unplanned(connection: AsyncConnection, rules: Rules, moment: datetime) -> Sequence[Row[Any]]:
    """Visits, soonest first, that have no row for one of the reminders that the rules know."""
    values = {now.key: moment, "until": moment + rules.horizon, "kinds": rules.kinds}
    return (await connection.execute(UNPLANNED, values)).all()


def planned_for(rules: Rules, visit: Row[Any]) -> tuple[Planned, ...] | None:
    """None for a visit that cannot be planned: it is logged, and stops no other."""
    try:
        return rules.plan(visit.start_time, visit.updated_at, visit.time_zone)
    except (ValueError, OverflowError, LookupError, OSError) as error:
        log.error("reminder_not_planned", appointment_id=visit.id, error=type(error).__name__)
        return None


def _row(visit: Row[Any], planned: Planned) -> dict[str, Any]:
    sent = planned.due_at is not None
    return {
        "appointment_id": visit.id,
        "kind": planned.kind,
        "for_start": visit.start_time,
        "due_at": planned.due_at if sent else visit.start_time,
        "status": Status.PLANNED.value if sent else Status.SKIPPED.value,
    }
