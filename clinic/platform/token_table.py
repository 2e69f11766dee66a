"""API tokens: only their hashes are stored."""

from sqlalchemy import CheckConstraint, Column, DateTime, Identity, Integer, LargeBinary, String, Table

from clinic.platform.database import metadata

api_tokens = Table(
    "api_tokens",
    metadata,
    Column("token_id", Integer, Identity(always=True), primary_key=True),
    Column("name", String(80), nullable=False),
    Column("role", String(10), nullable=False),
    Column("token_sha256", LargeBinary, nullable=False, unique=True),
    Column("created_at", DateTime(timezone=True), nullable=False),
    Column("revoked_at", DateTime(timezone=True)),
    CheckConstraint("role IN ('bot', 'console', 'read_only')", name="role"),
)
