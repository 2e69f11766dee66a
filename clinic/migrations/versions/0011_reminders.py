"""Reminders, answers to them, who cannot be reached, and marks that may be taken back"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("accounts", sa.Column("unreachable_since", sa.DateTime(timezone=True), nullable=True))
    op.add_column("accounts", sa.Column("reach_version", sa.Integer(), server_default="0", nullable=False))
    op.create_index(
        "appointments_expected_idx",
        "appointments",
        ["start_time"],
        unique=False,
        postgresql_where="status IN ('confirmed', 'arrived')",
    )
    op.create_index(
        "appointments_missed_idx",
        "appointments",
        ["client_id", "start_time"],
        unique=False,
        postgresql_where="status = 'no_show'",
    )
    op.create_table(
        "marks",
        sa.Column("appointment_id", sa.BigInteger(), nullable=False),
        sa.Column("previous", sa.String(length=16), nullable=False),
        sa.Column("marked_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["appointment_id"], ["appointments.id"], name=op.f("marks_appointment_id_fkey"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("appointment_id", name=op.f("marks_pkey")),
    )
    _reminders()
    _confirmations()
    op.create_table(
        "reminder_checks",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("checked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("missing", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("day", name=op.f("reminder_checks_pkey")),
    )
    op.create_table(
        "closing_rounds",
        sa.Column("branch_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("unmarked", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["branch_id"], ["branches.branch_id"], name=op.f("closing_rounds_branch_id_fkey"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("branch_id", "day", name=op.f("closing_rounds_pkey")),
    )


def _reminders() -> None:
    op.create_table(
        "reminders",
        sa.Column("reminder_id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("appointment_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("for_start", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("status", sa.String(length=10), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("delivery_id", sa.BigInteger(), nullable=True),
        sa.Column("answer", sa.String(length=10), server_default="none", nullable=False),
        sa.CheckConstraint(
            "status IN ('planned', 'sent', 'skipped', 'cancelled')", name=op.f("reminders_status_check")
        ),
        sa.CheckConstraint("answer IN ('none', 'coming')", name=op.f("reminders_answer_check")),
        sa.CheckConstraint("(status = 'sent') = (sent_at IS NOT NULL)", name=op.f("reminders_sent_check")),
        sa.ForeignKeyConstraint(
            ["appointment_id"], ["appointments.id"], name=op.f("reminders_appointment_id_fkey"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["delivery_id"],
            ["deliveries.delivery_id"],
            name=op.f("reminders_delivery_id_fkey"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("reminder_id", name=op.f("reminders_pkey")),
        sa.UniqueConstraint(
            "appointment_id", "for_start", "kind", name=op.f("reminders_appointment_id_for_start_kind_key")
        ),
    )
    op.create_index(op.f("reminders_delivery_id_idx"), "reminders", ["delivery_id"], unique=False)
    op.create_index(
        "reminders_due_idx",
        "reminders",
        ["due_at", "reminder_id"],
        unique=False,
        postgresql_where="status = 'planned'",
    )
    op.create_index(
        "reminders_dropped_idx", "reminders", ["for_start"], unique=False, postgresql_where="status = 'cancelled'"
    )


def _confirmations() -> None:
    op.create_table(
        "confirmations",
        sa.Column("confirmation_id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("appointment_id", sa.BigInteger(), nullable=False),
        sa.Column("for_start", sa.DateTime(timezone=True), nullable=False),
        sa.Column("confirm_by", sa.DateTime(timezone=True), nullable=True),
        sa.Column("coming_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("missed_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("missed_at IS NULL OR confirm_by IS NOT NULL", name=op.f("confirmations_missed_check")),
        sa.ForeignKeyConstraint(
            ["appointment_id"], ["appointments.id"], name=op.f("confirmations_appointment_id_fkey"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("confirmation_id", name=op.f("confirmations_pkey")),
        sa.UniqueConstraint("appointment_id", "for_start", name=op.f("confirmations_appointment_id_for_start_key")),
    )
    op.create_index(
        "confirmations_due_idx",
        "confirmations",
        ["confirm_by"],
        unique=False,
        postgresql_where="coming_at IS NULL AND missed_at IS NULL AND confirm_by IS NOT NULL",
    )


def downgrade() -> None:
    for table in ("closing_rounds", "reminder_checks", "confirmations", "reminders", "marks"):
        op.drop_table(table)
    op.drop_index("appointments_missed_idx", table_name="appointments")
    op.drop_index("appointments_expected_idx", table_name="appointments")
    op.drop_column("accounts", "reach_version")
    op.drop_column("accounts", "unreachable_since")
