"""Find out from the patient's words who is going to visit."""

from dataclasses import dataclass
from typing import Literal

from bot.dialogue.desk import Talk
from bot.dialogue.reading.called import called
from bot.dialogue.reading.whom import whom_in
from contracts.people import Person, Relation

TWO = 2


@dataclass(frozen=True, slots=True)
class Unclear:
    """The words name somebody, and it must be asked whom exactly."""

    relation: Relation
    known: tuple[Person, ...]
    """Whom it may be; empty: nobody of that relation is known yet."""
    two: bool = False
    """Two children are meant."""
    name: str | None = None
    """What the words call somebody who is not known yet."""


async def understand_whom(talk: Talk, words: str) -> Unclear | None:
    """Remember who visits as far as the words tell; None: nothing is to be asked. Raises ClinicClientError.

    Words that name nobody leave it as it was: an adult who says nothing else visits in person.
    """
    who = whom_in(words, talk.language)
    if who is None:
        return None
    if who == "self":
        talk.memory.visits(None)
        return None
    if who == "two-children":
        return await _two(talk)
    return await _one(talk, who, called(words, who, talk.language))


async def _two(talk: Talk) -> Unclear | None:
    if talk.memory.pair is not None:
        return None
    children = await _of(talk, Relation.CHILD)
    if len(children) != TWO:
        return Unclear(Relation.CHILD, children, two=True)
    pair(talk, children[0], children[1])
    return None


async def _one(talk: Talk, who: Literal["child", "parent", "other"], name: str | None) -> Unclear | None:
    relation, visitor = Relation(who), talk.memory.visitor
    going = visitor is not None and visitor.relation is relation and visitor.client_id == talk.memory.client_id
    if visitor is not None and going and (name is None or _is_called(visitor.name, name)):
        return None
    known = await _of(talk, relation)
    if name is not None:
        meant = tuple(person for person in known if _is_called(person.full_name, name))
        if not meant and all(person.full_name for person in known):
            return Unclear(relation, (), name=name)
        known = meant or known
    if len(known) != 1:
        return Unclear(relation, known)
    talk.memory.visits(known[0])
    return None


def _is_called(full_name: str | None, name: str) -> bool:
    """Whether the name is a part of the full one, as it was written."""
    return full_name is not None and name.lower() in full_name.lower().replace("ё", "е").split()


def pair(talk: Talk, first: Person, second: Person) -> None:
    """Both are going to visit, one right after the other."""
    talk.memory.visits(first)
    talk.memory.pair = (first.client_id, second.client_id)


async def _of(talk: Talk, relation: Relation) -> tuple[Person, ...]:
    return tuple(person for person in await talk.calls.people() if person.relation is relation)
