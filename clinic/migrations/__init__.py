"""The database's schema, step by step (Alembic). `migrate` brings a database to the newest step."""
