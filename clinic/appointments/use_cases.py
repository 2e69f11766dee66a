"""What can be done with holds and appointments, wired over one counter."""

from dataclasses import dataclass

from clinic.appointments.book import Book
from clinic.appointments.cancel import Cancel, ReleaseHold
from clinic.appointments.counter import Counter
from clinic.appointments.hold import HoldSlot
from clinic.appointments.mark import Mark, MarkCame, OnMissed
from clinic.appointments.reschedule import Reschedule
from clinic.appointments.review import Review
from clinic.appointments.unmark import Unmark
from clinic.schedule.slot_id import SlotIds


@dataclass(frozen=True, slots=True)
class Appointments:
    counter: Counter
    book: Book
    hold: HoldSlot
    release: ReleaseHold
    cancel: Cancel
    reschedule: Reschedule
    mark: Mark
    came: MarkCame
    unmark: Unmark


def appointments_over(
    counter: Counter, slot_ids: SlotIds, review: Review, on_missed: OnMissed | None = None
) -> Appointments:
    return Appointments(
        counter=counter,
        book=Book(counter, review),
        hold=HoldSlot(counter, slot_ids),
        release=ReleaseHold(counter),
        cancel=Cancel(counter),
        reschedule=Reschedule(counter, slot_ids, review),
        mark=Mark(counter) if on_missed is None else Mark(counter, on_missed),
        came=MarkCame(counter),
        unmark=Unmark(counter),
    )
