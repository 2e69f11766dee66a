"""Take back a mark that was wrong: the visit is again what it was."""

from datetime import timedelta

from clinic.appointments import marks, present
from clinic.appointments.change import locked, write_change
from clinic.appointments.counter import Counter
from clinic.appointments.domain.states import UNDONE, State
from clinic.appointments.refusals import TooLate, WrongTransition
from contracts.appointments import Appointment


class Unmark:
    """For staff, for some minutes after the mark.

    Raises NotFound, WrongTransition for what is not marked, TooLate, and SlotTaken if somebody else has got the time
    of a visit that was marked missed before its end.
    """

    def __init__(self, counter: Counter) -> None:
        self._counter = counter

    async def __call__(self, appointment_id: int) -> Appointment:
        now = self._counter.clock()
        minutes = self._counter.settings.reminding.closing_undo_minutes
        async with self._counter.transaction() as connection:
            row = await locked(connection, appointment_id, None)
            mark = await marks.take(connection, appointment_id)
            possible = UNDONE.get(State(row["status"]), frozenset())
            if mark is None or mark["previous"] not in possible:
                raise WrongTransition(State(row["status"]), "unmarked")
            if mark["marked_at"] + timedelta(minutes=minutes) < now:
                raise TooLate
            row = await write_change(connection, row, now, "unmarked", status=mark["previous"])
        return present.appointment(row, now)
