"""Applications and the people who made them. Only `description` holds a patient's words."""

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    DateTime,
    ForeignKey,
    Identity,
    Index,
    Integer,
    String,
    Table,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB

from clinic.applications.domain.states import State
from clinic.platform.database import metadata

applicants = Table(
    "applicants",
    metadata,
    Column("id", BigInteger, Identity(always=True), primary_key=True),
    Column("user_name", String(255), nullable=False),
    Column("email", String(255)),
    Column("phone", String(16)),
    Column("telegram_id", BigInteger, index=True),
    Column("account_id", ForeignKey("accounts.account_id", ondelete="SET NULL"), unique=True),
    Column("created_at", DateTime(timezone=True), nullable=False),
    # Somebody who has only a name is the same person each time it is given.
    Index(
        "applicants_name_only_idx",
        "user_name",
        unique=True,
        postgresql_where="telegram_id IS NULL AND account_id IS NULL",
    ),
    # Lists are filtered by name without regard to case.
    Index("applicants_user_name_idx", text("lower(user_name)")),
)

applications = Table(
    "applications",
    metadata,
    Column("id", BigInteger, Identity(always=True), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("applicant_id", ForeignKey("applicants.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("description", String(2000), nullable=False),
    Column("understood", JSONB, nullable=False, server_default="{}"),
    Column("status", String(10), nullable=False),
    Column("branch_id", ForeignKey("branches.branch_id", ondelete="SET NULL")),
    # Who is going to visit.
    Column("client_id", ForeignKey("people.client_id", ondelete="SET NULL"), index=True),
    Column("appointment_id", ForeignKey("appointments.id", ondelete="SET NULL"), index=True),
    # Both only while a manager is waited for; `remind_at` goes once the managers were reminded.
    Column("decide_by", DateTime(timezone=True)),
    Column("remind_at", DateTime(timezone=True)),
    Column("taken_by", String(120)),
    Column("taken_at", DateTime(timezone=True)),
    Column("decided_by", String(120)),
    Column("decided_at", DateTime(timezone=True)),
    Column("decision_reason", String(255)),
    Column("created_at", DateTime(timezone=True), nullable=False),
    Column("updated_at", DateTime(timezone=True), nullable=False),
    CheckConstraint("status IN ({})".format(", ".join(f"'{state}'" for state in State)), name="status"),
    Index("applications_deadline_idx", "decide_by", postgresql_where="status = 'proposed'"),
    Index("applications_reminder_idx", "remind_at", postgresql_where="remind_at IS NOT NULL"),
    Index("applications_created_idx", "created_at"),
)
