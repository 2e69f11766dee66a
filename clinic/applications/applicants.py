"""Whoever applies: found or made by the account, else by the name alone."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, and_, bindparam, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.applications.tables import applicants
from clinic.people.tables import accounts, people

TELEGRAM = "telegram:"
KNOWN = (
    select(
        accounts.c.external,
        accounts.c.phone,
        people.c.full_name,
        applicants.c.id,
        applicants.c.user_name,
        applicants.c.phone.label("known_phone"),
    )
    .select_from(
        accounts.outerjoin(
            people, and_(people.c.account_id == accounts.c.account_id, people.c.relation == "self")
        ).outerjoin(applicants, applicants.c.account_id == accounts.c.account_id)
    )
    .where(accounts.c.account_id == bindparam("account_id", type_=BigInteger))
)


async def of_account(connection: AsyncConnection, account_id: int, now: datetime, called: str | None = None) -> int:
    """The applicant's id, its name and phone as the clinic now knows them.

    The name is the owner's own; else what they `called` themselves, now or before; else the account's outside name.
    Whoever has applied before costs one read: this is on the way of each booking.
    """
    known = (await connection.execute(KNOWN, {"account_id": account_id})).one()
    named = known.full_name or called or known.user_name or known.external
    if known.id is None:
        return await _add(connection, account_id, known.external, {"user_name": named, "phone": known.phone}, now)
    if (named, known.phone) != (known.user_name, known.known_phone):
        await follow_person(connection, account_id, user_name=named, phone=known.phone)
    return int(known.id)


async def _add(
    connection: AsyncConnection, account_id: int, external: str, known: dict[str, Any], now: datetime
) -> int:
    row = known | {"telegram_id": telegram_id(external), "account_id": account_id, "created_at": now}
    new = insert(applicants).values(row)  # another call of the account may have been quicker
    same = new.on_conflict_do_update(index_elements=["account_id"], set_=known).returning(applicants.c.id)
    return int((await connection.execute(same)).scalar_one())


async def of_name(
    connection: AsyncConnection, user_name: str, email: str | None, phone: str | None, now: datetime
) -> int:
    """The applicant who has only this name, or the account whose outside name it is. What is given replaces."""
    owner = select(accounts.c.account_id).where(accounts.c.external == user_name)
    account_id = (await connection.execute(owner)).scalar_one_or_none()
    if account_id is not None:
        return await of_account(connection, int(account_id), now)
    row = {"user_name": user_name, "email": email, "phone": phone, "created_at": now}
    nameless = applicants.c.telegram_id.is_(None) & applicants.c.account_id.is_(None)
    new = insert(applicants).values(row)
    kept = {
        "email": func.coalesce(new.excluded.email, applicants.c.email),
        "phone": func.coalesce(new.excluded.phone, applicants.c.phone),
    }
    statement = new.on_conflict_do_update(index_elements=["user_name"], index_where=nameless, set_=kept)
    return int((await connection.execute(statement.returning(applicants.c.id))).scalar_one())


async def follow_person(connection: AsyncConnection, account_id: int, **known: str | None) -> None:
    """What the clinic has learned of an account's owner since: `user_name`, `phone`. What is None stays."""
    given = {column: value for column, value in known.items() if value is not None}
    if given:
        await connection.execute(update(applicants).where(applicants.c.account_id == account_id).values(given))


async def keep_contact(connection: AsyncConnection, applicant_id: int, email: str | None) -> None:
    """What somebody wrote of themselves."""
    if email is not None:
        await connection.execute(update(applicants).where(applicants.c.id == applicant_id).values(email=email))


def telegram_id(external: str) -> int | None:
    """The number in an account such as ``telegram:42``; None for others."""
    number = external.removeprefix(TELEGRAM)
    return int(number) if external.startswith(TELEGRAM) and number.isdigit() and len(number) < 19 else None
