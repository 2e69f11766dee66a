"""Mark what became of a visit: the patient arrived, was seen, or did not come."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from sqlalchemy import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.appointments import marks, present
from clinic.appointments.change import change_state, locked
from clinic.appointments.counter import Counter
from clinic.appointments.domain.states import State
from clinic.appointments.refusals import TooEarly
from contracts.appointments import Appointment

OnMissed = Callable[[AsyncConnection, RowMapping, datetime], Awaitable[None]]
"""Hears of a missed visit, inside the transaction that marks it."""


async def _nobody_hears(*_: object) -> None:
    return None


class Mark:
    """For staff. Raises NotFound, WrongTransition, TooEarly for a no-show before the visit begins.

    Of completed and no-show it is remembered what the visit was before, so that `Unmark` can take them back.
    """

    def __init__(self, counter: Counter, on_missed: OnMissed = _nobody_hears) -> None:
        self._counter = counter
        self._on_missed = on_missed

    async def __call__(self, appointment_id: int, state: State) -> Appointment:
        """Bring the appointment to arrived, completed or no_show."""
        now = self._counter.clock()
        seen: list[str] = []

        def check(row: RowMapping) -> None:
            seen.append(row["status"])
            if state is State.NO_SHOW and row["status"] == State.CONFIRMED and row["start_time"] > now:
                raise TooEarly

        async with self._counter.transaction() as connection:
            row = await change_state(connection, appointment_id, state, now, account=None, check=check)
            if state is not State.ARRIVED:
                await marks.remember(connection, appointment_id, seen[-1], now)
            if state is State.NO_SHOW:
                await self._on_missed(connection, row, now)
        return present.appointment(row, now)


class MarkCame:
    """For staff who mark a visit after its time: whoever came has arrived and been seen, in one step.

    Raises NotFound, WrongTransition, and TooEarly before the visit begins.
    """

    def __init__(self, counter: Counter) -> None:
        self._counter = counter

    async def __call__(self, appointment_id: int) -> Appointment:
        now = self._counter.clock()
        async with self._counter.transaction() as connection:
            before = await locked(connection, appointment_id, None)
            if before["status"] == State.CONFIRMED:
                if before["start_time"] > now:
                    raise TooEarly
                await change_state(connection, appointment_id, State.ARRIVED, now, account=None)
            row = await change_state(connection, appointment_id, State.COMPLETED, now, account=None)
            await marks.remember(connection, appointment_id, before["status"], now)
        return present.appointment(row, now)
