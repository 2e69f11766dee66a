"""Write a new appointment or hold: the one transaction that booking and holding share."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from clinic.appointments import events, insertion, ledger, quotas
from clinic.appointments.age import check_age
from clinic.appointments.counter import Counter, ScheduleChanged
from clinic.appointments.domain.states import State
from clinic.appointments.idempotency import RequestKey
from clinic.appointments.placement import Placement, Request
from clinic.appointments.refusals import UnknownPerson
from clinic.appointments.review import Review
from clinic.schedule.domain.visitor import Visitor
from contracts.wishes import Wish

Row = dict[str, Any]
"""An appointment's columns, and doctor_name, specialty, time_zone."""


@dataclass(frozen=True, slots=True)
class NewVisit:
    """What is to be written, for whom, and by whom: `account` is None for staff."""

    request: Request
    state: State
    account: str | None = None
    client_id: int | None = None
    patient_name: str | None = None
    note: str | None = None
    hold_expires_at: datetime | None = None
    key: RequestKey | None = None
    answer: Callable[[Row, datetime], str] | None = None
    """Writes the answer to keep under the key."""
    review: Review | None = None
    """Looks at what a patient books, and keeps the wish."""
    wish: Wish | None = None


async def write_new(counter: Counter, visit: NewVisit) -> Row:
    """One transaction: lock the account, then the doctor; let go of stale holds; write appointment, event, answer.

    Raises what `place` raises, SlotTaken, UnknownPerson, ConsentRequired, QuotaReached, KeyUsed.
    """
    if visit.account is not None and visit.client_id is None:
        raise UnknownPerson

    async def write(placement: Placement, now: datetime) -> Row:
        async with counter.transaction() as connection:
            account_id = None
            if visit.account is not None:
                standing = await quotas.standing(connection, visit.account, visit.client_id, now)
                quotas.check_new(standing, counter.settings.quotas, hold=visit.state is State.HELD)
                visitor = Visitor(standing.relation, standing.birth_date)
                check_age(placement.doctor, visitor, _local_day(placement))
                account_id = standing.account_id
            line = await ledger.lock_for_booking(connection, placement, now)
            if line.schedule_version != placement.schedule_version:
                raise ScheduleChanged(line.schedule_version)
            if line.stale:
                await ledger.expire_stale(connection, placement, now)
            row = _row(line.new_id, visit, account_id, placement, now)
            shown = row | _names(placement) | _decided(visit, row, now)
            kept = None
            if visit.key is not None and visit.answer is not None:
                kept = visit.key, visit.answer(shown, now)
            await insertion.add(connection, row, placement, events.happened(visit.state, row, now), kept)
            if visit.review is not None:
                await visit.review.booked(connection, row, visit.account, visit.wish, now)
        return shown

    return await counter.give(visit.request, write, for_patient=visit.account is not None)


def _row(appointment_id: int, visit: NewVisit, account_id: int | None, placement: Placement, now: datetime) -> Row:
    return {
        "id": appointment_id,
        "version": 1,
        "doctor_id": placement.doctor.doctor_id,
        "branch_id": placement.branch.branch_id,
        "office_number": placement.doctor.office_number,
        "visit_type_id": placement.visit_type_id,
        "client_id": visit.client_id,
        "account_id": account_id,
        "patient_name": visit.patient_name,
        "note": visit.note,
        "start_time": placement.start_time,
        "end_time": placement.end_time,
        "status": visit.state.value,
        "hold_expires_at": visit.hold_expires_at,
        "status_reason": None,
        "offer_id": None,
        "created_at": now,
        "updated_at": now,
    }


def _local_day(placement: Placement) -> date:
    return placement.start_time.astimezone(ZoneInfo(placement.branch.time_zone)).date()


def _decided(visit: NewVisit, row: Row, now: datetime) -> Row:
    return {"decide_by": None if visit.review is None else visit.review.decide_by(row, now)}


def _names(placement: Placement) -> Row:
    return {
        "doctor_name": placement.doctor.full_name,
        "specialty": placement.doctor.specialty,
        "time_zone": placement.branch.time_zone,
    }
