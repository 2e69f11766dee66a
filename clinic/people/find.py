"""Look for people by a part of their name, or by the last digits of their phone; with their coming visits."""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, and_, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from clinic.appointments import present
from clinic.appointments.domain.states import State
from clinic.appointments.read import NAMED
from clinic.appointments.tables import appointments
from clinic.people.tables import accounts, people
from clinic.platform.clock import Clock
from clinic.platform.database import Database
from contracts.found import FoundPeople, FoundPerson

FEWEST_DIGITS, MOST_WORDS, MOST_VISITS = 3, 5, 200
COMING = tuple(
    state.value for state in (State.PENDING, State.CONFIRMED, State.ARRIVED, State.HELD, State.NEEDS_REBOOKING)
)
_DIGITS = re.compile(r"[0-9\s()+.-]+")


class FindPeople:
    """For staff. With branches, only those who have or had a visit there."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def __call__(self, text: str, branch_id: int | None, limit: int) -> FoundPeople:
        """`text`: words that a name has, in any order and each from its beginning; or at least three digits."""
        now = self._clock()
        digits = re.sub(r"[^0-9]", "", text) if _DIGITS.fullmatch(text) else ""
        words = [] if digits else _plain(text).split()[:MOST_WORDS]
        if not words and len(digits) < FEWEST_DIGITS:
            return FoundPeople(people=(), more=False)
        async with self._database.snapshot() as connection:
            rows = await _people(connection, words, digits, branch_id, limit + 1)
            of_them = await _visits(connection, [row["client_id"] for row in rows[:limit]], branch_id, now)
            named = [] if digits else await _named(connection, words, branch_id, now, limit + 1)
        found = [_person(row, [one for one in of_them if one["client_id"] == row["client_id"]], now) for row in rows]
        known = {visit.id for one in found for visit in one.visits}
        found += [_unregistered(row, now) for row in named if row["id"] not in known]
        return FoundPeople(people=tuple(found[:limit]), more=len(found) > limit)


async def _people(
    connection: AsyncConnection, words: Sequence[str], digits: str, branch_id: int | None, limit: int
) -> Sequence[RowMapping]:
    query = select(people.c.client_id, people.c.full_name, people.c.relation, accounts.c.phone)
    query = query.select_from(people.outerjoin(accounts))
    if digits:
        query = query.where(accounts.c.phone.endswith(digits, autoescape=True))
    else:
        query = query.where(_has(people.c.full_name, words))
    if branch_id is not None:
        visited = exists().where(appointments.c.client_id == people.c.client_id, appointments.c.branch_id == branch_id)
        query = query.where(visited)
    query = query.order_by(people.c.full_name.nulls_last(), people.c.client_id).limit(limit)
    return (await connection.execute(query)).mappings().all()


async def _visits(
    connection: AsyncConnection, client_ids: Sequence[int], branch_id: int | None, now: datetime
) -> Sequence[RowMapping]:
    coming = NAMED.where(appointments.c.client_id.in_(client_ids), *_coming(branch_id, now))
    ordered = coming.order_by(appointments.c.start_time, appointments.c.id).limit(MOST_VISITS)
    return (await connection.execute(ordered)).mappings().all()


async def _named(
    connection: AsyncConnection, words: Sequence[str], branch_id: int | None, now: datetime, limit: int
) -> Sequence[RowMapping]:
    """Visits that staff booked under a name."""
    coming = NAMED.where(_has(appointments.c.patient_name, words), *_coming(branch_id, now))
    ordered = coming.order_by(appointments.c.start_time, appointments.c.id).limit(limit)
    return (await connection.execute(ordered)).mappings().all()


def _coming(branch_id: int | None, now: datetime) -> Sequence[ColumnElement[bool]]:
    column = appointments.c
    held = or_(column.status != State.HELD.value, column.hold_expires_at > now)
    here = () if branch_id is None else (column.branch_id == branch_id,)
    return (column.end_time > now, column.status.in_(COMING), held, *here)


def _has(name: ColumnElement[Any], words: Sequence[str]) -> ColumnElement[bool]:
    """Every word begins a word of the name; ё and е are one letter."""
    plain = func.translate(func.lower(func.concat(" ", name)), "ё-", "е ")
    return and_(*(plain.contains(f" {word}", autoescape=True) for word in words))


def _plain(text: str) -> str:
    return text.lower().replace("ё", "е").replace("-", " ")


def _person(row: RowMapping, visits: Sequence[RowMapping], now: datetime) -> FoundPerson:
    shown = tuple(present.appointment(one, now) for one in visits)
    return FoundPerson(
        client_id=row["client_id"],
        full_name=row["full_name"],
        relation=row["relation"],
        phone=row["phone"],
        visits=shown,
    )


def _unregistered(row: RowMapping, now: datetime) -> FoundPerson:
    visit = present.appointment(row, now)
    return FoundPerson(
        client_id=visit.client_id, full_name=visit.patient_name, relation=None, phone=None, visits=(visit,)
    )
