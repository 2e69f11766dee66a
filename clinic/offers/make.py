"""Hold times for a person and write down what for, inside the transaction of whoever has the reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.appointments import events, insertion, ledger
from clinic.appointments.counter import ScheduleChanged
from clinic.appointments.domain.states import State
from clinic.appointments.placement import Placement
from clinic.offers import news
from clinic.offers.domain import Kind, Status
from clinic.offers.tables import offers


@dataclass(frozen=True, slots=True)
class NewOffer:
    """For whom, why, and until when. `appointment_id`: the visit that moves to the accepted time.

    `tell_at`: when the account may be told at the earliest; None: at once.
    """

    account_id: int
    client_id: int
    kind: Kind
    expires_at: datetime
    application_id: int | None = None
    appointment_id: int | None = None
    wait_id: int | None = None
    tell_at: datetime | None = None


async def make_offer(
    connection: AsyncConnection, new: NewOffer, placements: Sequence[Placement], now: datetime, *, tell: bool = True
) -> int:
    """The offer's id; each placement is held until the offer's deadline, or until it begins, whichever is sooner.

    `placements` come from `Counter.placed`. The caller has locked what comes before doctors (see `ledger`), and if it
    changes other appointments, too, then all doctors at once. With `tell` the account reads of it by a delivery.
    Raises SlotTaken if one of the times is gone (the transaction can be begun anew with others) and ScheduleChanged.
    """
    version = await ledger.lock_doctors(connection, {placed.doctor.doctor_id for placed in placements})
    if any(version != placed.schedule_version for placed in placements):
        raise ScheduleChanged(version)
    offer_id = await _write(connection, new, now)
    for placed in placements:
        await _hold(connection, new, offer_id, placed, now)
    if tell:
        await news.tell_made(connection, new.account_id, offer_id, new.kind, new.expires_at, now, new.tell_at)
    return offer_id


async def _write(connection: AsyncConnection, new: NewOffer, now: datetime) -> int:
    row = {
        "account_id": new.account_id,
        "client_id": new.client_id,
        "kind": new.kind.value,
        "application_id": new.application_id,
        "appointment_id": new.appointment_id,
        "wait_id": new.wait_id,
        "status": Status.OPEN.value,
        "expires_at": new.expires_at,
        "created_at": now,
    }
    written = await connection.execute(insert(offers).values(row).returning(offers.c.offer_id))
    return int(written.scalar_one())


async def _hold(connection: AsyncConnection, new: NewOffer, offer_id: int, placed: Placement, now: datetime) -> None:
    line = await ledger.lock_for_booking(connection, placed, now)  # ours already: asks what stands in the way
    if line.stale:
        await ledger.expire_stale(connection, placed, now)
    held = {
        "id": line.new_id,
        "version": 1,
        "doctor_id": placed.doctor.doctor_id,
        "branch_id": placed.branch.branch_id,
        "office_number": placed.doctor.office_number,
        "visit_type_id": placed.visit_type_id,
        "client_id": new.client_id,
        "account_id": new.account_id,
        "patient_name": None,
        "note": None,
        "start_time": placed.start_time,
        "end_time": placed.end_time,
        "status": State.HELD.value,
        "hold_expires_at": min(new.expires_at, placed.start_time),
        "status_reason": None,
        "offer_id": offer_id,
        "created_at": now,
        "updated_at": now,
    }
    await insertion.add(connection, held, placed, events.happened(State.HELD, held, now))
