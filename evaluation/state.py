"""The clinic's database as it is: the truth by which a try is graded."""

from sqlalchemy import text

from evaluation.begin import ACCOUNT
from evaluation.clinic import Clinic
from evaluation.record import Row, State

_APPOINTMENTS = text(
    "SELECT a.id, c.external AS account, a.client_id, p.full_name AS person, p.relation, p.birth_date AS born,"
    " a.doctor_id, a.start_time, a.status"
    " FROM appointments a LEFT JOIN accounts c USING (account_id) LEFT JOIN people p ON p.client_id = a.client_id"
)
_CALLS = text(
    "SELECT count(*) FROM call_requests JOIN accounts USING (account_id) WHERE status = 'open' AND external = :account"
)
_CONSENTS = text("SELECT count(*) FROM consents JOIN accounts USING (account_id) WHERE external = :account")


async def state_of(clinic: Clinic) -> State:
    async with clinic.database.snapshot() as connection:
        rows = [Row(**row) for row in (await connection.execute(_APPOINTMENTS)).mappings()]
        calls = (await connection.execute(_CALLS, {"account": ACCOUNT})).scalar_one()
        consents = (await connection.execute(_CONSENTS, {"account": ACCOUNT})).scalar_one()
    return State({row.id: row for row in rows}, calls, consents)
