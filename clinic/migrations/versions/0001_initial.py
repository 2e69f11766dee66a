"""The schedule, appointments, people, tokens and the outbox"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "accounts",
        sa.Column("account_id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("external", sa.String(length=120), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("account_id", name=op.f("accounts_pkey")),
        sa.UniqueConstraint("external", name=op.f("accounts_external_key")),
    )
    op.create_table(
        "api_tokens",
        sa.Column("token_id", sa.Integer(), sa.Identity(always=True), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("role", sa.String(length=10), nullable=False),
        sa.Column("token_sha256", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("role IN ('bot', 'console', 'read_only')", name=op.f("api_tokens_role_check")),
        sa.PrimaryKeyConstraint("token_id", name=op.f("api_tokens_pkey")),
        sa.UniqueConstraint("token_sha256", name=op.f("api_tokens_token_sha256_key")),
    )
    op.create_table(
        "branches",
        sa.Column("branch_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.String(length=255), nullable=False),
        sa.Column("address", sa.String(length=255), server_default="", nullable=False),
        sa.Column("time_zone", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("branch_id", name=op.f("branches_pkey")),
    )
    op.create_table(
        "idempotency_keys",
        sa.Column("scope", sa.String(length=200), nullable=False),
        sa.Column("key", sa.String(length=255), nullable=False),
        sa.Column("body_hash", sa.LargeBinary(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("scope", "key", name=op.f("idempotency_keys_pkey")),
    )
    op.create_index(op.f("idempotency_keys_created_at_idx"), "idempotency_keys", ["created_at"], unique=False)
    op.create_table(
        "outbox",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("type", sa.String(length=80), nullable=False),
        sa.Column("aggregate", sa.String(length=40), nullable=False),
        sa.Column("aggregate_id", sa.BigInteger(), nullable=False),
        sa.Column("aggregate_version", sa.Integer(), nullable=False),
        sa.Column("payload", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("occurred_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("outbox_pkey")),
        sa.UniqueConstraint("event_id", name=op.f("outbox_event_id_key")),
    )
    op.create_index("outbox_unpublished_idx", "outbox", ["id"], unique=False, postgresql_where="published_at IS NULL")
    op.create_table(
        "schedule_version",
        sa.Column("only_row", sa.Boolean(), server_default="true", nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("only_row", name=op.f("schedule_version_only_row_check")),
        sa.PrimaryKeyConstraint("only_row", name=op.f("schedule_version_pkey")),
    )
    op.create_table(
        "visit_types",
        sa.Column("visit_type_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("name", sa.String(length=255), nullable=False),
        sa.Column("specialty", sa.String(length=40), nullable=True),
        sa.Column("duration_minutes", sa.SmallInteger(), nullable=False),
        sa.Column("price", sa.String(length=40), nullable=True),
        sa.Column("preparation", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint("kind IN ('first', 'follow_up', 'procedure')", name=op.f("visit_types_kind_check")),
        sa.CheckConstraint("duration_minutes BETWEEN 5 AND 480", name=op.f("visit_types_duration_check")),
        sa.PrimaryKeyConstraint("visit_type_id", name=op.f("visit_types_pkey")),
        sa.UniqueConstraint("code", name=op.f("visit_types_code_key")),
    )
    op.create_table(
        "closures",
        sa.Column("closure_id", sa.Integer(), nullable=False),
        sa.Column("branch_id", sa.Integer(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("start_minute", sa.SmallInteger(), nullable=False),
        sa.Column("end_minute", sa.SmallInteger(), nullable=False),
        sa.CheckConstraint(
            "0 <= start_minute AND start_minute < end_minute AND end_minute <= 1440",
            name=op.f("closures_minutes_check"),
        ),
        sa.CheckConstraint("first_day <= last_day", name=op.f("closures_days_check")),
        sa.ForeignKeyConstraint(
            ["branch_id"], ["branches.branch_id"], name=op.f("closures_branch_id_fkey"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("closure_id", name=op.f("closures_pkey")),
    )
    op.create_index(op.f("closures_branch_id_idx"), "closures", ["branch_id"], unique=False)
    op.create_table(
        "consents",
        sa.Column("consent_id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("version", sa.String(length=40), nullable=False),
        sa.Column("text_sha256", sa.String(length=64), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.account_id"], name=op.f("consents_account_id_fkey"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("consent_id", name=op.f("consents_pkey")),
        sa.UniqueConstraint(
            "account_id", "version", "text_sha256", name=op.f("consents_account_id_version_text_sha256_key")
        ),
    )
    op.create_table(
        "doctors",
        sa.Column("doctor_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("full_name", sa.String(length=255), nullable=False),
        sa.Column("specialty", sa.String(length=40), nullable=False),
        sa.Column("branch_id", sa.Integer(), nullable=False),
        sa.Column("office_number", sa.String(length=40), server_default="", nullable=False),
        sa.Column("languages", postgresql.ARRAY(sa.String(length=2)), server_default="{}", nullable=False),
        sa.Column("sees_adults", sa.Boolean(), server_default="true", nullable=False),
        sa.Column("sees_children", sa.Boolean(), server_default="false", nullable=False),
        sa.Column("gender", sa.String(length=6), nullable=True),
        sa.Column("slot_minutes", sa.SmallInteger(), nullable=False),
        sa.Column("buffer_before", sa.SmallInteger(), server_default="0", nullable=False),
        sa.Column("buffer_after", sa.SmallInteger(), server_default="0", nullable=False),
        sa.Column("lead_minutes", sa.Integer(), server_default="0", nullable=False),
        sa.Column("horizon_days", sa.SmallInteger(), server_default="60", nullable=False),
        sa.CheckConstraint("gender IN ('female', 'male')", name=op.f("doctors_gender_check")),
        sa.CheckConstraint(
            "buffer_before BETWEEN 0 AND 240 AND buffer_after BETWEEN 0 AND 240", name=op.f("doctors_buffers_check")
        ),
        sa.CheckConstraint("lead_minutes >= 0 AND horizon_days BETWEEN 1 AND 730", name=op.f("doctors_window_check")),
        sa.CheckConstraint("slot_minutes BETWEEN 5 AND 480", name=op.f("doctors_slot_check")),
        sa.ForeignKeyConstraint(["branch_id"], ["branches.branch_id"], name=op.f("doctors_branch_id_fkey")),
        sa.PrimaryKeyConstraint("doctor_id", name=op.f("doctors_pkey")),
    )
    op.create_table(
        "people",
        sa.Column("client_id", sa.BigInteger(), sa.Identity(always=False, start=1000000000), nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=True),
        sa.Column("relation", sa.String(length=10), nullable=False),
        sa.Column("full_name", sa.String(length=255), nullable=True),
        sa.Column("birth_date", sa.Date(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("relation IN ('self', 'child', 'parent', 'other')", name=op.f("people_relation_check")),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.account_id"], name=op.f("people_account_id_fkey"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("client_id", name=op.f("people_pkey")),
    )
    op.create_index(op.f("people_account_id_idx"), "people", ["account_id"], unique=False)
    op.create_index("people_one_self_idx", "people", ["account_id"], unique=True, postgresql_where="relation = 'self'")
    op.create_table(
        "appointments",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("doctor_id", sa.Integer(), nullable=False),
        sa.Column("branch_id", sa.Integer(), nullable=False),
        sa.Column("office_number", sa.String(length=40), nullable=False),
        sa.Column("visit_type_id", sa.Integer(), nullable=True),
        sa.Column("client_id", sa.BigInteger(), nullable=True),
        sa.Column("account_id", sa.BigInteger(), nullable=True),
        sa.Column("patient_name", sa.String(length=255), nullable=True),
        sa.Column("note", sa.String(length=255), nullable=True),
        sa.Column("start_time", sa.DateTime(timezone=True), nullable=False),
        sa.Column("end_time", sa.DateTime(timezone=True), nullable=False),
        sa.Column("blocked", postgresql.TSTZRANGE(), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("hold_expires_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("status_reason", sa.String(length=255), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        postgresql.ExcludeConstraint(
            (sa.text("int4range(doctor_id, doctor_id, '[]')"), "&&"),
            (sa.column("blocked"), "&&"),
            where=sa.text("status IN ('arrived', 'confirmed', 'held', 'pending')"),
            using="gist",
            name="appointments_no_overlap",
        ),
        sa.CheckConstraint(
            "(status <> 'held') OR (hold_expires_at IS NOT NULL)", name=op.f("appointments_deadline_check")
        ),
        sa.CheckConstraint(
            "status IN ('held', 'pending', 'confirmed', 'arrived', 'completed', 'no_show', "
            "'cancelled', 'declined', 'expired', 'released', 'needs_rebooking')",
            name=op.f("appointments_status_check"),
        ),
        sa.CheckConstraint("blocked @> tstzrange(start_time, end_time)", name=op.f("appointments_blocked_check")),
        sa.CheckConstraint("start_time < end_time", name=op.f("appointments_times_check")),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.account_id"], name=op.f("appointments_account_id_fkey"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["branch_id"], ["branches.branch_id"], name=op.f("appointments_branch_id_fkey")),
        sa.ForeignKeyConstraint(
            ["client_id"], ["people.client_id"], name=op.f("appointments_client_id_fkey"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["doctor_id"], ["doctors.doctor_id"], name=op.f("appointments_doctor_id_fkey")),
        sa.ForeignKeyConstraint(
            ["visit_type_id"], ["visit_types.visit_type_id"], name=op.f("appointments_visit_type_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("appointments_pkey")),
    )
    op.create_index(
        "appointments_account_idx",
        "appointments",
        ["account_id", "created_at"],
        unique=False,
        postgresql_where="account_id IS NOT NULL",
    )
    op.create_index(
        "appointments_client_idx",
        "appointments",
        ["client_id", "start_time"],
        unique=False,
        postgresql_where="client_id IS NOT NULL",
    )
    op.create_index("appointments_doctor_start_idx", "appointments", ["doctor_id", "start_time"], unique=False)
    op.create_table(
        "booking_versions",
        sa.Column("doctor_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(
            ["doctor_id"], ["doctors.doctor_id"], name=op.f("booking_versions_doctor_id_fkey"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("doctor_id", name=op.f("booking_versions_pkey")),
    )
    op.create_table(
        "schedule_exceptions",
        sa.Column("exception_id", sa.Integer(), nullable=False),
        sa.Column("doctor_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("start_minute", sa.SmallInteger(), nullable=False),
        sa.Column("end_minute", sa.SmallInteger(), nullable=False),
        sa.CheckConstraint("kind IN ('time_off', 'extra_hours')", name=op.f("schedule_exceptions_kind_check")),
        sa.CheckConstraint(
            "0 <= start_minute AND start_minute < end_minute AND end_minute <= 1440",
            name=op.f("schedule_exceptions_minutes_check"),
        ),
        sa.CheckConstraint("first_day <= last_day", name=op.f("schedule_exceptions_days_check")),
        sa.ForeignKeyConstraint(
            ["doctor_id"], ["doctors.doctor_id"], name=op.f("schedule_exceptions_doctor_id_fkey"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("exception_id", name=op.f("schedule_exceptions_pkey")),
    )
    op.create_index(op.f("schedule_exceptions_doctor_id_idx"), "schedule_exceptions", ["doctor_id"], unique=False)
    op.create_table(
        "weekly_hours",
        sa.Column("doctor_id", sa.Integer(), nullable=False),
        sa.Column("weekday", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("start_minute", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("end_minute", sa.SmallInteger(), nullable=False),
        sa.CheckConstraint(
            "0 <= start_minute AND start_minute < end_minute AND end_minute <= 1440",
            name=op.f("weekly_hours_minutes_check"),
        ),
        sa.CheckConstraint("weekday BETWEEN 0 AND 6", name=op.f("weekly_hours_weekday_check")),
        sa.ForeignKeyConstraint(
            ["doctor_id"], ["doctors.doctor_id"], name=op.f("weekly_hours_doctor_id_fkey"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("doctor_id", "weekday", "start_minute", name=op.f("weekly_hours_pkey")),
    )
    op.execute("INSERT INTO schedule_version (version) VALUES (1)")


def downgrade() -> None:
    op.drop_table("weekly_hours")
    op.drop_index(op.f("schedule_exceptions_doctor_id_idx"), table_name="schedule_exceptions")
    op.drop_table("schedule_exceptions")
    op.drop_table("booking_versions")
    op.drop_index("appointments_doctor_start_idx", table_name="appointments")
    op.drop_index("appointments_client_idx", table_name="appointments", postgresql_where="client_id IS NOT NULL")
    op.drop_index("appointments_account_idx", table_name="appointments", postgresql_where="account_id IS NOT NULL")
    op.drop_table("appointments")
    op.drop_index("people_one_self_idx", table_name="people", postgresql_where="relation = 'self'")
    op.drop_index(op.f("people_account_id_idx"), table_name="people")
    op.drop_table("people")
    op.drop_table("doctors")
    op.drop_table("consents")
    op.drop_index(op.f("closures_branch_id_idx"), table_name="closures")
    op.drop_table("closures")
    op.drop_table("visit_types")
    op.drop_table("schedule_version")
    op.drop_index("outbox_unpublished_idx", table_name="outbox", postgresql_where="published_at IS NULL")
    op.drop_table("outbox")
    op.drop_index(op.f("idempotency_keys_created_at_idx"), table_name="idempotency_keys")
    op.drop_table("idempotency_keys")
    op.drop_table("branches")
    op.drop_table("api_tokens")
    op.drop_table("accounts")
