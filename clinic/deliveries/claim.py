"""Take what is due, for a while: two that claim at once never get the same delivery."""

from datetime import timedelta
from uuid import uuid4

from sqlalchemy import DateTime, Integer, String, bindparam, or_, select, update

from clinic.deliveries.tables import deliveries
from clinic.platform.clock import Clock
from clinic.platform.database import Database
from contracts.deliveries import ClaimRequest, Delivery

MOST_ATTEMPTS = 10
"""Claims of one delivery; a poison row that kills its readers ends here, too."""

_column = deliveries.c
_now = bindparam("now", type_=DateTime(timezone=True))
DUE = (
    select(_column.delivery_id)
    .where(
        _column.finished_at.is_(None),
        _column.not_before <= _now,
        _column.attempts < MOST_ATTEMPTS,
        or_(_column.leased_until.is_(None), _column.leased_until <= _now),
        or_(_column.expires_at.is_(None), _column.expires_at > _now),
    )
    .order_by(_column.priority, _column.not_before, _column.delivery_id)
    .limit(bindparam("most", type_=Integer))
    .with_for_update(skip_locked=True)
    .cte("due")
)
CLAIM = (
    update(deliveries)
    .where(_column.delivery_id.in_(select(DUE.c.delivery_id)))
    .values(
        lease=bindparam("new_lease", type_=String),
        leased_until=bindparam("until", type_=DateTime(timezone=True)),
        attempts=_column.attempts + 1,
        outcome=None,
        detail=None,
    )
    .returning(*_column)
)


class Claim:
    """For the bot. The most urgent first, then the longest due; each with a lease that its acknowledgement shows."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def __call__(self, asked: ClaimRequest) -> list[Delivery]:
        now = self._clock()
        values = {
            "now": now,
            "most": asked.limit,
            "new_lease": uuid4().hex,
            "until": now + timedelta(seconds=asked.lease_seconds),
        }
        async with self._database.transaction() as connection:
            rows = (await connection.execute(CLAIM, values)).mappings().all()
        in_order = sorted(rows, key=lambda row: (row["priority"], row["not_before"], row["delivery_id"]))
        shown = Delivery.model_fields
        return [Delivery.model_construct(**{name: row[name] for name in shown}) for row in in_order]
