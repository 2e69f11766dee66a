"""Which text the owner of an account agreed to, and when."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from clinic.people.accounts import OWNER, account_id_of
from clinic.people.tables import accounts, consents
from clinic.platform.clock import Clock
from clinic.platform.database import Database
from clinic.platform.errors import NotFound
from contracts.people import Consent, ConsentRequest

LATEST_CONSENT = (
    select(consents)
    .join(accounts)
    .where(OWNER)
    .order_by(consents.c.given_at.desc(), consents.c.consent_id.desc())
    .limit(1)
)


async def give_consent(database: Database, clock: Clock, account: str, asked: ConsentRequest) -> Consent:
    """Record which text the account agreed to; the same text again is agreed to anew."""
    now = clock()
    async with database.transaction() as connection:
        account_id = await account_id_of(connection, account, clock)
        given = insert(consents).values(account_id=account_id, given_at=now, **asked.model_dump())
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


def _consent(row: Mapping[Any, Any]) -> Consent:
    return Consent(
        version=row["version"],
        text_sha256=row["text_sha256"],
        language=row["language"],
        given_at=row["given_at"],
    )
