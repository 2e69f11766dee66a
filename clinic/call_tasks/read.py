"""Read call tasks with whom to call and about which visit. For the clinic's staff."""

from typing import Any

from sqlalchemy import RowMapping, Select, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.appointments.tables import appointments
from clinic.call_tasks.tables import call_tasks
from clinic.people.tables import accounts, people
from clinic.platform.database import Database
from clinic.platform.errors import NotFound
from clinic.schedule.tables import branches, doctors

FULL = select(
    *call_tasks.c,
    accounts.c.phone,
    func.coalesce(people.c.full_name, appointments.c.patient_name).label("patient_name"),
    appointments.c.branch_id,
    appointments.c.start_time,
    doctors.c.full_name.label("doctor_name"),
    branches.c.time_zone,
).select_from(
    call_tasks.join(appointments, appointments.c.id == call_tasks.c.appointment_id)
    .join(doctors, doctors.c.doctor_id == appointments.c.doctor_id)
    .join(branches, branches.c.branch_id == appointments.c.branch_id)
    .outerjoin(accounts, accounts.c.account_id == call_tasks.c.account_id)
    .outerjoin(people, people.c.client_id == appointments.c.client_id)
)


async def find(connection: AsyncConnection, task_id: int, *, lock: bool = False) -> RowMapping:
    """A call task with its visit. Raises NotFound."""
    query = FULL.where(call_tasks.c.id == task_id)
    if lock:
        query = query.with_for_update(of=call_tasks)
    row = (await connection.execute(query)).mappings().one_or_none()
    if row is None:
        raise NotFound("call task")
    return row


async def find_page(
    database: Database, status: str | None, branch_id: int | None, page: int, size: int
) -> tuple[list[RowMapping], int]:
    """One page, the most urgent first, and how many there are in all."""

    def narrowed(query: Select[Any]) -> Select[Any]:
        if status is not None:
            query = query.where(call_tasks.c.status == status)
        return query if branch_id is None else query.where(appointments.c.branch_id == branch_id)

    rows = narrowed(FULL).order_by(call_tasks.c.due_by, call_tasks.c.id)
    count = narrowed(
        select(func.count()).select_from(
            call_tasks.join(appointments, appointments.c.id == call_tasks.c.appointment_id)
        )
    )
    async with database.snapshot() as connection:
        found = list((await connection.execute(rows.offset((page - 1) * size).limit(size))).mappings())
        return found, (await connection.execute(count)).scalar_one()
