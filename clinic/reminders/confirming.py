"""Who missed visits before has to say that they are coming: which visits that concerns, and when they are asked."""

from datetime import datetime, timedelta
from typing import Any

import structlog
from sqlalchemy import DateTime, Integer, Row, bindparam, exists, func, select
from sqlalchemy.dialects.postgresql import insert

from clinic.appointments.domain.states import State
from clinic.appointments.tables import appointments
from clinic.people.tables import accounts
from clinic.platform.database import Database
from clinic.reminders.domain.moments import ASKED_AHEAD, ask_at, confirm_by
from clinic.reminders.domain.states import CONFIRM, Status
from clinic.reminders.rules import LONGEST_NIGHT, Rules, zone_of
from clinic.reminders.stand import confirmed_ahead, now, reachable
from clinic.reminders.tables import confirmations, reminders
from clinic.schedule.tables import branches

AT_ONCE = 500
A_YEAR = timedelta(days=365)
HORIZON = ASKED_AHEAD + LONGEST_NIGHT + timedelta(days=2)
log = structlog.get_logger(__name__)

_missed = appointments.alias("missed")
_repeatedly = (
    select(_missed.c.client_id)
    .where(
        _missed.c.status == State.NO_SHOW.value,
        _missed.c.client_id.is_not(None),
        _missed.c.start_time > bindparam("since", type_=DateTime(timezone=True)),
    )
    .group_by(_missed.c.client_id)
    .having(func.count() >= bindparam("most_missed", type_=Integer))
)
_settled = exists().where(
    confirmations.c.appointment_id == appointments.c.id, confirmations.c.for_start == appointments.c.start_time
)
UNSETTLED = (
    select(appointments.c.id, appointments.c.start_time, appointments.c.updated_at, branches.c.time_zone)
    .join(accounts, accounts.c.account_id == appointments.c.account_id)
    .join(branches, branches.c.branch_id == appointments.c.branch_id)
    .where(
        confirmed_ahead,
        reachable,
        appointments.c.start_time <= bindparam("until", type_=DateTime(timezone=True)),
        appointments.c.client_id.in_(_repeatedly),
        ~_settled,
    )
    .order_by(appointments.c.start_time, appointments.c.id)
    .limit(AT_ONCE)
)
"""Visits to come of people who have missed so many, for which nothing has been settled yet."""
ADD = insert(confirmations).on_conflict_do_nothing(index_elements=["appointment_id", "for_start"])
ASK = insert(reminders).on_conflict_do_nothing(index_elements=["appointment_id", "for_start", "kind"])


class RequireComing:
    """A duty of the worker: for the clock. Where the time is too short to ask fairly nobody has to answer."""

    def __init__(self, database: Database, rules: Rules) -> None:
        self._database = database
        self._rules = rules

    async def __call__(self, moment: datetime) -> int:
        """For how many visits it was settled whether a 'Coming' is needed."""
        most = self._rules.settings.no_shows_before_confirming
        if not most:
            return 0
        values = {now.key: moment, "until": moment + HORIZON, "since": moment - A_YEAR, "most_missed": most}
        async with self._database.transaction() as connection:
            visits = (await connection.execute(UNSETTLED, values)).all()
            for visit in visits:
                deadline, asked = self._deadline(visit, moment)
                row = {"appointment_id": visit.id, "for_start": visit.start_time, "confirm_by": deadline}
                await connection.execute(ADD, row)
                if asked is not None:
                    await connection.execute(ASK, _asking(visit, asked))
        return len(visits)

    def _deadline(self, visit: Row[Any], moment: datetime) -> tuple[datetime | None, datetime | None]:
        """Until when it must be said, and when that is asked for."""
        zone = zone_of(visit.time_zone)
        deadline = confirm_by(visit.start_time, self._rules.settings.confirm_by_hour, zone)
        asked = ask_at(deadline, max(visit.updated_at, moment), zone, self._rules.quiet)
        return (None, None) if asked is None else (deadline, asked)


def _asking(visit: Row[Any], asked: datetime) -> dict[str, Any]:
    return {
        "appointment_id": visit.id,
        "kind": CONFIRM,
        "for_start": visit.start_time,
        "due_at": asked,
        "status": Status.PLANNED.value,
    }
