"""Wishes to be called back"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "call_requests",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("status", sa.String(length=10), nullable=False),
        sa.Column("topic", sa.String(length=255), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("done_by", sa.String(length=255), nullable=True),
        sa.CheckConstraint("status IN ('open', 'done', 'cancelled')", name=op.f("call_requests_status_check")),
        sa.CheckConstraint("(status = 'open') = (finished_at IS NULL)", name=op.f("call_requests_finished_check")),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.account_id"], name=op.f("call_requests_account_id_fkey"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("call_requests_pkey")),
    )
    op.create_index(
        "call_requests_one_open_idx",
        "call_requests",
        ["account_id"],
        unique=True,
        postgresql_where="status = 'open'",
    )
    op.create_index("call_requests_account_idx", "call_requests", ["account_id", "created_at"], unique=False)
    op.create_index("call_requests_status_idx", "call_requests", ["status", "created_at"], unique=False)


def downgrade() -> None:
    op.drop_table("call_requests")
