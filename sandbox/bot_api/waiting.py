"""A question that stays open ends with the connection that asked it."""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

from starlette.requests import Request

Answer = TypeVar("Answer")


async def while_connected(request: Request, work: Coroutine[Any, Any, Answer]) -> Answer | None:
    """What `work` gives; None if the caller hung up before. The request's body must have been read."""
    outcome: list[Answer] = []
    errors: list[Exception] = []

    async def kept() -> None:
        try:
            outcome.append(await work)
        except Exception as error:
            errors.append(error)

    async with asyncio.TaskGroup() as tasks:
        working, gone = tasks.create_task(kept()), tasks.create_task(_hung_up(request))
        await asyncio.wait([working, gone], return_when=asyncio.FIRST_COMPLETED)
        working.cancel()
        gone.cancel()
    if errors:
        raise errors[0]
    return outcome[0] if outcome else None


async def _hung_up(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
