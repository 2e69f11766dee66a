"""Telegram's limits and refusals: nothing is lost, the order holds, who cannot be reached is left alone."""

from bot.dialogue.out import Outgoing, Priority, Words
from bot.storage import sends
from bot.storage.database import open_pool
from bot.storage.sends import Send
from sandbox.client import Person
from tests.bot.edge.running import Edge, running_edge
from tests.bot.receptionists import Says
from tests.support.clock import StillClock


async def test_a_storm_of_429_loses_nothing_and_keeps_the_order(edge_database: str, clock: StillClock) -> None:
    """Written before the bot starts, so that the queue alone decides who goes first."""
    async with running_edge(edge_database, clock, receptionist=Says("Hm.")) as edge:
        people = [await edge.telegram.user(f"P{number}") for number in range(6)]
        for person in people:
            await person.start()
            await person.next_message()
        await edge.table.all_done()
        await edge.telegram.fail("sendMessage", times=8, code=429, retry_after=1)
        before = (await edge.telegram.calls("sendMessage"))[-1]["number"]
        rows = [(person, text) for text in ("one", "two", "three") for person in people]
        await _queued(edge, [_send(person, text, Priority.REMINDER) for person, text in rows])
        await _queued(edge, [_send(people[-1], "dial 112", Priority.EMERGENCY)])
        await _restart(edge)
        for person in people:
            await person.wait_for_text("three")
        await edge.table.all_done()
        for person in people:
            texts = [message.text for message in (await person.look()).from_bot()]
            assert [text for text in texts if text in ("one", "two", "three")] == ["one", "two", "three"]
        tried = [call for call in await edge.telegram.calls("sendMessage") if call["number"] > before]
        assert tried[0]["arguments"]["text"] == "dial 112"
        went = [call["arguments"]["text"] for call in tried if call["code"] == 200]
        assert sorted(went) == sorted([text for _, text in rows] + ["dial 112"])


async def test_a_lost_answer_and_a_server_error_are_tried_again(edge_database: str, clock: StillClock) -> None:
    async with running_edge(edge_database, clock, receptionist=Says("Hm.")) as edge:
        anna = await edge.telegram.user("Anna", language_code="en")
        await edge.telegram.fail("getUpdates", times=2, code=502)
        await edge.telegram.fail("sendMessage", times=1, code=502)
        await edge.telegram.drop("sendMessage", times=1, after=False)
        await anna.start()
        await anna.next_message()
        await edge.table.all_done()
        assert await edge.table.value("SELECT max(attempts) FROM bot.sends") == 3


async def test_who_has_blocked_us_is_left_alone(edge_database: str, clock: StillClock) -> None:
    async with running_edge(edge_database, clock, receptionist=Says("Hm.")) as edge:
        anna = await edge.telegram.user("Anna", language_code="en")
        boris = await edge.telegram.user("Boris", language_code="en")
        await edge.telegram.fail("sendMessage", code=403, description="Forbidden: bot was blocked by the user")
        await anna.start()
        await edge.table.until("SELECT count(*) FROM bot.sends WHERE outcome = 'blocked'", 1)
        await edge.table.until("SELECT blocked_at IS NOT NULL FROM bot.chats WHERE chat_id = $1", True, anna.id)
        await boris.start()
        await boris.next_message()


async def test_what_telegram_refuses_for_good_does_not_stop_the_chat(edge_database: str, clock: StillClock) -> None:
    async with running_edge(edge_database, clock, receptionist=Says("Hm.")) as edge:
        anna = await edge.telegram.user("Anna", language_code="en")
        await edge.telegram.fail("sendMessage", code=400, description="Bad Request: can't parse entities")
        await anna.start()
        await edge.table.until("SELECT count(*) FROM bot.sends WHERE outcome = 'refused'", 1)
        await anna.say("/help")
        await anna.next_message()


def _send(person: Person, text: str, priority: Priority) -> Send:
    item = Outgoing(content=Words(html=text), priority=priority)
    return Send(id=0, chat_id=person.id, priority=int(priority), item=item.model_dump_json())


async def _queued(edge: Edge, new: list[Send]) -> None:
    pool = await open_pool(edge.settings.database_url, 2)
    await sends.queue(pool, new)
    await pool.close()


async def _restart(edge: Edge) -> None:
    """Lose the database's lock, as when PostgreSQL restarts: the work begins again with what the tables hold."""
    await edge.table.rows(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        "WHERE application_name = 'frontdesk bot' AND datname = current_database()"
    )
