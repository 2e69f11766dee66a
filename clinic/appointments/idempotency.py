"""Answers kept for repeated requests: the same key and body gives the same answer, whatever has changed since."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import BaseModel
from sqlalchemy import delete, select

from clinic.appointments.refusals import IdempotencyConflict
from clinic.appointments.tables import idempotency_keys
from clinic.platform.database import Database


@dataclass(frozen=True, slots=True)
class RequestKey:
    """An Idempotency-Key within its caller's scope, and the hash of the body that it came with."""

    scope: str
    key: str
    body_hash: bytes

    def row(self, answer: str, now: datetime, prefix: str = "") -> dict[str, Any]:
        """The values of the row that keeps an answer."""
        return {
            f"{prefix}scope": self.scope,
            f"{prefix}key": self.key,
            f"{prefix}body_hash": self.body_hash,
            f"{prefix}answer": answer,
            f"{prefix}created_at": now,
        }


def request_key(scope: str, key: str | None, body: BaseModel) -> RequestKey | None:
    """The key of a request; two bodies that mean the same hash alike. None without the header."""
    if key is None:
        return None
    return RequestKey(scope, key, hashlib.sha256(body.model_dump_json().encode()).digest())


async def forget_answers(database: Database, before: datetime) -> None:
    """Delete answers that are older: they hold names and notes, which nobody keeps longer than needed."""
    async with database.transaction() as connection:
        await connection.execute(delete(idempotency_keys).where(idempotency_keys.c.created_at < before))


async def kept_answer(database: Database, asked: RequestKey) -> str | None:
    """The JSON that was answered to this key, if it was used. Raises IdempotencyConflict for another body."""
    query = select(idempotency_keys.c.body_hash, idempotency_keys.c.answer).where(
        idempotency_keys.c.scope == asked.scope, idempotency_keys.c.key == asked.key
    )
    async with database.reading() as connection:
        row = (await connection.execute(query)).one_or_none()
    if row is None:
        return None
    if row.body_hash != asked.body_hash:
        raise IdempotencyConflict
    return str(row.answer)
