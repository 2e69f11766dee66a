"""Who waits for a time to be freed"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "waits",
        sa.Column("wait_id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("client_id", sa.BigInteger(), nullable=False),
        sa.Column("specialty", sa.String(length=40), nullable=False),
        sa.Column("doctor_id", sa.Integer(), nullable=True),
        sa.Column("branch_id", sa.Integer(), nullable=True),
        sa.Column("visit_type_id", sa.Integer(), nullable=True),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("start_minute", sa.SmallInteger(), nullable=False),
        sa.Column("end_minute", sa.SmallInteger(), nullable=False),
        sa.Column("over_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("status", sa.String(length=10), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "status IN ('waiting', 'offered', 'served', 'left', 'expired')", name=op.f("waits_status_check")
        ),
        sa.CheckConstraint(
            "0 <= start_minute AND start_minute < end_minute AND end_minute <= 1440", name=op.f("waits_minutes_check")
        ),
        sa.CheckConstraint("first_day <= last_day", name=op.f("waits_days_check")),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.account_id"], name=op.f("waits_account_id_fkey"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["branch_id"], ["branches.branch_id"], name=op.f("waits_branch_id_fkey"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["client_id"], ["people.client_id"], name=op.f("waits_client_id_fkey"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["doctor_id"], ["doctors.doctor_id"], name=op.f("waits_doctor_id_fkey"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["visit_type_id"], ["visit_types.visit_type_id"], name=op.f("waits_visit_type_id_fkey"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("wait_id", name=op.f("waits_pkey")),
    )
    op.create_index(op.f("waits_account_id_idx"), "waits", ["account_id"], unique=False)
    op.create_index(op.f("waits_client_id_idx"), "waits", ["client_id"], unique=False)
    op.create_index(
        "waits_line_idx",
        "waits",
        ["specialty", "created_at", "wait_id"],
        unique=False,
        postgresql_where="status = 'waiting'",
    )
    op.create_index("waits_over_idx", "waits", ["over_at"], unique=False, postgresql_where="status = 'waiting'")


def downgrade() -> None:
    op.drop_table("waits")
