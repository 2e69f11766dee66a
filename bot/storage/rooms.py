"""The managers' groups: which branch each is of, its topics, and its digest."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

import asyncpg

from bot.storage.database import Pool

Topic = Literal["queue", "tickets", "alerts"]
TOPICS: tuple[Topic, ...] = get_args(Topic)

_READ = """
SELECT chat_id, branch_id, queue_topic, tickets_topic, alerts_topic, digest_id
FROM bot.rooms ORDER BY opened_at, chat_id
"""
_OPEN = """
INSERT INTO bot.rooms (chat_id, branch_id) VALUES ($1, $2)
ON CONFLICT (chat_id) DO UPDATE SET branch_id = excluded.branch_id
"""
_CLOSE_OTHERS = "DELETE FROM bot.rooms WHERE branch_id IS NOT DISTINCT FROM $2::int AND chat_id <> $1"
_CLOSE = "DELETE FROM bot.rooms WHERE chat_id = $1"
_MOVE = """
WITH gone AS (DELETE FROM bot.rooms WHERE chat_id = $1 RETURNING branch_id)
INSERT INTO bot.rooms (chat_id, branch_id) SELECT $2, branch_id FROM gone
ON CONFLICT (chat_id) DO UPDATE SET branch_id = excluded.branch_id
"""
_SET_TOPIC = "UPDATE bot.rooms SET {}_topic = $2 WHERE chat_id = $1"
_SET_DIGEST = "UPDATE bot.rooms SET digest_id = $2 WHERE chat_id = $1 AND digest_id IS DISTINCT FROM $2"


@dataclass(frozen=True, slots=True)
class Room:
    """A group in which managers work."""

    chat_id: int
    branch_id: int | None = None
    """None: of all branches."""
    topics: Mapping[Topic, int] = field(default_factory=dict)
    """Telegram's ids of the topics that were made; () where the group has none."""
    digest_id: int | None = None
    """Telegram's id of the pinned message."""


async def read(pool: Pool) -> list[Room]:
    """All rooms, the oldest first."""
    return [_room(row) for row in await pool.fetch(_READ)]


async def open_room(pool: Pool, chat_id: int, branch_id: int | None) -> None:
    """From now on the chat is the branch's room, and the branch's only one."""
    async with pool.acquire() as connection, connection.transaction():
        await connection.execute(_CLOSE_OTHERS, chat_id, branch_id)
        await connection.execute(_OPEN, chat_id, branch_id)


async def close(pool: Pool, chat_id: int) -> None:
    """The chat is no room any more."""
    await pool.execute(_CLOSE, chat_id)


async def move(pool: Pool, old: int, new: int) -> None:
    """The group is a supergroup now. Its topics and its digest are made anew: nothing of the old one can be reached."""
    await pool.execute(_MOVE, old, new)


async def set_topic(pool: Pool, chat_id: int, topic: Topic, thread_id: int | None) -> None:
    await pool.execute(_SET_TOPIC.format(topic), chat_id, thread_id)


async def set_digest(pool: Pool, chat_id: int, message_id: int | None) -> None:
    await pool.execute(_SET_DIGEST, chat_id, message_id)


def _room(row: asyncpg.Record) -> Room:
    topics = {topic: row[f"{topic}_topic"] for topic in TOPICS if row[f"{topic}_topic"] is not None}
    return Room(row["chat_id"], row["branch_id"], topics, row["digest_id"])
