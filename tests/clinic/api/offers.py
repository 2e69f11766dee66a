"""Make an offer as a capability of the clinic would: hold times for a patient until a deadline."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import httpx

from clinic.appointments.placement import Placement
from clinic.main.parts import Parts
from clinic.offers.choose import free_times
from clinic.offers.domain import Kind
from clinic.offers.make import NewOffer, make_offer
from clinic.people.accounts import account_id_of
from clinic.schedule.asking import Wanted, Window
from tests.clinic.api.asking import Json


async def offered(
    parts: Parts,
    patient: httpx.AsyncClient,
    account: str,
    client_id: int,
    *,
    doctor_id: int = 1,
    count: int = 2,
    from_: datetime | None = None,
    minutes: float = 60,
    appointment_id: int | None = None,
) -> Json:
    """The offer as the patient reads it."""
    times = await free_times(parts.counter, Wanted(doctor_id=doctor_id), Window(from_), count)
    offer_id = await made(parts, account, client_id, times, minutes=minutes, appointment_id=appointment_id)
    answer = await patient.get(f"/offers/{offer_id}")
    assert answer.status_code == 200, answer.text
    shown: Json = answer.json()
    return shown


async def made(
    parts: Parts,
    account: str,
    client_id: int,
    times: Sequence[Placement],
    *,
    minutes: float = 60,
    appointment_id: int | None = None,
) -> int:
    """The offer's number. Raises what `make_offer` raises."""
    now = parts.clock()
    kind = Kind.REBOOKING if appointment_id else Kind.WAIT_LIST
    async with parts.counter.transaction() as connection:
        number = await account_id_of(connection, account, parts.clock)
        until = now + timedelta(minutes=minutes)
        new = NewOffer(number, client_id, kind, until, appointment_id=appointment_id)
        return await make_offer(connection, new, times, now)
