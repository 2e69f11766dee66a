"""The wait-list. A person may wait for several things; each row is one of them."""

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
    SmallInteger,
    String,
    Table,
)

from clinic.platform.database import metadata
from clinic.waits.domain import Status

waits = Table(
    "waits",
    metadata,
    Column("wait_id", BigInteger, Identity(always=True), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("account_id", ForeignKey("accounts.account_id", ondelete="CASCADE"), nullable=False, index=True),
    Column("client_id", ForeignKey("people.client_id", ondelete="CASCADE"), nullable=False, index=True),
    Column("specialty", String(40), nullable=False),
    Column("doctor_id", ForeignKey("doctors.doctor_id", ondelete="CASCADE")),
    Column("branch_id", ForeignKey("branches.branch_id", ondelete="CASCADE")),
    Column("visit_type_id", ForeignKey("visit_types.visit_type_id", ondelete="CASCADE")),
    # Days of each branch's own zone, both inclusive.
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    # Minutes of the branch's local day; the visit starts within them.
    Column("start_minute", SmallInteger, nullable=False),
    Column("end_minute", SmallInteger, nullable=False),
    # When the last day is over in the last of the zones that fit.
    Column("over_at", DateTime(timezone=True), nullable=False),
    Column("status", String(10), nullable=False),
    Column("created_at", DateTime(timezone=True), nullable=False),
    Column("updated_at", DateTime(timezone=True), nullable=False),
    CheckConstraint("first_day <= last_day", name="days"),
    CheckConstraint("0 <= start_minute AND start_minute < end_minute AND end_minute <= 1440", name="minutes"),
    CheckConstraint("status IN ({})".format(", ".join(f"'{status}'" for status in Status)), name="status"),
    Index("waits_line_idx", "specialty", "created_at", "wait_id", postgresql_where="status = 'waiting'"),
    Index("waits_over_idx", "over_at", postgresql_where="status = 'waiting'"),
)
