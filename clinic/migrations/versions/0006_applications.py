"""Applications and the people who make them"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "applicants",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("user_name", sa.String(length=255), nullable=False),
        sa.Column("email", sa.String(length=255), nullable=True),
        sa.Column("phone", sa.String(length=16), nullable=True),
        sa.Column("telegram_id", sa.BigInteger(), nullable=True),
        sa.Column("account_id", sa.BigInteger(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.account_id"], name=op.f("applicants_account_id_fkey"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("applicants_pkey")),
        sa.UniqueConstraint("account_id", name=op.f("applicants_account_id_key")),
    )
    op.create_index(op.f("applicants_telegram_id_idx"), "applicants", ["telegram_id"], unique=False)
    op.create_index(
        "applicants_name_only_idx",
        "applicants",
        ["user_name"],
        unique=True,
        postgresql_where="telegram_id IS NULL AND account_id IS NULL",
    )
    op.create_index("applicants_user_name_idx", "applicants", [sa.text("lower(user_name)")], unique=False)
    op.create_table(
        "applications",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("applicant_id", sa.BigInteger(), nullable=False),
        sa.Column("description", sa.String(length=2000), nullable=False),
        sa.Column("understood", JSONB(), server_default="{}", nullable=False),
        sa.Column("status", sa.String(length=10), nullable=False),
        sa.Column("branch_id", sa.Integer(), nullable=True),
        sa.Column("client_id", sa.BigInteger(), nullable=True),
        sa.Column("appointment_id", sa.BigInteger(), nullable=True),
        sa.Column("decide_by", sa.DateTime(timezone=True), nullable=True),
        sa.Column("remind_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("taken_by", sa.String(length=120), nullable=True),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_by", sa.String(length=120), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decision_reason", sa.String(length=255), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "status IN ('new', 'proposed', 'approved', 'declined', 'withdrawn', 'expired')",
            name=op.f("applications_status_check"),
        ),
        sa.ForeignKeyConstraint(
            ["applicant_id"], ["applicants.id"], name=op.f("applications_applicant_id_fkey"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["appointment_id"], ["appointments.id"], name=op.f("applications_appointment_id_fkey"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["branch_id"], ["branches.branch_id"], name=op.f("applications_branch_id_fkey"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["client_id"], ["people.client_id"], name=op.f("applications_client_id_fkey"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("applications_pkey")),
    )
    op.create_index(op.f("applications_applicant_id_idx"), "applications", ["applicant_id"], unique=False)
    op.create_index(op.f("applications_appointment_id_idx"), "applications", ["appointment_id"], unique=False)
    op.create_index(op.f("applications_client_id_idx"), "applications", ["client_id"], unique=False)
    op.create_index("applications_created_idx", "applications", ["created_at"], unique=False)
    op.create_index(
        "applications_deadline_idx", "applications", ["decide_by"], unique=False, postgresql_where="status = 'proposed'"
    )
    op.create_index(
        "applications_reminder_idx",
        "applications",
        ["remind_at"],
        unique=False,
        postgresql_where="remind_at IS NOT NULL",
    )


def downgrade() -> None:
    op.drop_table("applications")
    op.drop_table("applicants")
