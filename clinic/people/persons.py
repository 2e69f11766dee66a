"""The people whom an account books for: listed, added, changed by the account's owner."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import BigInteger, bindparam, insert, select, update
from sqlalchemy.exc import IntegrityError

from clinic.applications.applicants import follow_person
from clinic.people.accounts import OWNER, agreed
from clinic.people.tables import accounts, people
from clinic.platform.clock import Clock
from clinic.platform.constraints import broken_constraint
from clinic.platform.database import Database
from clinic.platform.errors import DomainError, NotFound
from contracts.people import People, Person, PersonChange, PersonRequest, Relation

MOST_PEOPLE = 10
"""One account books for a family, not for a town."""

OWN_PEOPLE = select(people).join(accounts).where(OWNER).order_by(people.c.client_id)
OWN_PERSON = OWN_PEOPLE.where(people.c.client_id == bindparam("client_id", type_=BigInteger)).with_for_update(of=people)


class TooManyPeople(DomainError):
    def __init__(self) -> None:
        super().__init__(
            "quota", f"An account books for at most {MOST_PEOPLE} people.", limit="people", maximum=MOST_PEOPLE
        )


async def own_people(database: Database, account: str) -> People:
    """The people that the account books for, first registered first."""
    async with database.reading() as connection:
        rows = (await connection.execute(OWN_PEOPLE, {"account": account})).mappings()
        return People(people=tuple(map(_person, rows)))


async def register(database: Database, clock: Clock, account: str, asked: PersonRequest) -> Person:
    """Add a person to the account.

    Asked again it makes no twin: the account's one `self`, whatever the request says of it, and anybody of the same
    relation, name and birth date is returned as registered. So a caller that crashed before it read the answer repeats
    the call. Raises AgreeFirst, TooManyPeople.
    """
    try:
        async with database.transaction() as connection:
            account_id = await agreed(connection, account)
            known = (await connection.execute(OWN_PEOPLE, {"account": account})).mappings().all()
            if same := [row for row in known if _is(row, asked)]:
                return _person(same[0])
            if len(known) >= MOST_PEOPLE:
                raise TooManyPeople
            new = insert(people).values(account_id=account_id, created_at=clock(), **asked.model_dump())
            made = (await connection.execute(new.returning(people))).mappings().one()
            if asked.relation is Relation.SELF:
                await follow_person(connection, account_id, user_name=asked.full_name)
            return _person(made)
    except IntegrityError as error:
        if broken_constraint(error) != "people_one_self_idx":
            raise
        return await register(database, clock, account, asked)  # somebody was quicker: that one is returned


async def change_person(database: Database, account: str, client_id: int, asked: PersonChange) -> Person:
    """Correct the name or birth date of one of the account's people; what is None stays. Raises NotFound."""
    given = asked.model_dump(exclude_none=True)
    async with database.transaction() as connection:
        own = await connection.execute(OWN_PERSON, {"account": account, "client_id": client_id})
        row = own.mappings().one_or_none()
        if row is None:
            raise NotFound("person")
        if given:
            await connection.execute(update(people).where(people.c.client_id == client_id).values(given))
            if row["relation"] == Relation.SELF:
                await follow_person(connection, row["account_id"], user_name=given.get("full_name"))
    return _person({**row, **given})


def _is(row: Mapping[Any, Any], asked: PersonRequest) -> bool:
    if row["relation"] != asked.relation:
        return False
    same = (row["full_name"], row["birth_date"]) == (asked.full_name, asked.birth_date)
    return asked.relation is Relation.SELF or same


def _person(row: Mapping[Any, Any]) -> Person:
    return Person(
        client_id=row["client_id"],
        relation=Relation(row["relation"]),
        full_name=row["full_name"],
        birth_date=row["birth_date"],
    )
