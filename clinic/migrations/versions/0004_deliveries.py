"""What people must be told"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "deliveries",
        sa.Column("delivery_id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("recipient", sa.String(length=120), nullable=False),
        sa.Column("branch_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=80), nullable=False),
        sa.Column("payload", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("priority", sa.SmallInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("not_before", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("lease", sa.String(length=32), nullable=True),
        sa.Column("leased_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("outcome", sa.String(length=12), nullable=True),
        sa.Column("detail", sa.String(length=255), nullable=True),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "outcome IN ('sent', 'unreachable', 'failed', 'expired')", name=op.f("deliveries_outcome_check")
        ),
        sa.CheckConstraint("finished_at IS NULL OR outcome IS NOT NULL", name=op.f("deliveries_finished_check")),
        sa.ForeignKeyConstraint(
            ["branch_id"], ["branches.branch_id"], name=op.f("deliveries_branch_id_fkey"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("delivery_id", name=op.f("deliveries_pkey")),
    )
    op.create_index(
        "deliveries_due_idx",
        "deliveries",
        ["priority", "not_before", "delivery_id"],
        unique=False,
        postgresql_where="finished_at IS NULL",
    )
    op.create_index(
        "deliveries_finished_idx",
        "deliveries",
        ["finished_at"],
        unique=False,
        postgresql_where="finished_at IS NOT NULL",
    )


def downgrade() -> None:
    op.drop_table("deliveries")
