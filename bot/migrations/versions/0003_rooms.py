"""Managers' rooms, their names, and what they approved together"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "rooms",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("branch_id", sa.Integer(), nullable=True),
        sa.Column("queue_topic", sa.BigInteger(), nullable=True),
        sa.Column("tickets_topic", sa.BigInteger(), nullable=True),
        sa.Column("alerts_topic", sa.BigInteger(), nullable=True),
        sa.Column("digest_id", sa.BigInteger(), nullable=True),
        sa.Column("opened_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", name=op.f("rooms_pkey")),
        sa.UniqueConstraint("branch_id", name=op.f("rooms_branch_id_key")),
        schema="bot",
    )
    op.create_table(
        "manager_names",
        sa.Column("telegram_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("name", sa.String(length=255), nullable=False),
        sa.PrimaryKeyConstraint("telegram_id", name=op.f("manager_names_pkey")),
        schema="bot",
    )
    op.create_table(
        "batches",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("by", sa.String(length=255), nullable=False),
        sa.Column("application_ids", postgresql.ARRAY(sa.BigInteger()), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("batches_pkey")),
        schema="bot",
    )
    op.create_index(
        "sends_message_idx",
        "sends",
        ["chat_id", "message_id"],
        unique=False,
        schema="bot",
        postgresql_where=sa.text("label IS NOT NULL"),
    )


def downgrade() -> None:
    op.drop_index("sends_message_idx", table_name="sends", schema="bot")
    for table in ("batches", "manager_names", "rooms"):
        op.drop_table(table, schema="bot")
