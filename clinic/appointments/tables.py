"""Appointments, holds among them, marks that may be taken back, and the answers that are kept for repeated requests."""

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    DateTime,
    ForeignKey,
    Identity,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    text,
)
from sqlalchemy.dialects.postgresql import TSTZRANGE, ExcludeConstraint

from clinic.appointments.domain.states import BLOCKING, State
from clinic.platform.database import metadata

_BLOCKS = "status IN ({})".format(", ".join(f"'{state}'" for state in sorted(BLOCKING)))
NO_OVERLAP = "appointments_no_overlap"

appointments = Table(
    "appointments",
    metadata,
    Column("id", BigInteger, Identity(always=False), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("doctor_id", ForeignKey("doctors.doctor_id"), nullable=False),
    Column("branch_id", ForeignKey("branches.branch_id"), nullable=False),
    Column("office_number", String(40), nullable=False),
    Column("visit_type_id", ForeignKey("visit_types.visit_type_id")),
    Column("client_id", ForeignKey("people.client_id", ondelete="SET NULL")),
    Column("account_id", ForeignKey("accounts.account_id", ondelete="SET NULL")),
    Column("patient_name", String(255)),
    Column("note", String(255)),
    Column("start_time", DateTime(timezone=True), nullable=False),
    Column("end_time", DateTime(timezone=True), nullable=False),
    Column("blocked", TSTZRANGE, nullable=False),
    Column("status", String(16), nullable=False),
    Column("hold_expires_at", DateTime(timezone=True)),
    Column("status_reason", String(255)),
    # The offer for which the clinic itself holds this time; it counts towards nobody's quota.
    Column("offer_id", ForeignKey("offers.offer_id", ondelete="SET NULL", use_alter=True)),
    Column("created_at", DateTime(timezone=True), nullable=False),
    Column("updated_at", DateTime(timezone=True), nullable=False),
    CheckConstraint("start_time < end_time", name="times"),
    CheckConstraint("blocked @> tstzrange(start_time, end_time)", name="blocked"),
    CheckConstraint("(status <> 'held') OR (hold_expires_at IS NOT NULL)", name="deadline"),
    CheckConstraint("status IN ({})".format(", ".join(f"'{state}'" for state in State)), name="status"),
    # A range of one integer stands in for equality, so that no extension is needed for the GiST index.
    ExcludeConstraint(
        (text("int4range(doctor_id, doctor_id, '[]')"), "&&"),
        ("blocked", "&&"),
        name=NO_OVERLAP,
        using="gist",
        where=text(_BLOCKS),
    ),
    Index("appointments_doctor_start_idx", "doctor_id", "start_time"),
    Index("appointments_client_idx", "client_id", "start_time", postgresql_where="client_id IS NOT NULL"),
    Index("appointments_expected_idx", "start_time", postgresql_where="status IN ('confirmed', 'arrived')"),
    Index("appointments_missed_idx", "client_id", "start_time", postgresql_where="status = 'no_show'"),
    Index("appointments_offer_idx", "offer_id", postgresql_where="offer_id IS NOT NULL"),
    Index("appointments_account_idx", "account_id", "created_at", postgresql_where="account_id IS NOT NULL"),
)

marks = Table(
    "marks",
    metadata,
    # The newest mark of a visit, as long as it may be taken back.
    Column("appointment_id", ForeignKey("appointments.id", ondelete="CASCADE"), primary_key=True),
    Column("previous", String(16), nullable=False),
    Column("marked_at", DateTime(timezone=True), nullable=False),
)

idempotency_keys = Table(
    "idempotency_keys",
    metadata,
    Column("scope", String(200), primary_key=True),
    Column("key", String(255), primary_key=True),
    Column("body_hash", LargeBinary, nullable=False),
    Column("answer", Text, nullable=False),
    Column("created_at", DateTime(timezone=True), nullable=False, index=True),
)
