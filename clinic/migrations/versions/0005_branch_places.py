"""Where a branch is and how to call it"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("branches", sa.Column("latitude", sa.Double(), nullable=True))
    op.add_column("branches", sa.Column("longitude", sa.Double(), nullable=True))
    op.add_column("branches", sa.Column("phone", sa.String(length=40), nullable=True))
    op.create_check_constraint(
        op.f("branches_place_check"),
        "branches",
        "(latitude IS NULL) = (longitude IS NULL) AND latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180",
    )


def downgrade() -> None:
    op.drop_constraint(op.f("branches_place_check"), "branches", type_="check")
    op.drop_column("branches", "phone")
    op.drop_column("branches", "longitude")
    op.drop_column("branches", "latitude")
