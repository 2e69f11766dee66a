"""The account on whose behalf a call is made: found, made at its first consent, locked while its things change."""

from sqlalchemy import String, bindparam, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.people.tables import accounts, consents
from clinic.platform.clock import Clock
from clinic.platform.errors import DomainError

OWNER = accounts.c.external == bindparam("account", type_=String)


class AgreeFirst(DomainError):
    def __init__(self) -> None:
        super().__init__("consent_required", "The patient has not agreed to the processing of personal data yet.")


async def account_id_of(connection: AsyncConnection, account: str, clock: Clock) -> int:
    """The account's id; it is made if nobody has heard of it."""
    new = insert(accounts).values(external=account, created_at=clock())
    await connection.execute(new.on_conflict_do_nothing())
    found = await connection.execute(select(accounts.c.account_id).where(OWNER), {"account": account})
    return int(found.scalar_one())


async def agreed(connection: AsyncConnection, account: str) -> int:
    """The id of an account that has agreed, locked until the transaction ends. Raises AgreeFirst."""
    owner = select(accounts.c.account_id).where(OWNER).with_for_update()
    account_id = (await connection.execute(owner, {"account": account})).scalar_one_or_none()
    given = select(func.count()).select_from(consents).where(consents.c.account_id == account_id)
    if account_id is None or not (await connection.execute(given)).scalar_one():
        raise AgreeFirst
    return int(account_id)
