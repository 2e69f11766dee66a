"""How the clinic reaches the owner of an account. The phone is for its people: it is in no event and no log."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select, update

from clinic.applications.applicants import follow_person
from clinic.people.accounts import OWNER, agreed
from clinic.people.tables import accounts
from clinic.platform.clock import Clock
from clinic.platform.database import Database
from clinic.platform.errors import NotFound
from contracts.people import Contact, ContactRequest

KNOWN = select(accounts.c.phone, accounts.c.phone_verified_at)


async def keep_contact(database: Database, clock: Clock, account: str, asked: ContactRequest) -> Contact:
    """Keep the account's phone in place of the one before. Raises AgreeFirst.

    A number that was verified stays so when it is given again; another one has to be verified anew.
    """
    async with database.transaction() as connection:
        account_id = await agreed(connection, account)
        same = accounts.c.account_id == account_id
        known = (await connection.execute(KNOWN.where(same))).mappings().one()
        verified_at = known["phone_verified_at"] if known["phone"] == asked.phone else None
        if asked.verified and verified_at is None:
            verified_at = clock()
        new = {"phone": asked.phone, "phone_verified_at": verified_at}
        await connection.execute(update(accounts).where(same).values(new))
        await follow_person(connection, account_id, phone=asked.phone)
        return _contact(new)


async def current_contact(database: Database, account: str) -> Contact:
    """The account's phone. Raises NotFound."""
    async with database.reading() as connection:
        row = (await connection.execute(KNOWN.where(OWNER), {"account": account})).mappings().one_or_none()
    if row is None or row["phone"] is None:
        raise NotFound("contact")
    return _contact(row)


def _contact(row: Mapping[Any, Any]) -> Contact:
    verified_at = row["phone_verified_at"]
    return Contact(phone=row["phone"], verified=verified_at is not None, verified_at=verified_at)
