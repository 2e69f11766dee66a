"""Offers. The times of an offer are appointments in state held that refer to it by `offer_id`."""

from sqlalchemy import BigInteger, CheckConstraint, Column, DateTime, ForeignKey, Identity, Index, String, Table

from clinic.offers.domain import Kind, Status
from clinic.platform.database import metadata

offers = Table(
    "offers",
    metadata,
    Column("offer_id", BigInteger, Identity(always=True), primary_key=True),
    Column("account_id", ForeignKey("accounts.account_id", ondelete="CASCADE"), nullable=False, index=True),
    Column("client_id", ForeignKey("people.client_id", ondelete="SET NULL")),
    Column("kind", String(16), nullable=False),
    Column("application_id", ForeignKey("applications.id", ondelete="CASCADE"), index=True),
    # The visit that moves to the accepted time; None: the accepted time becomes a visit of its own.
    Column("appointment_id", ForeignKey("appointments.id", ondelete="CASCADE"), index=True),
    Column("wait_id", ForeignKey("waits.wait_id", ondelete="CASCADE"), index=True),
    Column("status", String(10), nullable=False),
    Column("expires_at", DateTime(timezone=True), nullable=False),
    Column("created_at", DateTime(timezone=True), nullable=False),
    Column("closed_at", DateTime(timezone=True)),
    # Which appointment came of it.
    Column("accepted_id", ForeignKey("appointments.id", ondelete="SET NULL")),
    CheckConstraint("kind IN ({})".format(", ".join(f"'{kind}'" for kind in Kind)), name="kind"),
    CheckConstraint("status IN ({})".format(", ".join(f"'{status}'" for status in Status)), name="status"),
    CheckConstraint("(status = 'open') = (closed_at IS NULL)", name="closed"),
    # Whoever waits is asked about one time after the other.
    Index("offers_one_open_a_wait_idx", "wait_id", unique=True, postgresql_where="status = 'open'"),
    Index("offers_due_idx", "expires_at", postgresql_where="status = 'open'"),
)
