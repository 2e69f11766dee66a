"""Managers and their invitations"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "managers",
        sa.Column("manager_id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("telegram_id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(length=255), nullable=False),
        sa.Column("role", sa.String(length=10), nullable=False),
        sa.Column("branch_id", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("role IN ('manager', 'read_only')", name=op.f("managers_role_check")),
        sa.ForeignKeyConstraint(
            ["branch_id"], ["branches.branch_id"], name=op.f("managers_branch_id_fkey"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("manager_id", name=op.f("managers_pkey")),
    )
    op.create_index(op.f("managers_branch_id_idx"), "managers", ["branch_id"], unique=False)
    op.create_index(
        "managers_in_office_idx",
        "managers",
        ["telegram_id", "branch_id"],
        unique=True,
        postgresql_where="revoked_at IS NULL",
    )
    op.create_index(
        "managers_everywhere_idx",
        "managers",
        ["telegram_id"],
        unique=True,
        postgresql_where="revoked_at IS NULL AND branch_id IS NULL",
    )
    op.create_table(
        "manager_invites",
        sa.Column("invite_id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("code_sha256", sa.LargeBinary(), nullable=False),
        sa.Column("role", sa.String(length=10), nullable=False),
        sa.Column("branch_id", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("manager_id", sa.BigInteger(), nullable=True),
        sa.CheckConstraint("role IN ('manager', 'read_only')", name=op.f("manager_invites_role_check")),
        sa.CheckConstraint("(used_at IS NULL) = (manager_id IS NULL)", name=op.f("manager_invites_used_check")),
        sa.ForeignKeyConstraint(
            ["branch_id"], ["branches.branch_id"], name=op.f("manager_invites_branch_id_fkey"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["manager_id"], ["managers.manager_id"], name=op.f("manager_invites_manager_id_fkey"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("invite_id", name=op.f("manager_invites_pkey")),
        sa.UniqueConstraint("code_sha256", name=op.f("manager_invites_code_sha256_key")),
    )
    op.create_index(op.f("manager_invites_branch_id_idx"), "manager_invites", ["branch_id"], unique=False)
    op.create_index(op.f("manager_invites_manager_id_idx"), "manager_invites", ["manager_id"], unique=False)
    op.create_table(
        "manager_claim_tries",
        sa.Column("try_id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("telegram_id", sa.BigInteger(), nullable=False),
        sa.Column("tried_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("try_id", name=op.f("manager_claim_tries_pkey")),
    )
    op.create_index("manager_claim_tries_who_idx", "manager_claim_tries", ["telegram_id", "tried_at"], unique=False)


def downgrade() -> None:
    for table in ("manager_claim_tries", "manager_invites", "managers"):
        op.drop_table(table)
