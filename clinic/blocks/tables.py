"""Blocks, and the visits that each has hit.

The doctor's time is closed by rows of `schedule_exceptions` that refer to the block.
"""

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
    func,
    text,
)
from sqlalchemy.dialects.postgresql import ExcludeConstraint

from clinic.platform.database import metadata

NO_OVERLAP = "blocks_no_overlap"

blocks = Table(
    "blocks",
    metadata,
    Column("block_id", BigInteger, Identity(always=True), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("doctor_id", ForeignKey("doctors.doctor_id", ondelete="CASCADE"), nullable=False),
    Column("from_time", DateTime(timezone=True), nullable=False),
    Column("to_time", DateTime(timezone=True), nullable=False),
    # For the clinic's people only: no patient is told why a doctor cannot come.
    Column("reason", String(255)),
    Column("status", String(10), nullable=False),
    Column("made_by", String(120), nullable=False),
    Column("created_at", DateTime(timezone=True), nullable=False),
    Column("undone_by", String(120)),
    Column("undone_at", DateTime(timezone=True)),
    # What the managers' board showed when they were last told of it.
    Column("told", String(64)),
    Column("told_at", DateTime(timezone=True)),
    CheckConstraint("from_time < to_time", name="times"),
    CheckConstraint("status IN ('active', 'undone')", name="status"),
    CheckConstraint("(status = 'undone') = (undone_at IS NOT NULL)", name="undone"),
    # Two managers who block the same hours at once: the second is told of the first.
    ExcludeConstraint(
        (text("int4range(doctor_id, doctor_id, '[]')"), "&&"),
        (func.tstzrange(text("from_time"), text("to_time")), "&&"),
        name=NO_OVERLAP,
        using="gist",
        where=text("status = 'active'"),
    ),
    Index("blocks_doctor_idx", "doctor_id", "to_time"),
    Index("blocks_to_time_idx", "to_time"),
)

block_visits = Table(
    "block_visits",
    metadata,
    Column("block_id", ForeignKey("blocks.block_id", ondelete="CASCADE"), primary_key=True),
    Column("appointment_id", ForeignKey("appointments.id", ondelete="CASCADE"), primary_key=True, index=True),
    # As it was: what an undone block gives back, and what the board shows after the visit has moved.
    Column("was", String(10), nullable=False),
    Column("start_time", DateTime(timezone=True), nullable=False),
    # When another time was sought for it, found or not; None: still to be done.
    Column("sought_at", DateTime(timezone=True)),
    Column("unreachable_at", DateTime(timezone=True)),
    # When an undone block gave the old time back.
    Column("restored_at", DateTime(timezone=True)),
    CheckConstraint("was IN ('confirmed', 'pending')", name="was"),
    Index("block_visits_unsought_idx", "block_id", postgresql_where="sought_at IS NULL"),
)
