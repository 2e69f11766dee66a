"""The one way to lock an application for a decision: doctors first, in id order, then its row."""

from collections.abc import Collection

from sqlalchemy import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.applications.domain.states import State
from clinic.applications.read import awaits, find
from clinic.applications.refusals import Decided
from clinic.appointments import ledger
from clinic.appointments.refusals import ChangedMeanwhile

COUNTER_OFFERED = "counter_offered"
"""How an application is called that has a manager's answer and waits for the patient's."""


async def locked(connection: AsyncConnection, application_id: int, also: Collection[int] = ()) -> RowMapping:
    """The application under its doctor's lock, and the locks of the doctors in `also`: nobody changes it meanwhile.

    Raises NotFound, ChangedMeanwhile.
    """
    seen = await find(connection, application_id, None)
    doctors = {*also} if seen["doctor_id"] is None else {*also, seen["doctor_id"]}
    if doctors:
        await ledger.lock_doctors(connection, doctors)
    row = await find(connection, application_id, None, lock=True)
    if row["doctor_id"] != seen["doctor_id"]:
        raise ChangedMeanwhile
    return row


def check_undecided(row: RowMapping) -> None:
    """Raises Decided if no manager is waited for: with how it stands, and who was quicker."""
    if awaits(row) != "manager":
        status = COUNTER_OFFERED if row["status"] == State.PROPOSED else row["status"]
        raise Decided(status, row["decided_by"], row["decided_at"])


def check_version(row: RowMapping, version: int | None) -> None:
    """Raises ChangedMeanwhile if the caller has read another version."""
    if version is not None and row["version"] != version:
        raise ChangedMeanwhile
