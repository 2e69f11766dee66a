"""Who is going to visit, in words."""

from bot.texts import Texts
from contracts.people import Person


def whom(texts: Texts, person: Person) -> str:
    """The name, as it was given; else who it is to the account's owner."""
    return person.full_name or texts.say(f"whom-{person.relation.value}")
