"""The way into a sandbox."""

from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

import httpx

from sandbox.client.calls import PeopleSide
from sandbox.client.person import PATIENCE, Person

READ_PATIENCE = 90.0
"""Seconds: longer than the server lets a read wait."""


@dataclass(frozen=True, slots=True)
class Group:
    id: int
    title: str


class Telegram:
    """`url` is the sandbox's, such as http://127.0.0.1:8090. An async context manager."""

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")
        self._client = httpx.AsyncClient(base_url=self.url, timeout=READ_PATIENCE, trust_env=False)
        self.side = PeopleSide(self._client)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._client.aclose()

    async def user(self, first_name: str, **fields: Any) -> Person:
        """A new person. `fields`: last_name, username, language_code, phone, user_id."""
        return Person(self.side, await self.side.post("/sandbox/users", first_name=first_name, **fields))

    async def people(self) -> list[Person]:
        """Everybody who is there already."""
        return [Person(self.side, user) for user in await self.side.get("/sandbox/users")]

    async def group(
        self,
        title: str,
        creator: Person,
        *members: Person,
        forum: bool = False,
        bots: bool = True,
        administrators: bool = True,
    ) -> Group:
        """A new group; `bots`: with every bot in it, as administrators or as plain members."""
        bot_ids = [bot["id"] for bot in await self.side.get("/sandbox/bots")] if bots else []
        shape = await self.side.post(
            "/sandbox/groups",
            title=title,
            creator_id=creator.id,
            members=[*(member.id for member in members), *bot_ids],
            administrators=bot_ids if administrators else [],
            forum=forum,
        )
        return Group(shape["id"], shape["title"])

    async def fail(self, method: str, times: int = 1, *, code: int = 500, **fields: Any) -> None:
        """Refuse the next calls of `method` ("*": any but getUpdates). `fields`: description, retry_after (seconds),
        chat_id."""
        await self.side.post("/sandbox/faults", method=method, times=times, code=code, **fields)

    async def drop(self, method: str, times: int = 1, *, after: bool = True, chat_id: int | None = None) -> None:
        """Close the connection without an answer, after or before the call is carried out."""
        trouble = "drop_after" if after else "drop_before"
        await self.side.post("/sandbox/faults", method=method, times=times, trouble=trouble, chat_id=chat_id)

    async def behave(self) -> None:
        """No more trouble."""
        await self.side.delete("/sandbox/faults")

    async def flood(self, *, enabled: bool = True, **limits: float) -> None:
        """`limits`: overall_per_second, chat_per_second, chat_burst, group_per_minute."""
        await self.side.put("/sandbox/flood", enabled=enabled, **limits)

    async def calls(self, method: str | None = None, after: int = 0) -> list[dict[str, Any]]:
        """What bots called and got an answer to: number, at, method, arguments, code, description."""
        found: list[dict[str, Any]] = await self.side.get("/sandbox/calls", method=method, after=after)
        return found

    async def called(
        self,
        method: str,
        count: int = 1,
        *,
        after: int = 0,
        answered: bool = True,
        timeout: float = PATIENCE,  # noqa: ASYNC109
    ) -> list[dict[str, Any]]:
        """The same, once there are `count` of them; `answered=False`: whether they have been answered or not."""
        query = {"method": method, "count": count, "after": after, "answered": int(answered), "timeout": timeout}
        found: list[dict[str, Any]] = await self.side.get("/sandbox/calls", **query)
        if len(found) < count:
            raise TimeoutError(f"{len(found)} of {count} calls of {method} within {timeout:g} s")
        return found

    async def pending_updates(self, bot_id: int | None = None) -> int:
        """How many updates wait for the bot, the first one by default."""
        counts = await self.side.get("/sandbox/updates")
        return int(counts[str(bot_id)] if bot_id else next(iter(counts.values())))

    async def taken(self, timeout: float = PATIENCE) -> None:  # noqa: ASYNC109
        """Once the bots have taken every update."""
        counts = await self.side.get("/sandbox/updates", timeout=timeout)
        if any(counts.values()):
            raise TimeoutError(f"updates that nobody took within {timeout:g} s: {counts}")

    async def add_update(self, body: dict[str, Any], update_id: int | None = None) -> int:
        """Put a raw update into the first bot's inbox: a repeated one, or one that cannot be read. Its number."""
        shape = await self.side.post("/sandbox/updates", body=body, update_id=update_id)
        return int(shape["update_id"])
