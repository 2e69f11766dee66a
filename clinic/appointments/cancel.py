"""Cancel an appointment, or let a hold go."""

from sqlalchemy import RowMapping

from clinic.appointments import news, present
from clinic.appointments.change import change_state
from clinic.appointments.counter import Counter
from clinic.appointments.domain.states import State
from clinic.appointments.refusals import TooLate, WrongTransition
from contracts.appointments import Appointment


class Cancel:
    """For staff, or for the account that booked, until the visit begins. Frees exactly the time that was taken.

    Raises NotFound, WrongTransition, TooLate.
    """

    def __init__(self, counter: Counter) -> None:
        self._counter = counter

    async def __call__(self, appointment_id: int, account: str | None, reason: str | None) -> Appointment:
        now = self._counter.clock()

        def check(row: RowMapping) -> None:
            begun = row["start_time"] <= now and row["status"] != State.NEEDS_REBOOKING
            if account is not None and begun:
                raise TooLate

        async with self._counter.transaction() as connection:
            row = await change_state(
                connection,
                appointment_id,
                State.CANCELLED,
                now,
                account=account,
                check=check,
                status_reason=reason,
            )
            if account is None:
                await news.cancelled_by_clinic(connection, row, now)
        return present.appointment(row, now)


class ReleaseHold:
    """For staff, or for the account that holds. A hold that is already gone stays gone: asking again does no harm.

    Raises NotFound, and WrongTransition if it has become an appointment.
    """

    def __init__(self, counter: Counter) -> None:
        self._counter = counter

    async def __call__(self, hold_id: int, account: str | None) -> None:
        try:
            async with self._counter.transaction() as connection:
                await change_state(connection, hold_id, State.RELEASED, self._counter.clock(), account=account)
        except WrongTransition as refusal:
            if refusal.details["status"] not in (State.RELEASED, State.EXPIRED):
                raise
