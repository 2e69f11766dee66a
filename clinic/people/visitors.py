"""The person for whom free time is sought."""

from sqlalchemy import BigInteger, String, bindparam, select

from clinic.people.tables import accounts, people
from clinic.platform.database import Database
from clinic.platform.errors import NotFound
from clinic.schedule.domain.visitor import Visitor

PERSON = select(people.c.relation, people.c.birth_date).where(
    people.c.client_id == bindparam("client_id", type_=BigInteger)
)
OWN_PERSON = PERSON.join(accounts, accounts.c.account_id == people.c.account_id).where(
    accounts.c.external == bindparam("account", type_=String)
)


async def find_visitor(database: Database, client_id: int, account: str | None) -> Visitor:
    """A person of the account; for staff (None) anybody's. Raises NotFound."""
    asked, values = (PERSON, {}) if account is None else (OWN_PERSON, {"account": account})
    async with database.reading() as connection:
        row = (await connection.execute(asked, {"client_id": client_id} | values)).one_or_none()
    if row is None:
        raise NotFound("person")
    return Visitor(row.relation, row.birth_date)
