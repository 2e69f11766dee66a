"""The bot's own tables: what came in, what is remembered, what is to be sent. PostgreSQL, schema `bot`."""
