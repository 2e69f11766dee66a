"""Accounts, people and consents."""

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Identity,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
)

from clinic.platform.database import metadata

FIRST_OWN_CLIENT_ID = 1_000_000_000
"""People who register get ids from here on; below are the numbers that the clinic's own staff give to people."""

accounts = Table(
    "accounts",
    metadata,
    Column("account_id", BigInteger, Identity(always=True), primary_key=True),
    Column("external", String(120), nullable=False, unique=True),
    Column("created_at", DateTime(timezone=True), nullable=False),
    Column("phone", String(16)),
    Column("phone_verified_at", DateTime(timezone=True)),
    # Since when no message reaches the owner this way, such as after the bot was blocked.
    Column("unreachable_since", DateTime(timezone=True)),
    Column("reach_version", Integer, nullable=False, server_default="0"),
    CheckConstraint("phone IS NOT NULL OR phone_verified_at IS NULL", name="phone"),
)

people = Table(
    "people",
    metadata,
    Column("client_id", BigInteger, Identity(always=False, start=FIRST_OWN_CLIENT_ID), primary_key=True),
    Column("account_id", ForeignKey("accounts.account_id", ondelete="SET NULL"), index=True),
    Column("relation", String(10), nullable=False),
    Column("full_name", String(255)),
    Column("birth_date", Date),
    Column("created_at", DateTime(timezone=True), nullable=False),
    CheckConstraint("relation IN ('self', 'child', 'parent', 'other')", name="relation"),
    Index("people_one_self_idx", "account_id", unique=True, postgresql_where="relation = 'self'"),
)

consents = Table(
    "consents",
    metadata,
    Column("consent_id", BigInteger, Identity(always=True), primary_key=True),
    Column("account_id", ForeignKey("accounts.account_id", ondelete="CASCADE"), nullable=False),
    Column("version", String(40), nullable=False),
    Column("text_sha256", String(64), nullable=False),
    Column("language", String(2), nullable=False),
    Column("given_at", DateTime(timezone=True), nullable=False),
    UniqueConstraint("account_id", "version", "text_sha256"),
)
