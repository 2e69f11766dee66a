"""What is remembered of a chat."""

from bot.storage.database import Pool

_READ = "SELECT memory::text AS memory, version FROM bot.chats WHERE chat_id = $1"
_LANGUAGE = "SELECT language FROM bot.chats WHERE chat_id = $1"
_SET_BLOCKED = """
INSERT INTO bot.chats (chat_id, memory, version, blocked_at)
VALUES ($1, '{}', 0, CASE WHEN $2 THEN now() END)
ON CONFLICT (chat_id) DO UPDATE SET blocked_at = excluded.blocked_at
"""
_MIGRATED = """
INSERT INTO bot.chats (chat_id, memory, version, migrated_to) VALUES ($1, '{}', 0, $2)
ON CONFLICT (chat_id) DO UPDATE SET migrated_to = excluded.migrated_to
"""
_MOVE_SENDS = "UPDATE bot.sends SET chat_id = $2 WHERE chat_id = $1 AND outcome IS NULL"
_NOW = """
WITH RECURSIVE way AS (
    SELECT $1::bigint AS chat_id, 0 AS step
    UNION ALL
    SELECT chats.migrated_to, way.step + 1 FROM way JOIN bot.chats USING (chat_id)
    WHERE chats.migrated_to IS NOT NULL AND way.step < 5
)
SELECT chat_id FROM way ORDER BY step DESC LIMIT 1
"""


async def read(pool: Pool, chat_id: int) -> tuple[str, int]:
    """The memory's JSON and its version; an empty one of version 0 for a new chat."""
    row = await pool.fetchrow(_READ, chat_id)
    return ("{}", 0) if row is None else (row["memory"], row["version"])


async def language(pool: Pool, chat_id: int) -> str | None:
    """In which language the chat was spoken to last."""
    found: str | None = await pool.fetchval(_LANGUAGE, chat_id)
    return found


async def set_blocked(pool: Pool, chat_id: int, *, blocked: bool) -> None:
    """Whether the person lets us write."""
    await pool.execute(_SET_BLOCKED, chat_id, blocked)


async def migrate(pool: Pool, old: int, new: int) -> None:
    """A group has become a supergroup: what waits for it goes there."""
    async with pool.acquire() as connection, connection.transaction():
        await connection.execute(_MIGRATED, old, new)
        await connection.execute(_MOVE_SENDS, old, new)


async def current_id(pool: Pool, chat_id: int) -> int:
    """The id that a chat has now, if it became another one."""
    found: int = await pool.fetchval(_NOW, chat_id)
    return found
