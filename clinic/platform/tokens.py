"""API tokens: who calls, in which role. Only hashes are stored; a token is shown once, when it is made."""

import hashlib
import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import insert, select, update

from clinic.platform.clock import Clock
from clinic.platform.database import Database
from clinic.platform.token_table import api_tokens


class Role(StrEnum):
    """What a token may do: bot and console read and write, read_only reads."""

    BOT = "bot"
    CONSOLE = "console"
    READ_ONLY = "read_only"


@dataclass(frozen=True, slots=True)
class TokenHolder:
    key: str
    """Tells tokens apart; part of the hash, so it gives nothing away."""
    role: Role


@dataclass(frozen=True, slots=True)
class TokenInfo:
    token_id: int
    name: str
    role: Role
    created_at: datetime
    revoked_at: datetime | None


CACHED_TOKENS = 1000


class Tokens:
    """Checks tokens: the configured one without any read, others by hash in the database, kept for a few seconds."""

    def __init__(
        self, database: Database, configured: str, cache_seconds: float, monotonic: Callable[[], float]
    ) -> None:
        self._database = database
        self._configured = _sha256(configured)
        self._cache_seconds = cache_seconds
        self._monotonic = monotonic
        self._known: dict[bytes, tuple[float, TokenHolder | None]] = {}

    async def holder(self, token: str) -> TokenHolder | None:
        """Whose token it is; None if nobody's, or revoked."""
        digest = _sha256(token)
        if hmac.compare_digest(digest, self._configured):
            return TokenHolder("configured", Role.BOT)
        kept = self._known.get(digest)
        if kept is not None and kept[0] > self._monotonic():
            return kept[1]
        holder = await self._read(digest)
        if len(self._known) >= CACHED_TOKENS:
            self._known.clear()
        self._known[digest] = self._monotonic() + self._cache_seconds, holder
        return holder

    async def _read(self, digest: bytes) -> TokenHolder | None:
        asked = select(api_tokens.c.role).where(api_tokens.c.token_sha256 == digest, api_tokens.c.revoked_at.is_(None))
        async with self._database.reading() as connection:
            role = (await connection.execute(asked)).scalar_one_or_none()
        return TokenHolder(digest.hex()[:16], Role(role)) if role else None


async def create_token(database: Database, name: str, role: Role, clock: Clock) -> str:
    """Make a token and return it; it cannot be shown again."""
    token = f"fd_{secrets.token_urlsafe(32)}"
    async with database.transaction() as connection:
        await connection.execute(
            insert(api_tokens).values(name=name, role=role, token_sha256=_sha256(token), created_at=clock())
        )
    return token


async def list_tokens(database: Database) -> list[TokenInfo]:
    """All tokens, revoked ones too, oldest first."""
    columns = [c for c in api_tokens.c if c.name != "token_sha256"]
    async with database.reading() as connection:
        rows = await connection.execute(select(*columns).order_by(api_tokens.c.token_id))
        return [TokenInfo(r.token_id, r.name, Role(r.role), r.created_at, r.revoked_at) for r in rows]


async def revoke_token(database: Database, token_id: int, clock: Clock) -> bool:
    """Refuse a token from now on (within the cache's seconds); False if there is none with this id in use."""
    async with database.transaction() as connection:
        result = await connection.execute(
            update(api_tokens)
            .where(api_tokens.c.token_id == token_id, api_tokens.c.revoked_at.is_(None))
            .values(revoked_at=clock())
        )
        return result.rowcount == 1


def _sha256(token: str) -> bytes:
    # Tokens are 256 random bits, so a plain hash is enough: there is nothing to guess.
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).digest()
