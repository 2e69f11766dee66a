"""People whom the clinic's staff looks for, with their coming visits."""

from contracts.appointments import Appointment
from contracts.fields import Wire


class FoundPerson(Wire):
    client_id: int | None
    """None: known only by the name that a visit was booked under."""
    full_name: str | None
    relation: str | None
    phone: str | None
    """Of the account."""
    visits: tuple[Appointment, ...]
    """Those to come, soonest first."""


class FoundPeople(Wire):
    people: tuple[FoundPerson, ...]
    more: bool
    """Whether there are others: a longer name or more digits would tell them apart."""
