"""From rows to what travels."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.applications.read import awaits
from clinic.appointments import present
from clinic.appointments.read import FULL as VISITS
from clinic.appointments.tables import appointments
from contracts.applications import Application, ApplicationStatus
from contracts.appointments import Appointment
from contracts.wishes import Understood

UTC_NAME = "UTC"


async def shown(connection: AsyncConnection, rows: Sequence[RowMapping], now: datetime) -> list[Application]:
    """The applications with their visits, which are read at once."""
    wanted = [row["appointment_id"] for row in rows if row["appointment_id"] is not None]
    visits: dict[int, Appointment] = {}
    if wanted:
        found = await connection.execute(VISITS.where(appointments.c.id.in_(wanted)))
        visits = {row["id"]: present.appointment(row, now) for row in found.mappings()}
    return [application(row, visits.get(row["appointment_id"])) for row in rows]


def application(row: RowMapping, visit: Appointment | None) -> Application:
    """A moment to answer by is shown in the branch's zone, as the visit's times are."""
    zone = ZoneInfo(row["time_zone"] or UTC_NAME)
    return Application(
        id=row["id"],
        status=ApplicationStatus(row["status"]),
        version=row["version"],
        user_name=row["user_name"],
        email=row["email"],
        phone=row["phone"],
        description=row["description"],
        understood=Understood.model_validate(row["understood"]),
        created_at=row["created_at"],
        updated_at=row["updated_at"],
        branch_id=row["branch_id"],
        client_id=row["client_id"],
        has_account=row["account_id"] is not None,
        appointment=visit,
        offer_id=row["offer_id"],
        awaits=awaits(row),
        decide_by=row["decide_by"].astimezone(zone) if row["decide_by"] else None,
        taken_by=row["taken_by"],
        taken_at=row["taken_at"],
        decided_by=row["decided_by"],
        decided_at=row["decided_at"],
        decision_reason=row["decision_reason"],
    )
