"""The queue of what is to be sent, and what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from bot.storage.database import Pool

_DUE = """
SELECT id, chat_id, priority, item::text AS item, label, delivery_id, not_before, attempts
FROM bot.sends WHERE outcome IS NULL ORDER BY id
"""
_RECORD = """
UPDATE bot.sends SET outcome = done.outcome, message_id = done.message_id, attempts = done.attempts, sent_at = now(),
       item = NULL
FROM unnest($1::bigint[], $2::text[], $3::bigint[], $4::int[]) AS done (id, outcome, message_id, attempts)
WHERE sends.id = done.id AND sends.outcome IS NULL
"""
_LABELLED = """
SELECT message_id FROM bot.sends WHERE chat_id = $1 AND label = $2 AND message_id IS NOT NULL ORDER BY id DESC LIMIT 1
"""
_LABEL_OF = """
SELECT label FROM bot.sends WHERE chat_id = $1 AND message_id = $2 AND label IS NOT NULL ORDER BY id DESC LIMIT 1
"""
_DELIVERED = "SELECT delivery_id, outcome FROM bot.sends WHERE delivery_id = ANY($1::bigint[])"
_QUEUE = """
INSERT INTO bot.sends (chat_id, priority, item, label, delivery_id)
SELECT chat_id, priority, item::json, label, delivery_id
FROM unnest($1::bigint[], $2::smallint[], $3::text[], $4::text[], $5::bigint[])
     WITH ORDINALITY AS new (chat_id, priority, item, label, delivery_id, place)
ORDER BY place
RETURNING id
"""
_FORGET = """
DELETE FROM bot.sends WHERE outcome IS NOT NULL AND sent_at < now() - make_interval(secs => $1)
AND (label IS NULL OR label NOT LIKE 'ticket-%' OR sent_at < now() - interval '1 year')
"""


class Outcome(StrEnum):
    SENT = "sent"
    BLOCKED = "blocked"
    """The person lets us write no more, or is gone."""
    REFUSED = "refused"
    """Telegram will never take it as it is."""
    EXPIRED = "expired"
    """Tried for too long."""


@dataclass(slots=True)
class Send:
    """Something to send; `item` is an Outgoing as JSON."""

    id: int
    chat_id: int
    priority: int
    item: str
    label: str | None = None
    delivery_id: int | None = None
    not_before: datetime | None = None
    attempts: int = 0
    ready: Any = None
    """`item` as the object that it was made from, if it is at hand."""
    done: bool = False
    """It has an outcome."""


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a send."""

    id: int
    outcome: Outcome
    message_id: int | None
    attempts: int


async def waiting(pool: Pool) -> list[Send]:
    """All that has not been sent, oldest first."""
    rows = await pool.fetch(_DUE)
    return [
        Send(
            id=row["id"],
            chat_id=row["chat_id"],
            priority=row["priority"],
            item=row["item"] or "{}",
            label=row["label"],
            delivery_id=row["delivery_id"],
            not_before=row["not_before"],
            attempts=row["attempts"],
        )
        for row in rows
    ]


async def record(pool: Pool, done: Sequence[Done]) -> None:
    """Remember outcomes in one statement; what has one already keeps it."""
    await pool.execute(
        _RECORD,
        [each.id for each in done],
        [each.outcome.value for each in done],
        [each.message_id for each in done],
        [each.attempts for each in done],
    )


async def labelled(pool: Pool, chat_id: int, label: str) -> int | None:
    """Telegram's id of the newest message that we sent under the label."""
    found: int | None = await pool.fetchval(_LABELLED, chat_id, label)
    return found


async def label_of(pool: Pool, chat_id: int, message_id: int) -> str | None:
    """Under which label we sent a message; None if it is not ours, has none, or is forgotten."""
    found: str | None = await pool.fetchval(_LABEL_OF, chat_id, message_id)
    return found


async def of_deliveries(pool: Pool, delivery_ids: Sequence[int]) -> dict[int, Outcome | None]:
    """Those of the deliveries that are in the queue or have been, with what became of them."""
    rows = await pool.fetch(_DELIVERED, delivery_ids)
    return {row["delivery_id"]: Outcome(row["outcome"]) if row["outcome"] else None for row in rows}


async def queue(pool: Pool, new: Sequence[Send]) -> list[Send]:
    """Put sends of any id into the queue, in their order; the same ones with their ids."""
    rows = await pool.fetch(
        _QUEUE,
        [send.chat_id for send in new],
        [send.priority for send in new],
        [send.item for send in new],
        [send.label for send in new],
        [send.delivery_id for send in new],
    )
    for send, number in zip(new, sorted(row["id"] for row in rows), strict=True):
        send.id = number
    return list(new)


async def forget(pool: Pool, older_than_seconds: float) -> None:
    """Remove what was finished so long ago."""
    await pool.execute(_FORGET, older_than_seconds)
