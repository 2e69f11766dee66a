"""Book a doctor's time: at once, or by confirming a hold."""

from datetime import datetime

from clinic.appointments import present
from clinic.appointments.confirm import confirm_hold
from clinic.appointments.counter import Counter
from clinic.appointments.idempotency import RequestKey, kept_answer
from clinic.appointments.placement import Request
from clinic.appointments.review import Review
from clinic.appointments.write import NewVisit, Row, write_new
from clinic.platform.errors import DomainError
from contracts.appointments import AppointmentRequest


class Book:
    """For staff, or for a patient within the quotas; what a patient books may be pending first, see `Review`.

    Raises what `write_new` and `confirm_hold` raise, and IdempotencyConflict. A request whose key was used before
    gets the kept answer, even where it would be refused by now: the key is only looked up when something refuses,
    because the database lets one key through once.
    """

    def __init__(self, counter: Counter, review: Review) -> None:
        self._counter = counter
        self._review = review

    async def __call__(self, asked: AppointmentRequest, account: str | None, key: RequestKey | None) -> str:
        """The appointment as JSON, byte for byte what a repeated request gets."""
        try:
            return await self._book(asked, account, key)
        except DomainError:
            kept = await kept_answer(self._counter.database, key) if key else None
            if kept is None:
                raise
            return kept

    async def _book(self, asked: AppointmentRequest, account: str | None, key: RequestKey | None) -> str:
        if asked.hold_id is not None:
            return await confirm_hold(self._counter, self._review, asked.hold_id, asked, account, key)
        assert asked.doctor_id is not None  # noqa: S101 - the model lets nothing else through
        assert asked.start_time is not None  # noqa: S101
        visit = NewVisit(
            request=Request(asked.doctor_id, asked.start_time, asked.end_time, asked.visit_type_id),
            state=self._review.state(account),
            account=account,
            client_id=asked.client_id,
            patient_name=asked.patient_name,
            note=asked.note,
            key=key,
            answer=_json,
            review=None if account is None else self._review,
            wish=asked.application,
        )
        row = await write_new(self._counter, visit)
        return _json(row, row["created_at"])


def _json(row: Row, now: datetime) -> str:
    return present.appointment(row, now).model_dump_json()
