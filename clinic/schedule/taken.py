"""What is taken of each doctor's time, kept in the process and keyed by the doctor's booking version.

Every transaction that changes what is taken counts the doctor's version up. A question reads the versions first and
then only those doctors whose number is not the kept one, with number and rows from the same statement.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Integer, and_, bindparam, cast, func, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.appointments.domain.states import BLOCKING
from clinic.appointments.tables import appointments
from clinic.schedule.engine.occupancy import Busy, busy
from clinic.schedule.tables import booking_versions, schedule_version

LOOK_BACK = timedelta(days=2)
"""What began earlier cannot reach into the future: visits and buffers are hours long."""

_ids = bindparam("doctor_ids", type_=ARRAY(Integer))

VERSIONS = (
    select(
        select(schedule_version.c.version).scalar_subquery(), booking_versions.c.doctor_id, booking_versions.c.version
    )
    .select_from(schedule_version)
    .outerjoin(booking_versions, booking_versions.c.doctor_id == func.any(_ids))
)


NEVER = float("inf")


def _minutes(moment: ColumnElement[Any]) -> ColumnElement[int]:
    return cast(func.extract("epoch", moment) / 60, BigInteger)


TAKEN = (
    select(
        booking_versions.c.doctor_id,
        booking_versions.c.version,
        func.array_agg(_minutes(func.lower(appointments.c.blocked))),
        func.array_agg(_minutes(func.upper(appointments.c.blocked))),
        func.array_agg(func.coalesce(func.extract("epoch", appointments.c.hold_expires_at), NEVER)),
        func.count(appointments.c.id),
    )
    .select_from(
        booking_versions.outerjoin(
            appointments,
            and_(
                appointments.c.doctor_id == booking_versions.c.doctor_id,
                appointments.c.status.in_(sorted(BLOCKING)),
                appointments.c.start_time > bindparam("since"),
            ),
        )
    )
    .where(booking_versions.c.doctor_id == func.any(_ids))
    .group_by(booking_versions.c.doctor_id, booking_versions.c.version)
)


class _Kept:
    """One doctor's ranges at one version. A hold drops out when its deadline passes, without any write."""

    def __init__(self, version: int, rows: Sequence[tuple[int, int, float]]) -> None:
        self.version = version
        self._keep(rows)

    def at(self, now: float) -> Busy:
        """What is still taken at `now`, in seconds since the epoch."""
        if now >= self._next_expiry:
            self._keep([row for row in self._rows if row[2] > now])
        return self._busy

    def _keep(self, rows: Sequence[tuple[int, int, float]]) -> None:
        self._rows = rows
        self._busy = busy((begin, end) for begin, end, _ in rows)
        self._next_expiry = min((expires for _, _, expires in rows), default=NEVER)


class Taken:
    """The kept copies."""

    def __init__(self) -> None:
        self._kept: dict[int, _Kept] = {}

    async def of(
        self, connection: AsyncConnection, doctor_ids: Sequence[int], now: datetime
    ) -> tuple[int, dict[int, Busy]]:
        """The schedule's version, and what is taken of each doctor, as both stand now; `now` is aware."""
        rows = (await connection.execute(VERSIONS, {"doctor_ids": list(doctor_ids)})).all()
        versions = {doctor_id: version for _, doctor_id, version in rows if doctor_id is not None}
        # Collected here and not looked up again at the end: while this question waits for the database, the answer to
        # an older one may put an older copy back.
        known = {d: kept for d, version in versions.items() if (kept := self._kept.get(d)) and kept.version == version}
        outdated = [doctor_id for doctor_id in versions if doctor_id not in known]
        if outdated:
            known |= await self._read(connection, outdated, now)
        seconds = now.timestamp()
        return rows[0][0], {doctor_id: known[doctor_id].at(seconds) for doctor_id in versions if doctor_id in known}

    async def _read(self, connection: AsyncConnection, doctor_ids: list[int], now: datetime) -> dict[int, _Kept]:
        rows = await connection.execute(TAKEN, {"doctor_ids": doctor_ids, "since": now - LOOK_BACK})
        read = {
            # Without appointments the outer join leaves one row of nulls.
            doctor_id: _Kept(version, list(zip(begins, ends, map(float, expires), strict=True)) if count else [])
            for doctor_id, version, begins, ends, expires, count in rows
        }
        self._kept |= read
        return read
