"""Call tasks: at most one open a visit and reason."""

from sqlalchemy import BigInteger, CheckConstraint, Column, DateTime, ForeignKey, Identity, Index, String, Table

from clinic.platform.database import metadata
from contracts.call_tasks import CallTaskReason

call_tasks = Table(
    "call_tasks",
    metadata,
    Column("id", BigInteger, Identity(always=True), primary_key=True),
    # Whom the bot could not help; None: a visit that was booked by telephone.
    Column("account_id", ForeignKey("accounts.account_id", ondelete="CASCADE"), index=True),
    Column("appointment_id", ForeignKey("appointments.id", ondelete="CASCADE"), nullable=False),
    Column("reason", String(12), nullable=False),
    Column("due_by", DateTime(timezone=True), nullable=False),
    Column("status", String(10), nullable=False),
    Column("done_by", String(255)),
    Column("created_at", DateTime(timezone=True), nullable=False),
    Column("finished_at", DateTime(timezone=True)),
    CheckConstraint("reason IN ({})".format(", ".join(f"'{reason}'" for reason in CallTaskReason)), name="reason"),
    CheckConstraint("status IN ('open', 'done', 'cancelled')", name="status"),
    CheckConstraint("(status = 'open') = (finished_at IS NULL)", name="finished"),
    Index("call_tasks_one_open_idx", "appointment_id", "reason", unique=True, postgresql_where="status = 'open'"),
    Index("call_tasks_appointment_idx", "appointment_id", "created_at"),
    Index("call_tasks_due_idx", "status", "due_by"),
)
