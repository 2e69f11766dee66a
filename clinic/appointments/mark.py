"""Mark what became of a visit: the patient arrived, was seen, or did not come."""

from sqlalchemy import RowMapping

from clinic.appointments import present
from clinic.appointments.change import change_state
from clinic.appointments.counter import Counter
from clinic.appointments.domain.states import State
from clinic.appointments.refusals import TooEarly
from contracts.appointments import Appointment


class Mark:
    """For staff. Raises NotFound, WrongTransition, TooEarly for a no-show before the visit begins."""

    def __init__(self, counter: Counter) -> None:
        self._counter = counter

    async def __call__(self, appointment_id: int, state: State) -> Appointment:
        """Bring the appointment to arrived, completed or no_show."""
        now = self._counter.clock()

        def check(row: RowMapping) -> None:
            if state is State.NO_SHOW and row["status"] == State.CONFIRMED and row["start_time"] > now:
                raise TooEarly

        async with self._counter.transaction() as connection:
            row = await change_state(connection, appointment_id, state, now, account=None, check=check)
        return present.appointment(row, now)
