"""People for whom a Telegram account books, the account's consent, and how to reach its owner."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from contracts.fields import Name, Phone, Wire

BirthDate = Annotated[date, Field(ge=date(1900, 1, 1), le=date(2100, 1, 1))]


class Relation(StrEnum):
    """Who the person is to the owner of the account."""

    SELF = "self"
    CHILD = "child"
    PARENT = "parent"
    OTHER = "other"


class ConsentRequest(Wire):
    """That the owner of the account agreed to a text: which version, and the hash of what was shown."""

    version: Annotated[str, StringConstraints(min_length=1, max_length=40, pattern=r"^[A-Za-z0-9._-]+$")]
    text_sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]


class Consent(Wire):
    version: str
    text_sha256: str
    language: str
    given_at: datetime


class PersonRequest(Wire):
    relation: Relation = Relation.SELF
    full_name: Name | None = None
    birth_date: BirthDate | None = None


class PersonChange(Wire):
    """What becomes different about a person; None: it stays as it is."""

    full_name: Name | None = None
    birth_date: BirthDate | None = None


class Person(Wire):
    client_id: int
    relation: Relation
    full_name: str | None
    birth_date: date | None


class People(Wire):
    people: tuple[Person, ...]


class ContactRequest(Wire):
    phone: Phone
    """As people write it; kept as ``+`` and digits."""
    verified: bool = False
    """The channel vouches that the number is the account's own."""


class Contact(Wire):
    """How the clinic reaches the owner of the account."""

    phone: str
    verified: bool
    verified_at: datetime | None
