"""The schema `bot`, step by step (Alembic), beside the clinic's own history in the same database."""
