"""Times that the clinic holds for a person"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "offers",
        sa.Column("offer_id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("client_id", sa.BigInteger(), nullable=True),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("application_id", sa.BigInteger(), nullable=True),
        sa.Column("appointment_id", sa.BigInteger(), nullable=True),
        sa.Column("wait_id", sa.BigInteger(), nullable=True),
        sa.Column("status", sa.String(length=10), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("accepted_id", sa.BigInteger(), nullable=True),
        sa.CheckConstraint("(status = 'open') = (closed_at IS NULL)", name=op.f("offers_closed_check")),
        sa.CheckConstraint(
            "kind IN ('counter_offer', 'declined', 'rebooking', 'wait_list')", name=op.f("offers_kind_check")
        ),
        sa.CheckConstraint(
            "status IN ('open', 'accepted', 'refused', 'expired', 'withdrawn')", name=op.f("offers_status_check")
        ),
        sa.ForeignKeyConstraint(
            ["accepted_id"], ["appointments.id"], name=op.f("offers_accepted_id_fkey"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.account_id"], name=op.f("offers_account_id_fkey"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["application_id"], ["applications.id"], name=op.f("offers_application_id_fkey"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["appointment_id"], ["appointments.id"], name=op.f("offers_appointment_id_fkey"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["client_id"], ["people.client_id"], name=op.f("offers_client_id_fkey"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["wait_id"], ["waits.wait_id"], name=op.f("offers_wait_id_fkey"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("offer_id", name=op.f("offers_pkey")),
    )
    op.create_index(op.f("offers_account_id_idx"), "offers", ["account_id"], unique=False)
    op.create_index(op.f("offers_application_id_idx"), "offers", ["application_id"], unique=False)
    op.create_index(op.f("offers_appointment_id_idx"), "offers", ["appointment_id"], unique=False)
    op.create_index("offers_due_idx", "offers", ["expires_at"], unique=False, postgresql_where="status = 'open'")
    op.create_index(
        "offers_one_open_a_wait_idx", "offers", ["wait_id"], unique=True, postgresql_where="status = 'open'"
    )
    op.create_index(op.f("offers_wait_id_idx"), "offers", ["wait_id"], unique=False)
    op.add_column("appointments", sa.Column("offer_id", sa.BigInteger(), nullable=True))
    op.create_index(
        "appointments_offer_idx", "appointments", ["offer_id"], unique=False, postgresql_where="offer_id IS NOT NULL"
    )
    op.create_foreign_key(
        op.f("appointments_offer_id_fkey"), "appointments", "offers", ["offer_id"], ["offer_id"], ondelete="SET NULL"
    )


def downgrade() -> None:
    op.drop_constraint(op.f("appointments_offer_id_fkey"), "appointments", type_="foreignkey")
    op.drop_index("appointments_offer_idx", table_name="appointments")
    op.drop_column("appointments", "offer_id")
    op.drop_table("offers")
