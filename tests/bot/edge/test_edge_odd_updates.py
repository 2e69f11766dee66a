"""Repeated, broken and foreign updates: none is lost, none does harm."""

from typing import Any

import pytest
from aiogram import Dispatcher

from bot.texts import texts
from sandbox.client import Person
from tests.bot.edge.running import Edge, running_edge
from tests.bot.receptionists import Says
from tests.support.clock import StillClock

SECRETS = "nobody else's business"


def message(person: Person, text: str, number: int = 900) -> dict[str, Any]:
    sender = {"id": person.id, "is_bot": False, "first_name": "Anna", "language_code": "en"}
    chat = {"id": person.id, "type": "private", "first_name": "Anna"}
    return {"message": {"message_id": number, "date": 1772431200, "chat": chat, "from": sender, "text": text}}


async def test_a_repeated_update_does_nothing(edge_database: str, clock: StillClock) -> None:
    async with running_edge(edge_database, clock, receptionist=Says("Hm.")) as edge:
        anna = await edge.telegram.user("Anna", language_code="en")
        await anna.start()
        await anna.next_message()
        number = await edge.telegram.add_update(message(anna, "/help"))
        await _handled(edge, number)
        sent = await edge.table.value("SELECT count(*) FROM bot.sends")
        await edge.telegram.add_update(message(anna, "/help"), number)
        await _handled(edge, await edge.telegram.add_update(message(anna, "/lang", 901)))
        await edge.table.all_done()
        assert await edge.table.value("SELECT count(*) FROM bot.sends") == sent + 1


async def test_what_cannot_be_read_is_kept_and_skipped(
    edge_database: str, clock: StillClock, caplog: pytest.LogCaptureFixture
) -> None:
    async with running_edge(edge_database, clock, receptionist=Says("Hm.")) as edge:
        anna = await edge.telegram.user("Anna", language_code="en")
        broken = await edge.telegram.add_update({"message": {"message_id": "no number", "text": SECRETS}})
        nul = await edge.telegram.add_update(message(anna, f"/help \u0000 {SECRETS}"))
        await anna.start()
        await anna.next_message()
        await _handled(edge, nul)
        rows = await edge.table.rows("SELECT state, payload::text FROM bot.updates WHERE update_id = $1", broken)
        assert rows[0]["state"] == "unreadable"
        assert SECRETS in rows[0]["payload"]
        assert await edge.table.value("SELECT state FROM bot.updates WHERE update_id = $1", nul) == "done"
    assert SECRETS not in caplog.text


async def test_of_a_strangers_group_only_the_number_is_kept(edge_database: str, clock: StillClock) -> None:
    async with running_edge(edge_database, clock, receptionist=Says("Hm.")) as edge:
        anna = await edge.telegram.user("Anna", language_code="en")
        group = await edge.telegram.group("Neighbours", anna)
        await anna.in_chat(group.id).say(SECRETS)
        await anna.start()  # it came later, so when it is answered the group's updates have been taken
        await anna.next_message()
        rows = await edge.table.rows(
            "SELECT row_to_json(updates)::text AS whole FROM bot.updates WHERE state = 'ignored'"
        )
        assert rows
        assert not any(SECRETS in row["whole"] or str(group.id) in row["whole"] for row in rows)
        assert {int(call["arguments"]["chat_id"]) for call in await edge.telegram.calls("sendMessage")} == {anna.id}


async def test_an_update_that_breaks_us_is_given_up_and_the_chat_goes_on(
    edge_database: str, clock: StillClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    fed: list[int] = []
    feed = Dispatcher.feed_update

    async def breaks(self: Dispatcher, bot: Any, update: Any, **data: Any) -> Any:
        fed.append(update.update_id)
        if update.message is not None and update.message.text == "poison":
            raise ZeroDivisionError(SECRETS)
        return await feed(self, bot, update, **data)

    # The dialogue answers its own failures; this is a hole in everything that it has against them.
    monkeypatch.setattr(Dispatcher, "feed_update", breaks)
    async with running_edge(edge_database, clock, receptionist=Says("Hm.")) as edge:
        anna = await edge.telegram.user("Anna", language_code="en")
        await anna.start()
        await anna.next_message()
        await edge.table.all_done()
        number = await edge.telegram.add_update(message(anna, "poison"))
        await anna.wait_for_text(texts("en").say("failed"))
        await anna.say("/help")
        await anna.wait_for_text(texts("en").say("help")[:20])
        assert fed.count(number) == 3
        state = "SELECT state FROM bot.updates WHERE update_id = $1"
        assert await edge.table.value(state, number) == "failed"


async def test_blocking_and_unblocking_are_remembered(edge_database: str, clock: StillClock) -> None:
    async with running_edge(edge_database, clock, receptionist=Says("Hm.")) as edge:
        anna = await edge.telegram.user("Anna", language_code="en")
        await anna.start()
        await anna.wait_for_text(texts("en").say("consent-text"))  # nothing is on its way any more
        blocked = "SELECT blocked_at IS NOT NULL FROM bot.chats WHERE chat_id = $1"
        await anna.block()
        await edge.table.until(blocked, True, anna.id)
        await anna.unblock()
        await edge.table.until(blocked, False, anna.id)


async def _handled(edge: Edge, update_id: int) -> None:
    await edge.table.until("SELECT count(*) FROM bot.updates WHERE update_id = $1 AND state = 'done'", 1, update_id)
