"""Applications that were approved with one tap, so that one tap can take them back."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.storage.database import Pool

_KEEP = "INSERT INTO bot.batches (by, application_ids) VALUES ($1, $2) RETURNING id"
_READ = "SELECT by, application_ids FROM bot.batches WHERE id = $1"
_FORGET = "DELETE FROM bot.batches WHERE made_at < now() - make_interval(secs => $1)"


@dataclass(frozen=True, slots=True)
class Batch:
    by: str
    """The manager, as the clinic writes it."""
    application_ids: tuple[int, ...]


async def keep(pool: Pool, by: str, application_ids: Sequence[int]) -> int:
    """The batch's number."""
    number: int = await pool.fetchval(_KEEP, by, list(application_ids))
    return number


async def read(pool: Pool, number: int) -> Batch | None:
    """None: there is none, or it is forgotten."""
    row = await pool.fetchrow(_READ, number)
    return None if row is None else Batch(row["by"], tuple(row["application_ids"]))


async def forget(pool: Pool, older_than_seconds: float) -> None:
    await pool.execute(_FORGET, older_than_seconds)
