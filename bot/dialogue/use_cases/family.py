"""The people for whom an account books: added, renamed, found."""

from datetime import date

from bot.dialogue.desk import Talk
from contracts.people import Person, PersonChange, PersonRequest, Relation


async def family(talk: Talk) -> tuple[Person, ...]:
    """Everybody, the owner first. Raises ClinicClientError."""
    people = await talk.calls.people()
    return tuple(sorted(people, key=lambda person: (person.relation is not Relation.SELF, person.client_id)))


async def find_person(talk: Talk, client_id: int) -> Person | None:
    """One of the account's own people; None for anybody else. Raises ClinicClientError."""
    return next((person for person in await talk.calls.people() if person.client_id == client_id), None)


async def add(talk: Talk, relation: Relation, name: str, born: date | None) -> Person:
    """Add a person, or find the same one. Raises QuotaExceeded, ConsentRequired, ClinicClientError."""
    return await talk.calls.add_person(PersonRequest(relation=relation, full_name=name, birth_date=born))


async def rename(talk: Talk, client_id: int, name: str) -> Person:
    """Correct a name. Raises NotFound for other accounts' people, ClinicClientError."""
    person = await talk.calls.change_person(client_id, PersonChange(full_name=name))
    visitor = talk.memory.visitor
    if visitor is not None and visitor.client_id == client_id:
        talk.memory.visitor = visitor.model_copy(update={"name": name})
    return person


def today(talk: Talk) -> date:
    """On the clinic's calendar: a birth date lies before it."""
    return talk.now.astimezone(talk.desk.zone).date()
