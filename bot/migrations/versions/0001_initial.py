"""Updates, chats and sends"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "chats",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("memory", postgresql.JSON(astext_type=sa.Text()), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=True),
        sa.Column("blocked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("migrated_to", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("chat_id", name=op.f("chats_pkey")),
        schema="bot",
    )
    op.create_table(
        "sends",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("priority", sa.SmallInteger(), nullable=False),
        sa.Column("item", postgresql.JSON(astext_type=sa.Text()), nullable=True),
        sa.Column("label", sa.String(length=120), nullable=True),
        sa.Column("delivery_id", sa.BigInteger(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("not_before", sa.DateTime(timezone=True), nullable=True),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("outcome", sa.String(length=10), nullable=True),
        sa.CheckConstraint("outcome IN ('sent', 'blocked', 'refused', 'expired')", name=op.f("sends_outcome_check")),
        sa.PrimaryKeyConstraint("id", name=op.f("sends_pkey")),
        sa.UniqueConstraint("delivery_id", name=op.f("sends_delivery_id_key")),
        schema="bot",
    )
    op.create_index(
        "sends_due_idx",
        "sends",
        ["priority", "id"],
        unique=False,
        schema="bot",
        postgresql_where=sa.text("outcome IS NULL"),
    )
    op.create_index(
        "sends_finished_idx",
        "sends",
        ["sent_at"],
        unique=False,
        schema="bot",
        postgresql_where=sa.text("outcome IS NOT NULL"),
    )
    op.create_index(
        "sends_label_idx",
        "sends",
        ["chat_id", "label"],
        unique=False,
        schema="bot",
        postgresql_where=sa.text("label IS NOT NULL"),
    )
    op.create_table(
        "updates",
        sa.Column("bot_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("update_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=True),
        sa.Column("received_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("payload", postgresql.JSON(astext_type=sa.Text()), nullable=True),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("attempts", sa.SmallInteger(), server_default="0", nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "state IN ('pending', 'done', 'failed', 'unreadable', 'ignored')", name=op.f("updates_state_check")
        ),
        sa.PrimaryKeyConstraint("bot_id", "update_id", name=op.f("updates_pkey")),
        schema="bot",
    )
    op.create_index(
        "updates_pending_idx",
        "updates",
        ["bot_id", "update_id"],
        unique=False,
        schema="bot",
        postgresql_where=sa.text("state = 'pending'"),
    )
    op.create_index(
        "updates_received_idx",
        "updates",
        ["received_at"],
        unique=False,
        schema="bot",
        postgresql_where=sa.text("state <> 'pending'"),
    )


def downgrade() -> None:
    for table in ("updates", "sends", "chats"):
        op.drop_table(table, schema="bot")
