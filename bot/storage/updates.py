"""Updates as they came: kept before Telegram may forget them, done in the transaction of the turn that handled them."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.storage.database import Pool

INBOX_CHANNEL = "bot_inbox"
"""Where a process that only receives tells the one that works."""

_KEEP = """
INSERT INTO bot.updates (bot_id, update_id, chat_id, payload, state, done_at)
SELECT $1, came.update_id, came.chat_id, came.payload::json, came.state,
       CASE WHEN came.state = 'pending' THEN NULL ELSE now() END
FROM unnest($2::bigint[], $3::bigint[], $4::text[], $5::text[]) AS came (update_id, chat_id, payload, state)
ON CONFLICT DO NOTHING
RETURNING update_id
"""
_PENDING = """
SELECT update_id, payload::text AS payload, attempts FROM bot.updates
WHERE bot_id = $1 AND state = 'pending' AND update_id > $2 ORDER BY update_id LIMIT $3
"""
_TRIED = """
UPDATE bot.updates SET attempts = attempts + 1 WHERE bot_id = $1 AND update_id = ANY($2::bigint[])
"""
_SKIP = """
UPDATE bot.updates SET state = 'unreadable', done_at = now() WHERE bot_id = $1 AND update_id = $2 AND state = 'pending'
"""
_OLDEST = """
SELECT coalesce(extract(epoch FROM now() - min(received_at)), 0)::float8
FROM bot.updates WHERE bot_id = $1 AND state = 'pending'
"""
_FORGET = """
DELETE FROM bot.updates WHERE state <> 'pending' AND received_at < now() - make_interval(secs => $1)
"""


class State(StrEnum):
    PENDING = "pending"
    DONE = "done"
    FAILED = "failed"
    UNREADABLE = "unreadable"
    IGNORED = "ignored"


@dataclass(frozen=True, slots=True)
class Kept:
    """An update as it is stored."""

    update_id: int
    chat_id: int | None
    payload: str | None
    """JSON."""
    state: State = State.PENDING
    attempts: int = 0


async def keep(pool: Pool, bot_id: int, came: Sequence[Kept]) -> set[int]:
    """Store in one statement; the ids that were not there before. Committed when it returns."""
    rows = await pool.fetch(
        _KEEP,
        bot_id,
        [update.update_id for update in came],
        [update.chat_id for update in came],
        [update.payload for update in came],
        [update.state.value for update in came],
    )
    return {row["update_id"] for row in rows}


async def pending(pool: Pool, bot_id: int, after: int, limit: int) -> list[Kept]:
    """What has not been handled, in Telegram's order, from the first id above `after`."""
    rows = await pool.fetch(_PENDING, bot_id, after, limit)
    return [Kept(row["update_id"], None, row["payload"], attempts=row["attempts"]) for row in rows]


async def tried(pool: Pool, bot_id: int, update_ids: Sequence[int]) -> None:
    """Count one more attempt, before it is made: whoever dies of it leaves the count behind."""
    await pool.execute(_TRIED, bot_id, update_ids)


async def skip(pool: Pool, bot_id: int, update_id: int) -> None:
    """Leave out one that this version cannot read."""
    await pool.execute(_SKIP, bot_id, update_id)


async def oldest_seconds(pool: Pool, bot_id: int) -> float:
    """How long the oldest one has been waiting; 0 if none is."""
    found: float = await pool.fetchval(_OLDEST, bot_id)
    return found


async def forget(pool: Pool, older_than_seconds: float) -> None:
    """Remove what was handled so long ago that Telegram does not repeat it."""
    await pool.execute(_FORGET, older_than_seconds)


async def announce(pool: Pool) -> None:
    """Tell the process that works that there is something new."""
    await pool.execute(f"NOTIFY {INBOX_CHANNEL}")
