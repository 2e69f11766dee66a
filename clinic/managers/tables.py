"""Managers, the invitations that made them, and the tries to claim one."""

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    DateTime,
    ForeignKey,
    Identity,
    Index,
    LargeBinary,
    String,
    Table,
)

from clinic.platform.database import metadata

_ROLES = "role IN ('manager', 'read_only')"

managers = Table(
    "managers",
    metadata,
    Column("manager_id", BigInteger, Identity(always=True), primary_key=True),
    Column("telegram_id", BigInteger, nullable=False),
    Column("name", String(255), nullable=False),
    Column("role", String(10), nullable=False),
    Column("branch_id", ForeignKey("branches.branch_id", ondelete="CASCADE"), index=True),  # None: all branches
    Column("created_at", DateTime(timezone=True), nullable=False),
    Column("revoked_at", DateTime(timezone=True)),
    CheckConstraint(_ROLES, name="role"),
    Index("managers_in_office_idx", "telegram_id", "branch_id", unique=True, postgresql_where="revoked_at IS NULL"),
    Index(
        "managers_everywhere_idx",
        "telegram_id",
        unique=True,
        postgresql_where="revoked_at IS NULL AND branch_id IS NULL",
    ),
)

manager_invites = Table(
    "manager_invites",
    metadata,
    Column("invite_id", BigInteger, Identity(always=True), primary_key=True),
    Column("code_sha256", LargeBinary, nullable=False, unique=True),
    Column("role", String(10), nullable=False),
    Column("branch_id", ForeignKey("branches.branch_id", ondelete="CASCADE"), index=True),
    Column("created_at", DateTime(timezone=True), nullable=False),
    Column("expires_at", DateTime(timezone=True), nullable=False),
    Column("used_at", DateTime(timezone=True)),
    Column("manager_id", ForeignKey("managers.manager_id", ondelete="CASCADE"), index=True),  # who used it
    CheckConstraint(_ROLES, name="role"),
    CheckConstraint("(used_at IS NULL) = (manager_id IS NULL)", name="used"),
)

claim_tries = Table(
    "manager_claim_tries",
    metadata,
    Column("try_id", BigInteger, Identity(always=True), primary_key=True),
    Column("telegram_id", BigInteger, nullable=False),
    Column("tried_at", DateTime(timezone=True), nullable=False),
    Index("manager_claim_tries_who_idx", "telegram_id", "tried_at"),
)
"""Those that failed."""
