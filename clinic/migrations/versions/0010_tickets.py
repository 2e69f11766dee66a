"""Tickets and their comments"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "tickets",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("client_id", sa.BigInteger(), nullable=True),
        sa.Column("branch_id", sa.Integer(), nullable=True),
        sa.Column("subject", sa.String(length=255), nullable=False),
        sa.Column("reason", sa.String(length=16), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("owner", sa.String(length=255), nullable=True),
        sa.Column("human_owned", sa.Boolean(), nullable=False),
        sa.Column("summary", sa.String(length=2000), nullable=True),
        sa.Column("follows_id", sa.BigInteger(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("(status = 'closed') = (closed_at IS NOT NULL)", name=op.f("tickets_closed_check")),
        sa.CheckConstraint(
            "reason IN ('patient_wrote', 'asked_for_human', 'not_understood', 'complaint')",
            name=op.f("tickets_reason_check"),
        ),
        sa.CheckConstraint("status <> 'closed' OR NOT human_owned", name=op.f("tickets_owned_check")),
        sa.CheckConstraint(
            "status IN ('open', 'answered', 'awaiting_reply', 'closed')", name=op.f("tickets_status_check")
        ),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.account_id"], name=op.f("tickets_account_id_fkey"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["branch_id"], ["branches.branch_id"], name=op.f("tickets_branch_id_fkey"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["client_id"], ["people.client_id"], name=op.f("tickets_client_id_fkey"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["follows_id"], ["tickets.id"], name=op.f("tickets_follows_id_fkey"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("tickets_pkey")),
    )
    op.create_index("tickets_account_idx", "tickets", ["account_id", "created_at"], unique=False)
    op.create_index(op.f("tickets_follows_id_idx"), "tickets", ["follows_id"], unique=False)
    op.create_index(
        "tickets_human_idx", "tickets", ["account_id", "updated_at"], unique=False, postgresql_where="human_owned"
    )
    op.create_index("tickets_status_idx", "tickets", ["status", "updated_at"], unique=False)
    op.create_table(
        "ticket_comments",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("ticket_id", sa.BigInteger(), nullable=False),
        sa.Column("author", sa.String(length=8), nullable=False),
        sa.Column("author_name", sa.String(length=255), nullable=True),
        sa.Column("text", sa.String(length=4000), nullable=False),
        sa.Column("source", sa.String(length=240), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("author IN ('patient', 'clinic')", name=op.f("ticket_comments_author_check")),
        sa.CheckConstraint("length(text) > 0", name=op.f("ticket_comments_text_check")),
        sa.ForeignKeyConstraint(
            ["ticket_id"], ["tickets.id"], name=op.f("ticket_comments_ticket_id_fkey"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("ticket_comments_pkey")),
    )
    op.create_index(op.f("ticket_comments_source_idx"), "ticket_comments", ["source"], unique=False)
    op.create_index("ticket_comments_ticket_idx", "ticket_comments", ["ticket_id", "id"], unique=False)


def downgrade() -> None:
    op.drop_table("ticket_comments")
    op.drop_table("tickets")
