"""The durable Telegram edge: real PostgreSQL, the local Telegram over HTTP, the real clinic."""
