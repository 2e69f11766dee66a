"""The yardstick: a bare FastAPI and asyncpg service with the appointments' columns and constraint, and no promises.

No tokens, no schedule, no idempotency, no events, no logs: one INSERT, one SELECT. `python -m bench.bare PORT URL`.
"""

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any

import asyncpg
import uvicorn
from fastapi import FastAPI, HTTPException
from pydantic import AwareDatetime, BaseModel

POOL = 16
TABLE = """
CREATE TABLE IF NOT EXISTS bare_appointments (LIKE appointments INCLUDING DEFAULTS INCLUDING IDENTITY);
ALTER TABLE bare_appointments ADD PRIMARY KEY (id);
ALTER TABLE bare_appointments ADD EXCLUDE USING gist
    (int4range(doctor_id, doctor_id, '[]') WITH &&, blocked WITH &&)
    WHERE (status IN ('held', 'pending', 'confirmed', 'arrived'));
"""
INSERT = """
INSERT INTO bare_appointments (version, doctor_id, branch_id, office_number, client_id, patient_name, note, start_time,
    end_time, blocked, status, created_at, updated_at)
VALUES (1, $1, 1, '101', $2, $3, $4, $5, $6, tstzrange($5, $6), 'confirmed', $7, $7)
RETURNING id, doctor_id, client_id, patient_name, office_number, branch_id, start_time, end_time, note, status,
    created_at, updated_at
"""
SELECT = """
SELECT id, doctor_id, client_id, patient_name, office_number, branch_id, start_time, end_time, note, status, created_at,
    updated_at
FROM bare_appointments WHERE id = $1
"""


class NewAppointment(BaseModel):
    doctor_id: int
    start_time: AwareDatetime
    end_time: AwareDatetime
    patient_name: str | None = None
    client_id: int | None = None
    note: str | None = None


class Appointment(NewAppointment):
    id: int
    office_number: str
    branch_id: int
    status: str
    created_at: datetime
    updated_at: datetime


def create_app(database_url: str) -> FastAPI:
    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        app.state.pool = await asyncpg.create_pool(database_url, min_size=POOL, max_size=POOL)
        yield
        await app.state.pool.close()

    app = FastAPI(lifespan=lifespan)

    @app.post("/appointments", status_code=201, response_model=Appointment)
    async def book(new: NewAppointment) -> Any:
        try:
            row = await app.state.pool.fetchrow(
                INSERT,
                new.doctor_id,
                new.client_id,
                new.patient_name,
                new.note,
                new.start_time,
                new.end_time,
                datetime.now(UTC),
            )
        except asyncpg.ExclusionViolationError:
            raise HTTPException(409, "taken") from None
        return dict(row)

    @app.get("/appointments/{appointment_id}", response_model=Appointment)
    async def read(appointment_id: int) -> Any:
        row = await app.state.pool.fetchrow(SELECT, appointment_id)
        if row is None:
            raise HTTPException(404)
        return dict(row)

    return app


if __name__ == "__main__":
    uvicorn.run(create_app(sys.argv[2]), port=int(sys.argv[1]), log_level="warning", access_log=False)
