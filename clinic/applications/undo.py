"""A manager takes an approval back: the visit waits again."""

from datetime import datetime, timedelta

from sqlalchemy import RowMapping

from clinic.applications.domain.states import State
from clinic.applications.locking import locked
from clinic.applications.refusals import CannotUndo
from clinic.applications.review import ReviewBookings
from clinic.applications.write import change
from clinic.appointments.change import change_state
from clinic.appointments.counter import Counter
from clinic.appointments.domain.states import State as VisitState
from clinic.appointments.read import find as find_visit


class UndoApproval:
    """For the manager who approved, within minutes, before the visit begins. The card is in their hands again.

    What the patient has accepted is not taken back. Asking again does no harm. Raises NotFound, CannotUndo,
    ChangedMeanwhile, WrongTransition for a visit that was cancelled since.
    """

    def __init__(self, counter: Counter, review: ReviewBookings) -> None:
        self._counter = counter
        self._review = review
        self._minutes = counter.settings.review.undo_minutes

    async def __call__(self, application_id: int, by: str) -> None:
        now = self._counter.clock()
        async with self._counter.transaction() as connection:
            row = await locked(connection, application_id)
            if row["status"] == State.PROPOSED and row["taken_by"] == by:
                return
            self._check(row, by, now)
            visit = await find_visit(connection, row["appointment_id"], None)
            if visit["offer_id"] is not None or visit["start_time"] <= now:
                raise CannotUndo(self._minutes)
            until = self._review.deadline(visit, now)
            await change(
                connection,
                row,
                "reopened",
                now,
                status=State.PROPOSED.value,
                decide_by=until.decide_by,
                remind_at=until.remind_at,
                decided_by=None,
                decided_at=None,
                taken_by=by,
                taken_at=now,
            )
            await change_state(connection, visit["id"], VisitState.PENDING, now, account=None)

    def _check(self, row: RowMapping, by: str, now: datetime) -> None:
        mine = row["status"] == State.APPROVED and row["decided_by"] == by and row["appointment_id"] is not None
        if not mine or now - row["decided_at"] > timedelta(minutes=self._minutes):
            raise CannotUndo(self._minutes)
