"""Gather what a card tells besides the appointment."""

import asyncio
from collections.abc import Iterable, Sequence

from api_client import ClinicClientError
from bot.dialogue.desk import Talk
from bot.dialogue.use_cases.directory import known_branches, known_visit_types
from bot.dialogue.use_cases.standing import not_standing
from bot.dialogue.visit import Visit
from contracts.appointments import Appointment
from contracts.people import Person, Relation
from contracts.schedule import VisitType

FIRST = "first"


async def visit_of(talk: Talk, appointment: Appointment) -> Visit:
    """Never fails: what the clinic does not tell now is left out."""
    (visit,) = await visits_of(talk, [appointment])
    return visit


async def visits_of(talk: Talk, appointments: Sequence[Appointment]) -> tuple[Visit, ...]:
    branches, visit_types, people = await asyncio.gather(
        known_branches(talk), known_visit_types(talk), known_people(talk)
    )
    return tuple(
        Visit(
            appointment=one,
            changeable=not_standing(talk, one) is None,
            branch=branches.get(one.branch_id),
            visit_type=visit_type_of(visit_types, one),
            person=worth_naming(people, one.client_id),
        )
        for one in appointments
    )


async def known_people(talk: Talk) -> tuple[Person, ...]:
    """Empty if the clinic does not tell them now."""
    try:
        return await talk.calls.people()
    except ClinicClientError:
        return ()


def worth_naming(people: Sequence[Person], client_id: int | None) -> Person | None:
    """None for the account's only person who has told no name: 'for you' is no news."""
    person = next((one for one in people if one.client_id == client_id), None)
    if person is None or (len(people) == 1 and person.relation is Relation.SELF and person.full_name is None):
        return None
    return person


def visit_type_of(visit_types: Iterable[VisitType], appointment: Appointment) -> VisitType | None:
    """The appointment's own kind of visit, else the first visit of its specialty, else the first visit of all."""
    known = {one.visit_type_id: one for one in visit_types}
    if appointment.visit_type_id is not None:
        return known.get(appointment.visit_type_id)
    first = [one for one in known.values() if one.kind == FIRST and one.specialty in (appointment.specialty, None)]
    return min(first, key=lambda one: (one.specialty is None, one.visit_type_id), default=None)
