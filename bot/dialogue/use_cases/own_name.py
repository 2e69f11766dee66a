"""How to address the account's owner."""

from bot.dialogue.desk import Talk
from contracts.people import Person, PersonChange, PersonRequest, Relation


async def owner(talk: Talk) -> Person:
    """The account's owner as a person of the clinic; asking again makes no second one. Raises ClinicClientError."""
    return await talk.calls.add_person(PersonRequest(relation=Relation.SELF))


async def knows_name(talk: Talk) -> bool:
    """Whether the clinic knows the owner's name. Raises ClinicClientError."""
    people = await talk.calls.people()
    return any(person.relation is Relation.SELF and person.full_name for person in people)


async def be_called(talk: Talk, name: str) -> Person:
    """Store the name. Raises ClinicClientError, ConsentRequired among them."""
    person = await owner(talk)
    if person.full_name != name:
        person = await talk.calls.change_person(person.client_id, PersonChange(full_name=name))
    if talk.memory.visitor is None:
        talk.memory.client_id = person.client_id
    return person
