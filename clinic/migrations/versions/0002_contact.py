"""How to reach the owner of an account"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("accounts", sa.Column("phone", sa.String(length=16), nullable=True))
    op.add_column("accounts", sa.Column("phone_verified_at", sa.DateTime(timezone=True), nullable=True))
    op.create_check_constraint(
        op.f("accounts_phone_check"), "accounts", "phone IS NOT NULL OR phone_verified_at IS NULL"
    )


def downgrade() -> None:
    op.drop_constraint(op.f("accounts_phone_check"), "accounts", type_="check")
    op.drop_column("accounts", "phone_verified_at")
    op.drop_column("accounts", "phone")
