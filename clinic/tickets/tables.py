"""Tickets and their comments."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    DateTime,
    ForeignKey,
    Identity,
    Index,
    Integer,
    String,
    Table,
)

from clinic.platform.database import metadata
from clinic.tickets.domain import Author, Reason, Status

tickets = Table(
    "tickets",
    metadata,
    Column("id", BigInteger, Identity(always=True), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("account_id", ForeignKey("accounts.account_id", ondelete="CASCADE"), nullable=False),
    Column("client_id", ForeignKey("people.client_id", ondelete="SET NULL")),
    Column("branch_id", ForeignKey("branches.branch_id", ondelete="SET NULL")),
    Column("subject", String(255), nullable=False),
    Column("reason", String(16), nullable=False),
    Column("status", String(16), nullable=False),
    Column("owner", String(255)),
    Column("human_owned", Boolean, nullable=False),
    Column("summary", String(2000)),
    # The closed ticket that this one continues.
    Column("follows_id", ForeignKey("tickets.id", ondelete="SET NULL"), index=True),
    Column("created_at", DateTime(timezone=True), nullable=False),
    Column("updated_at", DateTime(timezone=True), nullable=False),
    Column("closed_at", DateTime(timezone=True)),
    CheckConstraint("reason IN ({})".format(", ".join(f"'{reason}'" for reason in Reason)), name="reason"),
    CheckConstraint("status IN ({})".format(", ".join(f"'{status}'" for status in Status)), name="status"),
    CheckConstraint("(status = 'closed') = (closed_at IS NOT NULL)", name="closed"),
    CheckConstraint("status <> 'closed' OR NOT human_owned", name="owned"),
    Index("tickets_account_idx", "account_id", "created_at"),
    Index("tickets_human_idx", "account_id", "updated_at", postgresql_where="human_owned"),
    Index("tickets_status_idx", "status", "updated_at"),
)

ticket_comments = Table(
    "ticket_comments",
    metadata,
    Column("id", BigInteger, Identity(always=True), primary_key=True),
    Column("ticket_id", ForeignKey("tickets.id", ondelete="CASCADE"), nullable=False),
    Column("author", String(8), nullable=False),
    Column("author_name", String(255)),
    Column("text", String(4000), nullable=False),
    # The message that it comes from, with whose it is: for days it is added once.
    Column("source", String(240), index=True),
    Column("created_at", DateTime(timezone=True), nullable=False),
    CheckConstraint("author IN ({})".format(", ".join(f"'{author}'" for author in Author)), name="author"),
    CheckConstraint("length(text) > 0", name="text"),
    Index("ticket_comments_ticket_idx", "ticket_id", "id"),
)
