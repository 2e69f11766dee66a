"""Doctors who cannot come, the visits that this hits, and whom to call"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "blocks",
        sa.Column("block_id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("doctor_id", sa.Integer(), nullable=False),
        sa.Column("from_time", sa.DateTime(timezone=True), nullable=False),
        sa.Column("to_time", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.String(length=255), nullable=True),
        sa.Column("status", sa.String(length=10), nullable=False),
        sa.Column("made_by", sa.String(length=120), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("undone_by", sa.String(length=120), nullable=True),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("told", sa.String(length=64), nullable=True),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        postgresql.ExcludeConstraint(
            (sa.text("int4range(doctor_id, doctor_id, '[]')"), "&&"),
            (sa.text("tstzrange(from_time, to_time)"), "&&"),
            where=sa.text("status = 'active'"),
            using="gist",
            name="blocks_no_overlap",
        ),
        sa.CheckConstraint("(status = 'undone') = (undone_at IS NOT NULL)", name=op.f("blocks_undone_check")),
        sa.CheckConstraint("status IN ('active', 'undone')", name=op.f("blocks_status_check")),
        sa.CheckConstraint("from_time < to_time", name=op.f("blocks_times_check")),
        sa.ForeignKeyConstraint(
            ["doctor_id"], ["doctors.doctor_id"], name=op.f("blocks_doctor_id_fkey"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("block_id", name=op.f("blocks_pkey")),
    )
    op.create_index("blocks_doctor_idx", "blocks", ["doctor_id", "to_time"], unique=False)
    op.create_index("blocks_to_time_idx", "blocks", ["to_time"], unique=False)
    op.create_table(
        "block_visits",
        sa.Column("block_id", sa.BigInteger(), nullable=False),
        sa.Column("appointment_id", sa.BigInteger(), nullable=False),
        sa.Column("was", sa.String(length=10), nullable=False),
        sa.Column("start_time", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sought_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("unreachable_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("restored_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("was IN ('confirmed', 'pending')", name=op.f("block_visits_was_check")),
        sa.ForeignKeyConstraint(
            ["appointment_id"], ["appointments.id"], name=op.f("block_visits_appointment_id_fkey"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["block_id"], ["blocks.block_id"], name=op.f("block_visits_block_id_fkey"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("block_id", "appointment_id", name=op.f("block_visits_pkey")),
    )
    op.create_index(op.f("block_visits_appointment_id_idx"), "block_visits", ["appointment_id"], unique=False)
    op.create_index(
        "block_visits_unsought_idx", "block_visits", ["block_id"], unique=False, postgresql_where="sought_at IS NULL"
    )
    op.create_table(
        "call_tasks",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=True),
        sa.Column("appointment_id", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.String(length=12), nullable=False),
        sa.Column("due_by", sa.DateTime(timezone=True), nullable=False),
        sa.Column("status", sa.String(length=10), nullable=False),
        sa.Column("done_by", sa.String(length=255), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("(status = 'open') = (finished_at IS NULL)", name=op.f("call_tasks_finished_check")),
        sa.CheckConstraint(
            "reason IN ('rebooking', 'unreachable', 'blocked_bot', 'no_answer')", name=op.f("call_tasks_reason_check")
        ),
        sa.CheckConstraint("status IN ('open', 'done', 'cancelled')", name=op.f("call_tasks_status_check")),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.account_id"], name=op.f("call_tasks_account_id_fkey"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["appointment_id"], ["appointments.id"], name=op.f("call_tasks_appointment_id_fkey"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("call_tasks_pkey")),
    )
    op.create_index(op.f("call_tasks_account_id_idx"), "call_tasks", ["account_id"], unique=False)
    op.create_index("call_tasks_appointment_idx", "call_tasks", ["appointment_id", "created_at"], unique=False)
    op.create_index("call_tasks_due_idx", "call_tasks", ["status", "due_by"], unique=False)
    op.create_index(
        "call_tasks_one_open_idx",
        "call_tasks",
        ["appointment_id", "reason"],
        unique=True,
        postgresql_where="status = 'open'",
    )
    op.add_column("schedule_exceptions", sa.Column("block_id", sa.BigInteger(), nullable=True))
    op.create_index(op.f("schedule_exceptions_block_id_idx"), "schedule_exceptions", ["block_id"], unique=False)
    op.create_foreign_key(
        op.f("schedule_exceptions_block_id_fkey"),
        "schedule_exceptions",
        "blocks",
        ["block_id"],
        ["block_id"],
        ondelete="CASCADE",
    )


def downgrade() -> None:
    # A block's time off goes with the block.
    op.execute("DELETE FROM schedule_exceptions WHERE block_id IS NOT NULL")
    op.drop_constraint(op.f("schedule_exceptions_block_id_fkey"), "schedule_exceptions", type_="foreignkey")
    op.drop_index(op.f("schedule_exceptions_block_id_idx"), table_name="schedule_exceptions")
    op.drop_column("schedule_exceptions", "block_id")
    op.drop_table("call_tasks")
    op.drop_table("block_visits")
    op.drop_table("blocks")
