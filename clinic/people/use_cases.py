"""Consent and registration: done on behalf of one account, whose identity the bot has signed."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import String, bindparam, func, insert, select
from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.people.tables import accounts, consents, people
from clinic.platform.clock import Clock
from clinic.platform.constraints import broken_constraint
from clinic.platform.database import Database
from clinic.platform.errors import DomainError, NotFound
from contracts.people import Consent, ConsentRequest, People, Person, PersonRequest, Relation

MOST_PEOPLE = 10
"""One account books for a family, not for a town."""

OWNER = accounts.c.external == bindparam("account", type_=String)
LATEST_CONSENT = (
    select(consents)
    .join(accounts)
    .where(OWNER)
    .order_by(consents.c.given_at.desc(), consents.c.consent_id.desc())
    .limit(1)
)
OWN_PEOPLE = select(people).join(accounts).where(OWNER).order_by(people.c.client_id)


class TooManyPeople(DomainError):
    def __init__(self) -> None:
        super().__init__(
            "quota", f"An account books for at most {MOST_PEOPLE} people.", limit="people", maximum=MOST_PEOPLE
        )


class AgreeFirst(DomainError):
    def __init__(self) -> None:
        super().__init__("consent_required", "The patient has not agreed to the processing of personal data yet.")


async def give_consent(database: Database, clock: Clock, account: str, asked: ConsentRequest) -> Consent:
    """Record which text the account agreed to; the same text again is agreed to anew."""
    now = clock()
    async with database.transaction() as connection:
        account_id = await _account_id(connection, account, clock)
        given = pg_insert(consents).values(account_id=account_id, given_at=now, **asked.model_dump())
        again = given.on_conflict_do_update(
            index_elements=["account_id", "version", "text_sha256"], set_={"given_at": given.excluded.given_at}
        )
        await connection.execute(again)
        return _consent((await connection.execute(LATEST_CONSENT, {"account": account})).mappings().one())


async def current_consent(database: Database, account: str) -> Consent:
    """What the account agreed to last. Raises NotFound."""
    async with database.reading() as connection:
        row = (await connection.execute(LATEST_CONSENT, {"account": account})).mappings().one_or_none()
    if row is None:
        raise NotFound("consent")
    return _consent(row)


async def own_people(database: Database, account: str) -> People:
    """The people that the account books for, first registered first."""
    async with database.reading() as connection:
        rows = (await connection.execute(OWN_PEOPLE, {"account": account})).mappings()
        return People(people=tuple(map(_person, rows)))


async def register(database: Database, clock: Clock, account: str, asked: PersonRequest) -> Person:
    """Add a person to the account; an account has one `self`, which asking again returns.

    Raises AgreeFirst, TooManyPeople.
    """
    try:
        async with database.transaction() as connection:
            account_id = await _agreed(connection, account)
            known = (await connection.execute(OWN_PEOPLE, {"account": account})).mappings().all()
            if asked.relation is Relation.SELF and (own := [p for p in known if p["relation"] == "self"]):
                return _person(own[0])
            if len(known) >= MOST_PEOPLE:
                raise TooManyPeople
            new = insert(people).values(account_id=account_id, created_at=clock(), **asked.model_dump())
            return _person((await connection.execute(new.returning(people))).mappings().one())
    except IntegrityError as error:
        if broken_constraint(error) != "people_one_self_idx":
            raise
        return await register(database, clock, account, asked)  # somebody was quicker: that one is returned


async def _account_id(connection: AsyncConnection, account: str, clock: Clock) -> int:
    new = pg_insert(accounts).values(external=account, created_at=clock())
    await connection.execute(new.on_conflict_do_nothing())
    found = await connection.execute(select(accounts.c.account_id).where(OWNER), {"account": account})
    return int(found.scalar_one())


async def _agreed(connection: AsyncConnection, account: str) -> int:
    """The account's id, locked; raises AgreeFirst."""
    owner = select(accounts.c.account_id).where(OWNER).with_for_update()
    account_id = (await connection.execute(owner, {"account": account})).scalar_one_or_none()
    given = select(func.count()).select_from(consents).where(consents.c.account_id == account_id)
    if account_id is None or not (await connection.execute(given)).scalar_one():
        raise AgreeFirst
    return int(account_id)


def _consent(row: Mapping[Any, Any]) -> Consent:
    return Consent(
        version=row["version"],
        text_sha256=row["text_sha256"],
        language=row["language"],
        given_at=row["given_at"],
    )


def _person(row: Mapping[Any, Any]) -> Person:
    return Person(
        client_id=row["client_id"],
        relation=Relation(row["relation"]),
        full_name=row["full_name"],
        birth_date=row["birth_date"],
    )
