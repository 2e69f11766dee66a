"""429: how much a bot may say. The manual's FAQ, "My bot is hitting limits"; Query.cpp, set_retry_after_error."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from sandbox.bot_api.flood import FloodLimits
from tests.sandbox.refusing import group, refusal
from tests.sandbox.running import Sandbox, running_sandbox
from tests.support.clock import StillClock


@pytest_asyncio.fixture
async def strict(clock: StillClock) -> AsyncIterator[Sandbox]:
    """A sandbox with Telegram's limits whose clock stands still."""
    async with running_sandbox(clock, flood=FloodLimits()) as running:
        yield running


def too_many(seconds: int) -> dict[str, object]:
    return refusal(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


async def test_one_a_second_in_a_chat_after_a_short_burst(strict: Sandbox, clock: StillClock) -> None:
    anna = await strict.telegram.user("Anna")
    await anna.start()
    for _ in range(5):
        assert (await strict.call("sendMessage", chat_id=anna.id, text="x"))["ok"]
    assert await strict.call("sendMessage", chat_id=anna.id, text="x") == too_many(1)
    assert len((await anna.look()).from_bot()) == 5
    clock.advance(seconds=1)
    assert (await strict.call("sendMessage", chat_id=anna.id, text="x"))["ok"]
    assert await strict.call("sendMessage", chat_id=anna.id, text="x") == too_many(1)
    assert (await strict.call("sendChatAction", chat_id=anna.id, action="typing"))["ok"]


async def test_thirty_a_second_in_all(strict: Sandbox, clock: StillClock) -> None:
    people = [await strict.telegram.user(f"Patient {number}") for number in range(31)]
    for person in people:
        await person.start()
    answers = [await strict.call("sendMessage", chat_id=person.id, text="x") for person in people]
    assert [answer["ok"] for answer in answers] == [True] * 30 + [False]
    assert answers[-1] == too_many(1)
    clock.advance(seconds=1)
    assert (await strict.call("sendMessage", chat_id=people[-1].id, text="x"))["ok"]


async def test_twenty_a_minute_in_a_group(strict: Sandbox, clock: StillClock) -> None:
    _, managers = await group(strict)
    for _ in range(20):
        assert (await strict.call("sendMessage", chat_id=managers.id, text="x"))["ok"]
    assert await strict.call("sendMessage", chat_id=managers.id, text="x") == too_many(3)
    clock.advance(seconds=3)
    assert (await strict.call("sendMessage", chat_id=managers.id, text="x"))["ok"]


async def test_limits_can_be_changed_and_switched_off(strict: Sandbox) -> None:
    anna = await strict.telegram.user("Anna")
    await anna.start()
    await strict.telegram.flood(chat_burst=1)
    assert (await strict.call("sendMessage", chat_id=anna.id, text="x"))["ok"]
    assert not (await strict.call("sendMessage", chat_id=anna.id, text="x"))["ok"]
    await strict.telegram.flood(enabled=False)
    for _ in range(40):
        assert (await strict.call("sendMessage", chat_id=anna.id, text="x"))["ok"]


@pytest.mark.parametrize("method", ["editMessageText", "copyMessage"])
async def test_changes_and_copies_count(strict: Sandbox, method: str) -> None:
    anna = await strict.telegram.user("Anna")
    await anna.start()
    sent = await strict.result("sendMessage", chat_id=anna.id, text="x")
    target = {"chat_id": anna.id, "from_chat_id": anna.id, "message_id": sent["message_id"]}
    codes = [(await strict.call(method, **target, text=f"text {number}"))["status"] for number in range(5)]
    assert codes == [200, 200, 200, 200, 429]
