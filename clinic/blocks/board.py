"""The board of a block: what has become of each visit, read from how visits, offers and call tasks stand."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import RowMapping, and_, case, func, lateral, literal, select, true
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.appointments.domain.states import State
from clinic.appointments.tables import appointments
from clinic.blocks.calls import to_call
from clinic.blocks.hit import STILL_OUT
from clinic.blocks.tables import block_visits, blocks
from clinic.blocks.undo import REASONS
from clinic.call_tasks.tables import call_tasks
from clinic.offers.domain import Kind
from clinic.offers.domain import Status as OfferStatus
from clinic.offers.tables import offers
from clinic.people.tables import accounts, people
from clinic.schedule.tables import doctors
from contracts.blocks import HitStatus
from contracts.call_tasks import CallTaskStatus

_held = appointments.alias("held")
_held_with = doctors.alias("held_with")
_now_with = doctors.alias("now_with")
_offer = lateral(
    select(offers.c.offer_id, offers.c.status, offers.c.expires_at)
    .where(
        offers.c.appointment_id == appointments.c.id,
        offers.c.kind == Kind.REBOOKING.value,
        offers.c.created_at >= blocks.c.created_at,
    )
    .order_by((offers.c.status == OfferStatus.ACCEPTED.value).desc(), offers.c.offer_id.desc())
    .limit(1)
).alias("offer")
_task = lateral(
    select(call_tasks.c.id, call_tasks.c.status)
    .where(
        call_tasks.c.appointment_id == appointments.c.id,
        call_tasks.c.reason.in_([reason.value for reason in REASONS]),
        call_tasks.c.status != CallTaskStatus.CANCELLED.value,
        call_tasks.c.created_at >= blocks.c.created_at,
    )
    .order_by((call_tasks.c.status == CallTaskStatus.OPEN.value).desc(), call_tasks.c.id.desc())
    .limit(1)
).alias("task")
JOINED = (
    block_visits.join(blocks)
    .join(appointments, appointments.c.id == block_visits.c.appointment_id)
    .join(_now_with, _now_with.c.doctor_id == appointments.c.doctor_id)
    .outerjoin(_offer, true())
    .outerjoin(_task, true())
    .outerjoin(_held, and_(_held.c.offer_id == _offer.c.offer_id, _offer.c.status == OfferStatus.OPEN.value))
    .outerjoin(_held_with, _held_with.c.doctor_id == _held.c.doctor_id)
    .outerjoin(accounts, accounts.c.account_id == appointments.c.account_id)
    .outerjoin(people, people.c.client_id == appointments.c.client_id)
)


async def read_visits(connection: AsyncConnection, block_id: int, now: datetime) -> Sequence[RowMapping]:
    """One row a visit, with `hit_status`; who is to be called first comes first."""
    open_ = and_(_offer.c.status == OfferStatus.OPEN.value, _offer.c.expires_at > now)
    status = case(
        (appointments.c.status == State.CANCELLED.value, HitStatus.CANCELLED.value),
        (block_visits.c.restored_at.is_not(None), HitStatus.RESTORED.value),
        (and_(~STILL_OUT, _offer.c.status == OfferStatus.ACCEPTED.value), HitStatus.ACCEPTED.value),
        (~STILL_OUT, HitStatus.MOVED.value),
        (block_visits.c.unreachable_at.is_not(None), HitStatus.UNREACHABLE.value),
        (open_, HitStatus.SILENT.value),
        (block_visits.c.sought_at.is_(None), HitStatus.SEEKING.value),
        else_=HitStatus.TO_CALL.value,
    )
    moved = and_(~STILL_OUT, block_visits.c.restored_at.is_(None), appointments.c.status != State.CANCELLED.value)
    called = func.coalesce(_task.c.status == CallTaskStatus.DONE.value, literal(False))
    call = case((STILL_OUT, and_(to_call(now), ~called)), else_=_task.c.status == CallTaskStatus.OPEN.value)
    soon = block_visits.c.start_time <= blocks.c.created_at + func.make_interval(0, 0, 0, 0, 2)
    call_column = func.coalesce(call, literal(False))
    query = (
        select(
            block_visits.c.appointment_id,
            block_visits.c.start_time,
            status.label("hit_status"),
            func.coalesce(people.c.full_name, appointments.c.patient_name).label("patient_name"),
            case((moved, appointments.c.start_time), (open_, _held.c.start_time)).label("new_start_time"),
            case((moved, _now_with.c.full_name), (open_, _held_with.c.full_name)).label("new_doctor_name"),
            case((and_(open_, STILL_OUT), _offer.c.expires_at)).label("answer_by"),
            soon.label("soon"),
            call_column.label("call"),
            called.label("called"),
            case((_task.c.status == CallTaskStatus.OPEN.value, _task.c.id)).label("call_task_id"),
            case((call_column, accounts.c.phone)).label("phone"),
        )
        .select_from(JOINED)
        .where(block_visits.c.block_id == block_id)
        .order_by(call_column.desc(), block_visits.c.start_time, block_visits.c.appointment_id)
    )
    return (await connection.execute(query)).mappings().all()
