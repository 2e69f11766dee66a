"""What is kept of tickets is never older than the last forgetting, in whatever order readers and writers come."""

import asyncio

from hypothesis import given
from hypothesis import strategies as st

from clinic.tickets.cache import MOST_ANSWERS, MemoryCache


class Hand:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


READER = st.integers(0, 2)
EVENTS = st.lists(st.one_of(st.tuples(st.sampled_from(["look", "keep"]), READER), st.just(("write", 0))), max_size=40)
"""Three readers look into the database and keep what they found some time later; a writer writes, then forgets."""


@given(EVENTS)
def test_no_reader_keeps_what_was_written_over(events: list[tuple[str, int]]) -> None:
    async def play() -> None:
        cache, stored = MemoryCache(60.0), 0
        looks: dict[int, tuple[int, str]] = {}
        for what, reader in events:
            if what == "write":
                stored += 1
                await cache.forget(["ticket/1"])
            elif what == "look":
                looks[reader] = await cache.mark(), str(stored)
            elif reader in looks:
                mark, answer = looks.pop(reader)
                await cache.keep("ticket/1", "details", answer, mark)
            assert await cache.get("ticket/1", "details") in (None, str(stored))

    asyncio.run(play())


def test_an_answer_grows_old_and_there_are_never_too_many() -> None:
    async def play() -> None:
        hand = Hand()
        cache = MemoryCache(2.0, hand)
        await cache.keep("pages", "a", "one", await cache.mark())
        assert await cache.get("pages", "a") == "one"
        hand.now = 2.0
        assert await cache.get("pages", "a") is None
        for number in range(MOST_ANSWERS + 1):
            await cache.keep("pages", str(number), "x", await cache.mark())
        assert await cache.get("pages", "0") is None
        assert await cache.get("pages", str(MOST_ANSWERS)) == "x"
        off = MemoryCache(0.0, hand)
        await off.keep("pages", "a", "one", await off.mark())
        assert await off.get("pages", "a") is None

    asyncio.run(play())
