"""Receptionists whose time is the test's."""

import asyncio
from collections.abc import Sequence

from agent.turn import Said, TurnContext, TurnResult


class Thinks:
    """Answers what it was told, once it is let; remembers what it began to think about."""

    def __init__(self, *, free: bool = False) -> None:
        self.asked: list[str] = []
        self.began = asyncio.Condition()
        self.may_answer = asyncio.Event()
        if free:
            self.may_answer.set()

    async def answer(self, text: str, history: Sequence[Said], context: TurnContext) -> TurnResult:
        del history, context
        async with self.began:
            self.asked.append(text)
            self.began.notify_all()
        await self.may_answer.wait()
        return TurnResult(f"Answer to {text}")

    async def thinks_of(self, text: str) -> None:
        """Wait until it has begun to think of exactly this."""
        async with asyncio.timeout(10), self.began:
            await self.began.wait_for(lambda: text in self.asked)

    async def thinks_again(self, than: int) -> None:
        """Wait until it was asked more often than so many times."""
        async with asyncio.timeout(10), self.began:
            await self.began.wait_for(lambda: len(self.asked) > than)
