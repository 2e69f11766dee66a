"""Make, list and revoke API tokens."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from typing import TypeVar

from cli.running import Failed, database, read_environment
from clinic.migrations import runner
from clinic.platform.clock import system_clock
from clinic.platform.database import Database, connect
from clinic.platform.tokens import Role, create_token, list_tokens, revoke_token

T = TypeVar("T")


def create(name: str, role: str) -> None:
    token = _on_database(lambda opened: create_token(opened, name, Role(role), system_clock))
    sys.stdout.write(token + "\n")
    sys.stderr.write("Keep it safe: only its hash is stored, so it cannot be shown again.\n")


def show() -> None:
    tokens = _on_database(list_tokens)
    for token in tokens:
        state = f"revoked {token.revoked_at:%Y-%m-%d}" if token.revoked_at else "in use"
        sys.stdout.write(f"{token.token_id}\t{token.role}\t{token.name}\t{token.created_at:%Y-%m-%d}\t{state}\n")
    if not tokens:
        sys.stdout.write("No tokens yet: frontdesk token create --name NAME --role ROLE\n")


def revoke(token_id: int) -> None:
    if not _on_database(lambda opened: revoke_token(opened, token_id, system_clock)):
        raise Failed(f"There is no token {token_id} in use: see frontdesk token list.")
    sys.stdout.write(f"Token {token_id} is revoked.\n")


def _on_database(work: Callable[[Database], Awaitable[T]]) -> T:
    async def run(url: str) -> T:
        await runner.upgrade(url)
        opened = connect(url, pool_size=1)
        try:
            return await work(opened)
        finally:
            await opened.close()

    with database(read_environment()) as url:
        return asyncio.run(run(url))
