"""Mark what became of a visit: the patient arrived, was seen, or did not come."""

from clinic.appointments import present
from clinic.appointments.change import change_state
from clinic.appointments.counter import Counter
from clinic.appointments.domain.states import State
from contracts.appointments import Appointment


class Mark:
    """For staff. Raises NotFound, WrongTransition."""

    def __init__(self, counter: Counter) -> None:
        self._counter = counter

    async def __call__(self, appointment_id: int, state: State) -> Appointment:
        """Bring the appointment to arrived, completed or no_show."""
        now = self._counter.clock()
        async with self._counter.transaction() as connection:
            row = await change_state(connection, appointment_id, state, now, account=None)
        return present.appointment(row, now)
