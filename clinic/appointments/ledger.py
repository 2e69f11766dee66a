"""The statements that change what is taken of a doctor's time. Each runs inside a use case's transaction.

Locks are taken in one order everywhere: the account (see `quotas`), then doctors by id, then appointments. The doctor's
row of `booking_versions` puts bookings of one doctor in line, so that the exclusion constraint, which alone would
deadlock under contention, finds at most one writer at a time; it stays the last word on every overlap.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import (
    DateTime,
    Integer,
    and_,
    bindparam,
    func,
    literal_column,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.appointments import events
from clinic.appointments.domain.states import BLOCKING, State
from clinic.appointments.placement import Placement
from clinic.appointments.refusals import SlotTaken
from clinic.appointments.tables import appointments
from clinic.platform.outbox import append
from clinic.schedule.tables import booking_versions, schedule_version

_doctor = bindparam("for_doctor", type_=Integer)
_now = bindparam("now", type_=DateTime(timezone=True))
BLOCKED_RANGE = func.tstzrange(
    bindparam("blocked_from", type_=DateTime(timezone=True)), bindparam("blocked_until", type_=DateTime(timezone=True))
)
_stale = and_(appointments.c.status == State.HELD.value, appointments.c.hold_expires_at <= _now)
_overlapping = and_(
    # Written as in the constraint, so that its index answers.
    func.int4range(appointments.c.doctor_id, appointments.c.doctor_id, literal_column("'[]'")).op("&&")(
        func.int4range(_doctor, _doctor, literal_column("'[]'"))
    ),
    appointments.c.blocked.op("&&")(BLOCKED_RANGE),
    or_(*(appointments.c.status == state.value for state in sorted(BLOCKING))),
)

# None: nothing is in the way; true: only holds past their deadline are; false: somebody's time is.
_only_stale = select(func.bool_and(_stale)).where(_overlapping).scalar_subquery()
LOCK_FOR_BOOKING = (
    update(booking_versions)
    # Who comes too late is told so without standing in line for the lock.
    .where(booking_versions.c.doctor_id == _doctor, _only_stale.is_not(False))
    .values(version=booking_versions.c.version + 1)
    .returning(
        select(schedule_version.c.version).scalar_subquery().label("schedule_version"),
        func.nextval(literal_column("'appointments_id_seq'")).label("new_id"),
        _only_stale.label("stale"),
    )
)


@dataclass(frozen=True, slots=True)
class Line:
    """The doctor's lock is ours until the transaction ends."""

    schedule_version: int
    new_id: int
    stale: bool
    """Holds past their deadline are in the way, and nothing else was when the lock was asked for."""


async def lock_for_booking(connection: AsyncConnection, placement: Placement, now: datetime) -> Line:
    """Lock the doctor, count the version up, and look at what stands in the way. Raises SlotTaken."""
    found = await connection.execute(
        LOCK_FOR_BOOKING,
        {
            "for_doctor": placement.doctor.doctor_id,
            "now": now,
            "blocked_from": placement.blocked_from,
            "blocked_until": placement.blocked_until,
        },
    )
    row = found.one_or_none()
    if row is None:
        raise SlotTaken
    return Line(row.schedule_version, row.new_id, stale=bool(row.stale))


LOCK_DOCTORS = (
    select(booking_versions.c.doctor_id)
    .where(booking_versions.c.doctor_id.in_(bindparam("doctor_ids", expanding=True)))
    .order_by(booking_versions.c.doctor_id)
    .with_for_update()
)
COUNT_UP = (
    update(booking_versions)
    .where(booking_versions.c.doctor_id.in_(bindparam("doctor_ids", expanding=True)))
    .values(version=booking_versions.c.version + 1)
    .returning(select(schedule_version.c.version).scalar_subquery())
)


async def lock_doctors(connection: AsyncConnection, doctor_ids: Collection[int]) -> int:
    """Lock doctors in id order and count their versions up; the schedule's version."""
    await connection.execute(LOCK_DOCTORS, {"doctor_ids": list(doctor_ids)})
    versions = (await connection.execute(COUNT_UP, {"doctor_ids": list(doctor_ids)})).scalars()
    return max(versions, default=0)


EXPIRE_STALE = (
    update(appointments)
    .where(_overlapping, _stale)
    .values(status=State.EXPIRED.value, version=appointments.c.version + 1, updated_at=_now)
    .returning(*appointments.c)
)


async def expire_stale(connection: AsyncConnection, placement: Placement, now: datetime) -> None:
    """Write down that the holds in the way are past their deadline, so that the constraint lets the time go."""
    expired = await connection.execute(
        EXPIRE_STALE,
        {
            "for_doctor": placement.doctor.doctor_id,
            "now": now,
            "blocked_from": placement.blocked_from,
            "blocked_until": placement.blocked_until,
        },
    )
    for row in expired.mappings().all():
        await connection.execute(append, events.happened("expired", row, now).row())
