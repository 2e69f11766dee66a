"""The schedule's tables. Times of day are minutes of the branch's local day."""

from datetime import date

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Double,
    ForeignKey,
    Integer,
    SmallInteger,
    String,
    Table,
    Text,
)
from sqlalchemy.dialects.postgresql import ARRAY

from clinic.platform.database import metadata


def _minutes() -> tuple[Column[int], Column[int], CheckConstraint]:
    return (
        Column("start_minute", SmallInteger, nullable=False),
        Column("end_minute", SmallInteger, nullable=False),
        CheckConstraint("0 <= start_minute AND start_minute < end_minute AND end_minute <= 1440", name="minutes"),
    )


def _days() -> tuple[Column[date], Column[date], CheckConstraint]:
    return (
        Column("first_day", Date, nullable=False),
        Column("last_day", Date, nullable=False),
        CheckConstraint("first_day <= last_day", name="days"),
    )


schedule_version = Table(
    "schedule_version",
    metadata,
    Column("only_row", Boolean, primary_key=True, server_default="true"),
    Column("version", BigInteger, nullable=False),
    CheckConstraint("only_row", name="only_row"),
)

branches = Table(
    "branches",
    metadata,
    Column("branch_id", Integer, primary_key=True, autoincrement=False),
    Column("name", String(255), nullable=False),
    Column("address", String(255), nullable=False, server_default=""),
    Column("time_zone", String(64), nullable=False),
    Column("latitude", Double),
    Column("longitude", Double),
    Column("phone", String(40)),
    CheckConstraint(
        "(latitude IS NULL) = (longitude IS NULL) AND latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180",
        name="place",
    ),
)

closures = Table(
    "closures",
    metadata,
    Column("closure_id", Integer, primary_key=True),
    Column("branch_id", ForeignKey("branches.branch_id", ondelete="CASCADE"), nullable=False, index=True),
    *_days(),
    *_minutes(),
)

doctors = Table(
    "doctors",
    metadata,
    Column("doctor_id", Integer, primary_key=True, autoincrement=False),
    Column("full_name", String(255), nullable=False),
    Column("specialty", String(40), nullable=False),
    Column("branch_id", ForeignKey("branches.branch_id"), nullable=False),
    Column("office_number", String(40), nullable=False, server_default=""),
    Column("languages", ARRAY(String(2)), nullable=False, server_default="{}"),
    Column("sees_adults", Boolean, nullable=False, server_default="true"),
    Column("sees_children", Boolean, nullable=False, server_default="false"),
    Column("gender", String(6)),
    Column("slot_minutes", SmallInteger, nullable=False),
    Column("buffer_before", SmallInteger, nullable=False, server_default="0"),
    Column("buffer_after", SmallInteger, nullable=False, server_default="0"),
    Column("lead_minutes", Integer, nullable=False, server_default="0"),
    Column("horizon_days", SmallInteger, nullable=False, server_default="60"),
    CheckConstraint("gender IN ('female', 'male')", name="gender"),
    CheckConstraint("slot_minutes BETWEEN 5 AND 480", name="slot"),
    CheckConstraint("buffer_before BETWEEN 0 AND 240 AND buffer_after BETWEEN 0 AND 240", name="buffers"),
    CheckConstraint("lead_minutes >= 0 AND horizon_days BETWEEN 1 AND 730", name="window"),
)

weekly_hours = Table(
    "weekly_hours",
    metadata,
    Column("doctor_id", ForeignKey("doctors.doctor_id", ondelete="CASCADE"), primary_key=True),
    Column("weekday", SmallInteger, primary_key=True, autoincrement=False),
    Column("start_minute", SmallInteger, primary_key=True, autoincrement=False),
    *_minutes()[1:],
    CheckConstraint("weekday BETWEEN 0 AND 6", name="weekday"),
)

schedule_exceptions = Table(
    "schedule_exceptions",
    metadata,
    Column("exception_id", Integer, primary_key=True),
    Column("doctor_id", ForeignKey("doctors.doctor_id", ondelete="CASCADE"), nullable=False, index=True),
    Column("kind", String(12), nullable=False),
    *_days(),
    *_minutes(),
    # Time off that belongs to a block (see `clinic.blocks`): it comes and goes with it, and no import touches it.
    Column("block_id", ForeignKey("blocks.block_id", ondelete="CASCADE"), index=True),
    CheckConstraint("kind IN ('time_off', 'extra_hours')", name="kind"),
)

visit_types = Table(
    "visit_types",
    metadata,
    Column("visit_type_id", Integer, primary_key=True, autoincrement=False),
    Column("code", String(40), nullable=False, unique=True),
    Column("kind", String(10), nullable=False),
    Column("name", String(255), nullable=False),
    Column("specialty", String(40)),
    Column("duration_minutes", SmallInteger, nullable=False),
    Column("price", String(40)),
    Column("preparation", Text, nullable=False, server_default=""),
    CheckConstraint("kind IN ('first', 'follow_up', 'procedure')", name="kind"),
    CheckConstraint("duration_minutes BETWEEN 5 AND 480", name="duration"),
)

booking_versions = Table(
    "booking_versions",
    metadata,
    Column("doctor_id", ForeignKey("doctors.doctor_id", ondelete="CASCADE"), primary_key=True),
    Column("version", BigInteger, nullable=False, server_default="0"),
)
"""One small row a doctor, locked and counted up by every transaction that changes what of the doctor's time is taken.

The lock puts the bookings of one doctor in line; the number keys the cache of what is taken.
"""
