"""What can be done with holds and appointments, wired over one counter."""

from dataclasses import dataclass

from clinic.appointments.book import Book
from clinic.appointments.cancel import Cancel, ReleaseHold
from clinic.appointments.counter import Counter
from clinic.appointments.hold import HoldSlot
from clinic.appointments.mark import Mark
from clinic.appointments.reschedule import Reschedule
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


def appointments_over(counter: Counter, slot_ids: SlotIds) -> Appointments:
    return Appointments(
        counter=counter,
        book=Book(counter),
        hold=HoldSlot(counter, slot_ids),
        release=ReleaseHold(counter),
        cancel=Cancel(counter),
        reschedule=Reschedule(counter, slot_ids),
        mark=Mark(counter),
    )
