"""getUpdates. Sources: Client.cpp of the real server, process_get_updates_query and do_get_updates."""

import asyncio

import pytest

from sandbox.bot_api.inbox import first_update_id
from sandbox.client import CannotDo
from tests.sandbox.refusing import refusal
from tests.sandbox.running import Sandbox, running_sandbox
from tests.support.clock import StillClock

CONFLICT = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"


async def test_updates_stay_until_they_are_confirmed(fresh: Sandbox) -> None:
    anna = await fresh.telegram.user("Anna")
    for text in ("one", "two", "three"):
        await anna.say(text)
    first = await fresh.updates()
    assert [each["message"]["text"] for each in first] == ["one", "two", "three"]
    assert [each["update_id"] - first[0]["update_id"] for each in first] == [0, 1, 2]
    assert await fresh.updates() == first
    assert await fresh.updates(offset=first[1]["update_id"]) == first[1:]
    assert await fresh.updates(offset=-1) == first[2:]
    assert await fresh.updates(offset=first[2]["update_id"] + 1) == []
    assert await fresh.telegram.pending_updates() == 0


async def test_a_wait_ends_with_the_first_update(fresh: Sandbox) -> None:
    anna = await fresh.telegram.user("Anna")
    async with asyncio.TaskGroup() as tasks:
        waiting = tasks.create_task(fresh.updates(wait=50))
        await fresh.telegram.side.get("/sandbox/bots")
        await anna.say("hello")
    assert [each["message"]["text"] for each in waiting.result()] == ["hello"]


async def test_a_second_reader_ends_the_first(fresh: Sandbox) -> None:
    """Client.cpp, abort_long_poll."""
    anna = await fresh.telegram.user("Anna")
    async with asyncio.TaskGroup() as tasks:
        first = tasks.create_task(fresh.call("getUpdates", timeout=50))
        await fresh.telegram.called("getUpdates", answered=False)
        second = tasks.create_task(fresh.call("getUpdates", timeout=50))
        assert await first == refusal(409, CONFLICT)
        await anna.say("hello")
    assert len(second.result()["result"]) == 1


async def test_no_polling_while_there_is_a_webhook(fresh: Sandbox) -> None:
    await fresh.result("setWebhook", url="http://127.0.0.1:9/hook")
    words = (
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
    )
    assert await fresh.call("getUpdates") == refusal(409, words)
    await fresh.result("deleteWebhook")
    assert (await fresh.call("getUpdates"))["ok"]


async def test_a_webhook_ends_a_wait(fresh: Sandbox) -> None:
    """Client.cpp, abort_long_poll."""
    async with asyncio.TaskGroup() as tasks:
        waiting = tasks.create_task(fresh.call("getUpdates", timeout=50))
        await fresh.telegram.called("getUpdates", answered=False)
        await fresh.result("setWebhook", url="http://127.0.0.1:9/hook")
    assert waiting.result() == refusal(409, "Conflict: terminated by setWebhook request")


async def test_only_allowed_kinds_come_and_the_choice_is_kept(fresh: Sandbox) -> None:
    anna = await fresh.telegram.user("Anna")
    await fresh.result("getUpdates", allowed_updates=["my_chat_member"])
    await anna.say("unseen")
    await anna.block()
    updates = await fresh.updates()
    assert [list(each)[1] for each in updates] == ["my_chat_member"]
    assert (await fresh.result("getWebhookInfo"))["allowed_updates"] == ["my_chat_member"]
    await fresh.result("getUpdates", allowed_updates=[])
    await anna.unblock()
    await anna.say("seen")
    assert [list(each)[1] for each in await fresh.updates()][-2:] == ["my_chat_member", "message"]


async def test_limit(fresh: Sandbox) -> None:
    anna = await fresh.telegram.user("Anna")
    for number in range(120):
        await anna.say(str(number))
    assert len(await fresh.updates()) == 100
    assert len(await fresh.result("getUpdates", limit=3)) == 3


async def test_numbers_go_on_after_a_restart(clock: StillClock) -> None:
    """Also those of messages: a bot remembers both."""
    async with running_sandbox(clock) as sandbox:
        anna = await sandbox.telegram.user("Anna")
        said = await anna.say("before")
        (before,) = await sandbox.updates()
    clock.advance(seconds=10)
    async with running_sandbox(clock) as sandbox:
        anna = await sandbox.telegram.user("Anna")
        said_again = await anna.say("after")
        (after,) = await sandbox.updates()
    assert after["update_id"] > before["update_id"]
    assert said_again.id > said.id
    assert after["message"]["from"]["id"] == before["message"]["from"]["id"]


def test_numbers_fit_31_bits_for_years(clock: StillClock) -> None:
    """Client.cpp reads `offset` as int32."""
    assert first_update_id(clock.now.replace(year=2029, month=1)) < 2**31


async def test_raw_updates(fresh: Sandbox) -> None:
    """A lever of tests: one again, or one that no bot can read."""
    number = await fresh.telegram.add_update({"message": {"strange": True}})
    again = await fresh.telegram.add_update({"message": {"strange": True}}, update_id=number)
    assert again == number
    assert [each["update_id"] for each in await fresh.updates()] == [number]


async def test_people_cannot_do_what_the_app_does_not_offer(fresh: Sandbox) -> None:
    anna = await fresh.telegram.user("Anna")
    vera = await fresh.telegram.user("Vera")
    said = await anna.say("mine")
    with pytest.raises(CannotDo, match="only one's own words"):
        await vera.edit(said, "yours")
    with pytest.raises(CannotDo, match="no button 'Book'"):
        await anna.press("Book")
    await anna.block()
    with pytest.raises(CannotDo, match="blocked"):
        await anna.say("x")
