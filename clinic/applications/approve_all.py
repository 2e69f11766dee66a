"""Approve whatever can be approved without thinking."""

from sqlalchemy import or_

from clinic.applications.approve import Approve
from clinic.applications.domain.states import State
from clinic.applications.read import AWAITS_MANAGER, FULL
from clinic.applications.tables import applications
from clinic.applications.take import Cards
from clinic.appointments.counter import Counter
from clinic.platform.errors import DomainError
from contracts.applications import ApprovedAll, LeftApplication

AT_ONCE = 200


class ApproveAll:
    """For staff: those that await a manager, are in nobody else's hands and have not begun; each by itself."""

    def __init__(self, counter: Counter, approve: Approve, cards: Cards) -> None:
        self._counter = counter
        self._approve = approve
        self._cards = cards

    async def __call__(self, by: str, branch_id: int | None) -> ApprovedAll:
        """At most `AT_ONCE`, the nearest deadline first; what was not approved is named with the reason's code."""
        column, now = applications.c, self._counter.clock()
        query = FULL.where(AWAITS_MANAGER, column.status == State.PROPOSED.value)
        if branch_id is not None:
            query = query.where(or_(column.branch_id == branch_id, column.branch_id.is_(None)))
        async with self._counter.database.reading() as connection:
            waiting = (await connection.execute(query.order_by(column.decide_by, column.id).limit(AT_ONCE))).mappings()
            rows = waiting.all()
        approved, left = [], []
        for row in rows:
            if self._cards.held_by_other(row, by, now):
                left.append(LeftApplication(id=row["id"], code="taken"))
                continue
            try:
                await self._approve(row["id"], by, row["version"])
            except DomainError as refusal:
                left.append(LeftApplication(id=row["id"], code=refusal.code))
            else:
                approved.append(row["id"])
        return ApprovedAll(approved=tuple(approved), left=tuple(left))
