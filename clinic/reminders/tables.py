"""Reminders, answers to them, and what the clinic's daily rounds have done already."""

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
from clinic.reminders.domain.states import Answer, Status

reminders = Table(
    "reminders",
    metadata,
    Column("reminder_id", BigInteger, Identity(always=True), primary_key=True),
    Column("appointment_id", ForeignKey("appointments.id", ondelete="CASCADE"), nullable=False),
    Column("kind", String(16), nullable=False),
    # The start that the visit had when this was planned: one that moves gets reminders of its own.
    Column("for_start", DateTime(timezone=True), nullable=False),
    Column("due_at", DateTime(timezone=True), nullable=False),
    Column("status", String(10), nullable=False),
    Column("sent_at", DateTime(timezone=True)),
    Column("delivery_id", ForeignKey("deliveries.delivery_id", ondelete="SET NULL"), index=True),
    Column("answer", String(10), nullable=False, server_default=Answer.NONE.value),
    UniqueConstraint("appointment_id", "for_start", "kind"),
    CheckConstraint("status IN ({})".format(", ".join(f"'{status}'" for status in Status)), name="status"),
    CheckConstraint("answer IN ({})".format(", ".join(f"'{answer}'" for answer in Answer)), name="answer"),
    CheckConstraint("(status = 'sent') = (sent_at IS NOT NULL)", name="sent"),
    Index("reminders_due_idx", "due_at", "reminder_id", postgresql_where="status = 'planned'"),
    Index("reminders_dropped_idx", "for_start", postgresql_where="status = 'cancelled'"),
)

confirmations = Table(
    "confirmations",
    metadata,
    Column("confirmation_id", BigInteger, Identity(always=True), primary_key=True),
    Column("appointment_id", ForeignKey("appointments.id", ondelete="CASCADE"), nullable=False),
    Column("for_start", DateTime(timezone=True), nullable=False),
    # None: nobody has to say that they are coming, though they may.
    Column("confirm_by", DateTime(timezone=True)),
    Column("coming_at", DateTime(timezone=True)),
    # The deadline has passed without an answer, and something was done about it.
    Column("missed_at", DateTime(timezone=True)),
    UniqueConstraint("appointment_id", "for_start"),
    CheckConstraint("missed_at IS NULL OR confirm_by IS NOT NULL", name="missed"),
    Index(
        "confirmations_due_idx",
        "confirm_by",
        postgresql_where="coming_at IS NULL AND missed_at IS NULL AND confirm_by IS NOT NULL",
    ),
)

reminder_checks = Table(
    "reminder_checks",
    metadata,
    # Of the clinic's zone: the check is made once a day, by whichever worker comes first.
    Column("day", Date, primary_key=True),
    Column("checked_at", DateTime(timezone=True), nullable=False),
    Column("missing", Integer, nullable=False),
)

closing_rounds = Table(
    "closing_rounds",
    metadata,
    Column("branch_id", ForeignKey("branches.branch_id", ondelete="CASCADE"), primary_key=True),
    # Of the branch's zone.
    Column("day", Date, primary_key=True),
    Column("told_at", DateTime(timezone=True), nullable=False),
    Column("unmarked", Integer, nullable=False),
)
