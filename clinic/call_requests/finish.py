"""A call request comes to its end: the clinic called, or the patient wants no call any more."""

from sqlalchemy import update

from clinic.call_requests import news, present
from clinic.call_requests.read import find
from clinic.call_requests.refusals import Finished
from clinic.call_requests.tables import call_requests
from clinic.platform.clock import Clock
from clinic.platform.database import Database
from contracts.call_requests import CallRequest, CallRequestStatus


class FinishCallRequest:
    """`done` is for staff (`account` is None), `cancelled` for the account that asked. Raises NotFound, Finished."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def __call__(
        self, request_id: int, status: CallRequestStatus, account: str | None, by: str | None = None
    ) -> CallRequest:
        now = self._clock()
        async with self._database.transaction() as connection:
            row = await find(connection, request_id, account, lock=True)
            if row["status"] != CallRequestStatus.OPEN:
                raise Finished(row["status"], status)
            new = {"status": status.value, "finished_at": now, "done_by": by or None}
            await connection.execute(update(call_requests).where(call_requests.c.id == request_id).values(new))
            await news.tell(connection, status.value, request_id, now)
        return present.call_request({**row, **new})
