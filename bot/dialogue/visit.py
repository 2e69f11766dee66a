"""An appointment with what is known around it."""

from dataclasses import dataclass

from contracts.appointments import Appointment
from contracts.people import Person
from contracts.schedule import Branch, VisitType


@dataclass(frozen=True, slots=True)
class Visit:
    """What is None is not known, or not known right now: the appointment itself never waits for it."""

    appointment: Appointment
    changeable: bool = False
    """Whether its owner may still move and cancel it."""
    branch: Branch | None = None
    visit_type: VisitType | None = None
    person: Person | None = None
    """Who is going to visit; None also where nobody else could be meant."""
