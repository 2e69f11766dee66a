"""What people who wait have in their calendars at this clinic, and what they have let pass."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.appointments.domain.states import BLOCKING, State
from clinic.appointments.tables import appointments
from clinic.offers.domain import Status
from clinic.offers.tables import offers

_visits = appointments.c
OWN = (
    select(
        _visits.client_id,
        _visits.doctor_id,
        _visits.start_time,
        _visits.end_time,
        _visits.status,
        _visits.hold_expires_at,
        _visits.updated_at,
        offers.c.status.label("offer_status"),
    )
    .select_from(appointments.outerjoin(offers, offers.c.offer_id == _visits.offer_id))
    .order_by(_visits.id)
)


@dataclass(slots=True)
class OwnTimes:
    busy: dict[int, list[tuple[datetime, datetime]]] = field(default_factory=dict)
    """By person: visits and holds, [start, end)."""
    passed: dict[tuple[int, int, datetime], datetime] = field(default_factory=dict)
    """By person, doctor and start: when the person had this time last and gave it up."""

    def take(self, client_id: int, start: datetime, end: datetime) -> None:
        self.busy.setdefault(client_id, []).append((start, end))

    def fits(self, client_id: int, since: datetime, doctor_id: int, start: datetime, end: datetime) -> bool:
        """Nothing of theirs is in the way, and they have not given up this very time `since` they wait.

        Whoever joins the line again may be asked about it again.
        """
        given_up = self.passed.get((client_id, doctor_id, start))
        if given_up is not None and given_up >= since:
            return False
        return not any(begin < end and start < until for begin, until in self.busy.get(client_id, ()))


async def own_times(
    connection: AsyncConnection, client_ids: Collection[int], begin: datetime, end: datetime, now: datetime
) -> OwnTimes:
    """Of these people, for visits that start in [`begin`, `end`)."""
    found = OwnTimes()
    near = _visits.client_id.in_(client_ids), _visits.start_time >= begin, _visits.start_time < end
    for row in await connection.execute(OWN.where(*near)):
        over = row.status == State.HELD and row.hold_expires_at <= now
        if row.status in BLOCKING and not over:
            found.take(row.client_id, row.start_time, row.end_time)
        elif row.offer_status != Status.WITHDRAWN:  # what the clinic took back, nobody has let pass
            found.passed[row.client_id, row.doctor_id, row.start_time] = row.updated_at
    return found
