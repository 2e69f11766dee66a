"""Deliveries: a queue in a table. Nothing in it names a person: `recipient` is an account's number."""

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    DateTime,
    ForeignKey,
    Identity,
    Index,
    Integer,
    SmallInteger,
    String,
    Table,
)
from sqlalchemy.dialects.postgresql import JSONB

from clinic.platform.database import metadata

deliveries = Table(
    "deliveries",
    metadata,
    Column("delivery_id", BigInteger, Identity(always=True), primary_key=True),
    Column("recipient", String(120), nullable=False),
    Column("branch_id", ForeignKey("branches.branch_id", ondelete="CASCADE")),
    Column("kind", String(80), nullable=False),
    Column("payload", JSONB, nullable=False),
    Column("priority", SmallInteger, nullable=False),
    Column("created_at", DateTime(timezone=True), nullable=False),
    Column("not_before", DateTime(timezone=True), nullable=False),
    Column("expires_at", DateTime(timezone=True)),
    Column("lease", String(32)),
    Column("leased_until", DateTime(timezone=True)),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("outcome", String(12)),
    Column("detail", String(255)),
    Column("finished_at", DateTime(timezone=True)),
    CheckConstraint("outcome IN ('sent', 'unreachable', 'failed', 'expired')", name="outcome"),
    CheckConstraint("finished_at IS NULL OR outcome IS NOT NULL", name="finished"),
    Index("deliveries_due_idx", "priority", "not_before", "delivery_id", postgresql_where="finished_at IS NULL"),
    Index("deliveries_finished_idx", "finished_at", postgresql_where="finished_at IS NOT NULL"),
)
