"""Call requests: at most one open an account."""

from sqlalchemy import BigInteger, CheckConstraint, Column, DateTime, ForeignKey, Identity, Index, String, Table

from clinic.platform.database import metadata

call_requests = Table(
    "call_requests",
    metadata,
    Column("id", BigInteger, Identity(always=True), primary_key=True),
    Column("account_id", ForeignKey("accounts.account_id", ondelete="CASCADE"), nullable=False),
    Column("status", String(10), nullable=False),
    Column("topic", String(255)),
    Column("created_at", DateTime(timezone=True), nullable=False),
    Column("finished_at", DateTime(timezone=True)),
    Column("done_by", String(255)),
    CheckConstraint("status IN ('open', 'done', 'cancelled')", name="status"),
    CheckConstraint("(status = 'open') = (finished_at IS NULL)", name="finished"),
    Index("call_requests_one_open_idx", "account_id", unique=True, postgresql_where="status = 'open'"),
    Index("call_requests_account_idx", "account_id", "created_at"),
    Index("call_requests_status_idx", "status", "created_at"),
)
