"""Whose turn it is: which of the freed times is offered to whom. What is taken has been read before."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from clinic.appointments.freed import Freed
from clinic.appointments.placement import Placement, Request, place
from clinic.platform.errors import DomainError
from clinic.schedule.compiled import CompiledSchedule
from clinic.schedule.engine.free import Desk
from clinic.schedule.engine.minutes import Minute, to_datetime, to_minute
from clinic.schedule.engine.occupancy import busy
from clinic.waits.deadline import Asking, AskingRules, asking
from clinic.waits.own_times import OwnTimes
from clinic.waits.waiting import Waiting, near, starts, wish_with


@dataclass(frozen=True, slots=True)
class Turn:
    """A time for somebody, and when to ask."""

    waiting: Waiting
    placement: Placement
    asking: Asking


@dataclass(slots=True)
class Turns:
    """One round over the line; every offer that is made takes its time from those who come later."""

    compiled: CompiledSchedule
    freed: Sequence[Freed]
    taken: dict[int, list[tuple[Minute, Minute]]]
    """By doctor, with buffers."""
    own: OwnTimes
    now: datetime
    rules: AskingRules

    def of(self, waiting: Waiting) -> Turn | None:
        """The soonest of the freed times that fits; None if none does."""
        found = [turn for freed in self.freed for turn in self._first(waiting, freed)]
        return min(found, key=lambda turn: (turn.placement.start, turn.placement.doctor.doctor_id), default=None)

    def give(self, turn: Turn) -> None:
        """The time is held now."""
        placed = turn.placement
        self.taken.setdefault(placed.doctor.doctor_id, []).append(placed.blocked)
        self.own.take(turn.waiting.client_id, placed.start_time, placed.end_time)

    def _first(self, waiting: Waiting, freed: Freed) -> Iterator[Turn]:
        """At most one: the soonest in this stretch."""
        now = to_minute(self.now)
        doctor = self.compiled.schedule.doctors.get(freed.doctor_id)
        wish = wish_with(self.compiled, doctor, waiting, now) if doctor is not None else None
        if doctor is None or wish is None:
            return
        desk = Desk(doctor, self.compiled.grid(doctor, now), busy(self.taken.get(doctor.doctor_id, ())))
        for start in starts(desk, near(wish, doctor, freed.begin, freed.end), now):
            turn = self._turn(waiting, doctor.doctor_id, start, start + wish.length(doctor))
            if turn is not None:
                yield turn
                return

    def _turn(self, waiting: Waiting, doctor_id: int, start: Minute, end: Minute) -> Turn | None:
        begins, ends = to_datetime(start), to_datetime(end)
        if not self.own.fits(waiting.client_id, waiting.since, doctor_id, begins, ends):
            return None
        request = Request(doctor_id, begins, ends, waiting.visit_type_id)
        try:
            placement = place(self.compiled, request, self.now, for_patient=True)
        except DomainError:  # the schedule has the last word
            return None
        zone = self.compiled.zone(placement.branch.branch_id)
        when = asking(self.now, begins, zone, self.rules)
        return None if when is None else Turn(waiting, placement, when)
