"""Write a new appointment or hold in one statement: one round trip on the path that is taken most."""

from collections.abc import Mapping
from enum import Enum
from functools import lru_cache
from typing import Any

from sqlalchemy import CTE, BindParameter, Insert, bindparam, exists, insert, literal, select
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.appointments.idempotency import RequestKey
from clinic.appointments.ledger import BLOCKED_RANGE
from clinic.appointments.placement import Placement
from clinic.appointments.tables import appointments, idempotency_keys
from clinic.people.tables import FIRST_OWN_CLIENT_ID, people
from clinic.platform.outbox import Event, outbox


class Whose(Enum):
    """How the appointment's person and account are known."""

    AS_GIVEN = "as given"
    """A patient's call, or nobody's number."""
    CLINICS_NUMBER = "a number of the clinic"
    """Below the first own one: staff may use it before anything else is known of the person."""
    REGISTERED = "a registered person"
    """Booked by staff: the visit belongs to the person's account, who then sees it and may cancel it."""


async def add(
    connection: AsyncConnection,
    row: Mapping[str, Any],
    placement: Placement,
    event: Event,
    kept: tuple[RequestKey, str] | None = None,
) -> None:
    """Write the row with its event and, under a key, the answer that the caller is about to get.

    Raises IntegrityError; `broken_constraint` tells which rule of the database refused.
    """
    values = {f"a_{name}": value for name, value in row.items()} | event.row("e_")
    values |= {"blocked_from": placement.blocked_from, "blocked_until": placement.blocked_until}
    if kept is not None:
        asked, answer = kept
        values |= asked.row(answer, row["created_at"], "k_")
    whose = _whose(row)
    if whose is Whose.REGISTERED:
        del values["a_account_id"]
    await connection.execute(_statement(whose, keep=kept is not None), values)


def _whose(row: Mapping[str, Any]) -> Whose:
    if row["account_id"] is not None or row["client_id"] is None:
        return Whose.AS_GIVEN
    return Whose.CLINICS_NUMBER if row["client_id"] < FIRST_OWN_CLIENT_ID else Whose.REGISTERED


@lru_cache
def _statement(whose: Whose, *, keep: bool) -> Insert:
    """The event's insert, with the others as common table expressions: all of them or none."""
    statement = insert(outbox).values(
        {c.name: bindparam(f"e_{c.name}", type_=c.type) for c in outbox.c if c.name not in {"id", "published_at"}}
    )
    if whose is Whose.CLINICS_NUMBER:
        statement = statement.add_cte(_person())
    statement = statement.add_cte(_appointment(whose))
    if keep:
        kept = {c.name: bindparam(f"k_{c.name}", type_=c.type) for c in idempotency_keys.c}
        statement = statement.add_cte(insert(idempotency_keys).values(kept).cte("kept"))
    return statement


def _appointment(whose: Whose) -> CTE:
    columns: dict[str, Any] = {c.name: _value(c.name) for c in appointments.c if c.name != "blocked"}
    if whose is Whose.REGISTERED:
        owner = select(people.c.account_id).where(people.c.client_id == _value("client_id"))
        columns["account_id"] = owner.scalar_subquery()
    return insert(appointments).values(columns | {"blocked": BLOCKED_RANGE}).cte("placed")


def _person() -> CTE:
    # ON CONFLICT would say the same, but SQLAlchemy compiles it anew at each use, which doubles a booking's cost.
    unknown = ~exists().where(people.c.client_id == _value("client_id"))
    new = select(_value("client_id"), literal("other"), _value("created_at")).where(unknown)
    return insert(people).from_select(["client_id", "relation", "created_at"], new).cte("person")


def _value(column: str) -> BindParameter[Any]:
    return bindparam(f"a_{column}", type_=appointments.c[column].type)
