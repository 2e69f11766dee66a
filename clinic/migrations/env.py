"""Alembic's entry: runs the migrations on the connection that `runner` hands over, inside its transaction."""

from alembic import context

from clinic.migrations.tables import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA)
with context.begin_transaction():
    context.run_migrations()
