"""How the managers who have acted here are called at Telegram: the clinic keeps ids, the others want names."""

from bot.storage.database import Pool

_REMEMBER = """
INSERT INTO bot.manager_names (telegram_id, name) VALUES ($1, $2)
ON CONFLICT (telegram_id) DO UPDATE SET name = excluded.name WHERE manager_names.name <> excluded.name
"""
_READ = "SELECT telegram_id, name FROM bot.manager_names"


async def remember(pool: Pool, telegram_id: int, name: str) -> None:
    await pool.execute(_REMEMBER, telegram_id, name)


async def read(pool: Pool) -> dict[int, str]:
    return {row["telegram_id"]: row["name"] for row in await pool.fetch(_READ)}
