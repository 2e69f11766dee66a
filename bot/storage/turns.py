"""The one transaction of a turn: the chat's memory, what is to be sent, and the updates it handled.

Many turns, of different chats, go into one statement; each stands or falls by itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.storage.database import Pool
from bot.storage.sends import Send
from bot.storage.updates import State

# A turn is stored if nobody else has done one of its updates or stored a turn of its chat since we read it.
_STORE = """
WITH turn AS (
    SELECT * FROM unnest($2::bigint[], $3::int[], $4::text[], $5::text[]) AS t (chat_id, version, memory, language)
), handled AS (
    SELECT * FROM unnest($6::bigint[], $7::bigint[], $8::text[]) AS h (update_id, chat_id, state)
), late AS (
    SELECT handled.chat_id FROM handled
    JOIN bot.updates ON updates.bot_id = $1 AND updates.update_id = handled.update_id AND updates.state <> 'pending'
), stored AS (
    INSERT INTO bot.chats AS chats (chat_id, memory, version, language)
    SELECT chat_id, memory::json, version + 1, language FROM turn WHERE chat_id NOT IN (SELECT chat_id FROM late)
    ON CONFLICT (chat_id) DO UPDATE
    SET memory = excluded.memory, version = excluded.version, language = excluded.language
    WHERE chats.version = excluded.version - 1
    RETURNING chat_id
), closed AS (
    UPDATE bot.updates SET state = handled.state, done_at = now(),
           payload = CASE WHEN handled.state = 'done' THEN NULL ELSE payload END
    FROM handled JOIN stored USING (chat_id)
    WHERE updates.bot_id = $1 AND updates.update_id = handled.update_id
), queued AS (
    INSERT INTO bot.sends (chat_id, priority, item, label)
    SELECT said.chat_id, said.priority, said.item::json, said.label
    FROM unnest($9::bigint[], $10::smallint[], $11::text[], $12::text[], $13::bigint[])
         WITH ORDINALITY AS said (chat_id, priority, item, label, turn_chat_id, place)
    JOIN stored ON stored.chat_id = said.turn_chat_id ORDER BY said.place
    RETURNING id
)
SELECT chat_id, NULL::bigint AS id FROM stored UNION ALL SELECT NULL, id FROM queued
"""


@dataclass(slots=True)
class Turn:
    """What a turn leaves behind."""

    chat_id: int
    version: int
    """Of the memory that it began with."""
    memory: str
    """JSON."""
    language: str | None
    update_ids: Sequence[int]
    sends: list[Send] = field(default_factory=list)
    """Their ids are filled in by `store`."""
    state: State = State.DONE


async def store(pool: Pool, bot_id: int, turns: Sequence[Turn]) -> list[bool]:
    """Commit turns of different chats in one statement; for each whether it was stored.

    False: somebody else has worked on that chat or on one of those updates.
    """
    said = [(turn.chat_id, send) for turn in turns for send in turn.sends]
    rows = await pool.fetch(
        _STORE,
        bot_id,
        [turn.chat_id for turn in turns],
        [turn.version for turn in turns],
        [turn.memory for turn in turns],
        [turn.language for turn in turns],
        [update_id for turn in turns for update_id in turn.update_ids],
        [turn.chat_id for turn in turns for _ in turn.update_ids],
        [turn.state.value for turn in turns for _ in turn.update_ids],
        [send.chat_id for _, send in said],
        [send.priority for _, send in said],
        [send.item for _, send in said],
        [send.label for _, send in said],
        [chat_id for chat_id, _ in said],
    )
    stored = {row["chat_id"] for row in rows if row["id"] is None}
    queued = sorted(row["id"] for row in rows if row["id"] is not None)
    # Numbers are given in the order of insertion, which is the order of `said`.
    for send, number in zip((send for chat_id, send in said if chat_id in stored), queued, strict=True):
        send.id = number
    return [turn.chat_id in stored for turn in turns]
