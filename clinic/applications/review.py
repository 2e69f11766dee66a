"""Patients' bookings under review: each makes an application, in the booking's own transaction."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.applications import applicants as whose
from clinic.applications import news
from clinic.applications.domain.deadline import Deadline, deadline
from clinic.applications.domain.opening import opening_of
from clinic.applications.domain.states import State
from clinic.applications.read import find
from clinic.applications.tables import applications
from clinic.applications.write import change
from clinic.appointments.domain.states import State as VisitState
from clinic.platform.settings import Review
from clinic.schedule.current import CurrentSchedule
from clinic.schedule.engine.grid import Rules
from contracts.applications import POLICY
from contracts.wishes import Wish

CLOSED = Rules(zone=ZoneInfo("UTC"), slot_minutes=1, weekly_hours=(), exceptions=(), closures=())


class ReviewBookings:
    """Under the policy `manager` a patient's booking is pending and its application proposed; under `auto` it is
    confirmed, and the application, if the patient's words are given, approved by the policy. Staff needs no review.
    """

    def __init__(self, current: CurrentSchedule, settings: Review) -> None:
        self._current = current
        self._settings = settings
        self._openings: dict[tuple[int, int], Rules] = {}

    def state(self, account: str | None) -> VisitState:
        reviewed = account is not None and self._settings.policy == "manager"
        return VisitState.PENDING if reviewed else VisitState.CONFIRMED

    async def booked(
        self,
        connection: AsyncConnection,
        visit: Mapping[Any, Any],
        account: str | None,
        wish: Wish | None,
        now: datetime,
    ) -> None:
        """Write the application of a visit that was just booked."""
        if account is None or visit["account_id"] is None:
            return
        if visit["status"] == VisitState.PENDING:
            by = self.deadline(visit, now)
            waiting = {"status": State.PROPOSED.value, "decide_by": by.decide_by, "remind_at": by.remind_at}
            await _add(connection, visit, wish or Wish(), waiting, now)
        elif wish is not None:
            settled = {"status": State.APPROVED.value, "decided_by": POLICY, "decided_at": now}
            await _add(connection, visit, wish, settled, now)

    def decide_by(self, visit: Mapping[Any, Any], now: datetime) -> datetime | None:
        return self.deadline(visit, now).decide_by if visit["status"] == VisitState.PENDING else None

    async def moved(self, connection: AsyncConnection, visit: Mapping[Any, Any], now: datetime) -> None:
        """Somebody moved a pending visit: the managers look at it anew, and whoever read the old time is refused."""
        same = applications.c.appointment_id == visit["id"], applications.c.status == State.PROPOSED.value
        found = (await connection.execute(select(applications.c.id).where(*same))).scalar_one_or_none()
        if found is None:
            return
        row = await find(connection, found, None, lock=True)
        by = self.deadline(visit, now)
        waiting = {"decide_by": by.decide_by, "remind_at": by.remind_at, "branch_id": visit["branch_id"]}
        await change(connection, row, "moved", now, **waiting)

    def deadline(self, visit: Mapping[Any, Any], now: datetime) -> Deadline:
        """Until when a visit that is pending is decided."""
        return deadline(
            self._opening(visit["branch_id"]),
            now,
            visit["start_time"],
            hours=self._settings.hours,
            margin=timedelta(minutes=self._settings.margin_minutes),
        )

    def _opening(self, branch_id: int) -> Rules:
        # Nothing is read here: the caller holds a connection. A branch that nobody has heard of yet has no hours, and
        # is decided by the margin before the visit alone.
        compiled = self._current.kept()
        if compiled is None or branch_id not in compiled.schedule.branches:
            return CLOSED
        key = compiled.version, branch_id
        if key not in self._openings:
            self._openings = {known: rules for known, rules in self._openings.items() if known[0] == compiled.version}
            self._openings[key] = opening_of(compiled.schedule, branch_id)
        return self._openings[key]


async def _add(
    connection: AsyncConnection, visit: Mapping[Any, Any], wish: Wish, state: dict[str, Any], now: datetime
) -> None:
    row = {
        "version": 1,
        "applicant_id": await whose.of_account(connection, visit["account_id"], now),
        "description": wish.description,
        "understood": wish.understood.model_dump(mode="json"),
        "branch_id": visit["branch_id"],
        "client_id": visit["client_id"],
        "appointment_id": visit["id"],
        "decide_by": None,
        "created_at": now,
        "updated_at": now,
    } | state
    written = await connection.execute(insert(applications).values(row).returning(applications.c.id))
    shown = row | {"id": written.scalar_one(), "account_id": visit["account_id"]}
    proposed = state["status"] == State.PROPOSED
    await news.happened(connection, state["status"], shown, now, managers=proposed, account=False)
