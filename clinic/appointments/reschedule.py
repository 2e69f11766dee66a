"""Move an appointment to another time or doctor: it keeps its id, and the old time until the new one stands."""

from datetime import datetime

from sqlalchemy import RowMapping, func

from clinic.appointments import ledger, news, present
from clinic.appointments.change import write_change
from clinic.appointments.counter import Counter, ScheduleChanged
from clinic.appointments.domain.states import MOVABLE, State
from clinic.appointments.placement import Placement, Request
from clinic.appointments.read import find
from clinic.appointments.refusals import ChangedMeanwhile, QuotaReached, TooLate, WrongTransition
from clinic.appointments.review import Review
from clinic.schedule.engine.minutes import to_datetime, to_minute
from clinic.schedule.slot_id import SlotIds
from contracts.appointments import Appointment, RescheduleRequest


class Reschedule:
    """For staff, or for the account that booked, until the visit begins.

    Raises NotFound, ChangedMeanwhile, WrongTransition, TooLate, BadSlotId, SlotIdExpired, SlotTaken, QuotaReached,
    and what `place` raises.
    """

    def __init__(self, counter: Counter, slot_ids: SlotIds, review: Review) -> None:
        self._review = review
        self._counter = counter
        self._slot_ids = slot_ids

    async def __call__(self, appointment_id: int, asked: RescheduleRequest, account: str | None) -> Appointment:
        async with self._counter.database.reading() as connection:
            current = await find(connection, appointment_id, account)
        self._check(current, account, self._counter.clock())

        async def write(placement: Placement, now: datetime) -> Appointment:
            return await self._write(appointment_id, account, placement, now)

        for_patient = account is not None
        return await self._counter.give(
            self._request(asked, current, for_patient=for_patient), write, for_patient=for_patient
        )

    def _request(self, asked: RescheduleRequest, current: RowMapping, *, for_patient: bool) -> Request:
        if asked.slot_id is not None:
            claim = self._slot_ids.read(asked.slot_id, to_minute(self._counter.clock()))
            until = to_datetime(claim.start + claim.duration)
            return Request(claim.doctor_id, to_datetime(claim.start), until, claim.visit_type_id)
        start = asked.start_time or current["start_time"]
        end: datetime | None = asked.end_time
        if end is None and not for_patient:  # a patient's visit gets the length that is usual where it moves to
            end = start + (current["end_time"] - current["start_time"])
        return Request(asked.doctor_id or current["doctor_id"], start, end, current["visit_type_id"])

    async def _write(
        self, appointment_id: int, account: str | None, placement: Placement, now: datetime
    ) -> Appointment:
        async with self._counter.transaction() as connection:
            row = await find(connection, appointment_id, account)
            version = await ledger.lock_doctors(connection, {row["doctor_id"], placement.doctor.doctor_id})
            if version != placement.schedule_version:
                raise ScheduleChanged(version)
            seen, row = row, await find(connection, appointment_id, account)
            if row["doctor_id"] != seen["doctor_id"]:
                raise ChangedMeanwhile
            self._check(row, account, now)
            await ledger.expire_stale(connection, placement, now)
            moved = await write_change(
                connection,
                row,
                now,
                "moved",
                doctor_id=placement.doctor.doctor_id,
                branch_id=placement.branch.branch_id,
                office_number=placement.doctor.office_number,
                visit_type_id=placement.visit_type_id,
                start_time=placement.start_time,
                end_time=placement.end_time,
                blocked=func.tstzrange(placement.blocked_from, placement.blocked_until),
                status=State.CONFIRMED.value if row["status"] == State.NEEDS_REBOOKING else row["status"],
            )
            if moved["status"] == State.PENDING:
                await self._review.moved(connection, moved, now)
                moved = await find(connection, appointment_id, account)  # decided by another time now
            if account is None:
                await news.moved_by_clinic(connection, moved, row, now)
        return present.appointment(moved, now)

    def _check(self, row: RowMapping, account: str | None, now: datetime) -> None:
        if row["status"] not in MOVABLE:
            raise WrongTransition(State(row["status"]), "moved")
        if account is None:
            return
        if row["start_time"] <= now and row["status"] != State.NEEDS_REBOOKING:
            raise TooLate
        if row["version"] > self._counter.settings.quotas.changes_per_appointment:
            raise QuotaReached("changes_per_appointment", self._counter.settings.quotas.changes_per_appointment)
