"""The outbox: events are written by the transaction that makes them true, and published after it committed."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import BigInteger, Column, DateTime, Identity, Index, Integer, String, Table, Uuid, insert
from sqlalchemy.dialects.postgresql import JSONB

from clinic.platform.database import metadata

outbox = Table(
    "outbox",
    metadata,
    Column("id", BigInteger, Identity(always=True), primary_key=True),
    Column("event_id", Uuid, nullable=False, unique=True),
    Column("type", String(80), nullable=False),
    Column("aggregate", String(40), nullable=False),
    Column("aggregate_id", BigInteger, nullable=False),
    Column("aggregate_version", Integer, nullable=False),
    Column("payload", JSONB, nullable=False),
    Column("occurred_at", DateTime(timezone=True), nullable=False),
    Column("published_at", DateTime(timezone=True)),
    Index("outbox_unpublished_idx", "id", postgresql_where="published_at IS NULL"),
)


@dataclass(frozen=True, slots=True)
class Event:
    """Something that became true. The payload holds ids, times and codes, never names, words or numbers of people."""

    type: str
    aggregate: str
    aggregate_id: int
    aggregate_version: int
    """Grows by one with each change of the aggregate: consumers order and deduplicate by it."""
    payload: dict[str, Any]
    occurred_at: datetime

    def row(self, prefix: str = "") -> dict[str, Any]:
        """The values of its outbox row; `prefix` sets them apart in a statement that writes other tables too."""
        return {
            f"{prefix}event_id": uuid4(),
            f"{prefix}type": self.type,
            f"{prefix}aggregate": self.aggregate,
            f"{prefix}aggregate_id": self.aggregate_id,
            f"{prefix}aggregate_version": self.aggregate_version,
            f"{prefix}payload": self.payload,
            f"{prefix}occurred_at": self.occurred_at,
        }


append = insert(outbox)
"""Run it with `Event.row()`, inside the transaction that makes the event true."""
