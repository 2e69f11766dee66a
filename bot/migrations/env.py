"""Alembic's entry: runs the migrations on the connection that `runner` hands over, inside its transaction."""

from alembic import context

from bot.migrations.runner import VERSION_TABLE
from bot.storage.tables import SCHEMA, metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
    version_table_schema=SCHEMA,
    include_schemas=True,
)
with context.begin_transaction():
    context.run_migrations()
