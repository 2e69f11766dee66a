"""Bursts of messages, corrections, and order: one chat is one line."""

import asyncio
import random

from sandbox.client import Person
from tests.bot.edge.receptionists import Thinks
from tests.bot.edge.running import Edge, running_edge
from tests.support.clock import StillClock


async def agreed(edge: Edge, name: str, **fields: object) -> Person:
    """Somebody who has given consent."""
    person = await edge.telegram.user(name, language_code="en", **fields)
    await person.start()
    await person.wait_for(lambda sight: sight.from_bot())
    await person.say("hello there")
    asked = await person.wait_for(lambda s: next((m for m in s.from_bot() for d in _data(m) if d), None))
    await person.press_data(asked, next(data for data in _data(asked) if data))
    await person.wait_for_text("Answer to hello there")
    await edge.table.all_done()
    return person


def _data(message: object) -> list[str]:
    rows = getattr(message, "buttons", ())
    return [b.callback_data for row in rows for b in row if (b.callback_data or "").startswith("agree:")]


async def test_words_that_come_while_we_think_are_read_together(edge_database: str, clock: StillClock) -> None:
    mind = Thinks(free=True)
    async with running_edge(edge_database, clock, receptionist=mind) as edge:
        anna = await agreed(edge, "Anna")
        mind.may_answer.clear()
        await anna.say("my ear hurts")
        await mind.thinks_of("my ear hurts")
        await anna.say("since Monday")
        await mind.thinks_of("my ear hurts\nsince Monday")
        mind.may_answer.set()
        await anna.wait_for_text("Answer to my ear hurts\nsince Monday")
        await edge.table.all_done()
        answers = [message.text for message in await anna.messages() if message.text.startswith("Answer to my")]
        assert answers == ["Answer to my ear hurts\nsince Monday"]
        assert await edge.table.value("SELECT count(*) FROM bot.updates WHERE state <> 'done'") == 0


async def test_who_keeps_writing_is_answered_all_the_same(edge_database: str, clock: StillClock) -> None:
    """At most three times; then the answer comes, and the rest waits for its own."""
    mind = Thinks(free=True)
    async with running_edge(edge_database, clock, receptionist=mind) as edge:
        anna = await agreed(edge, "Anna")
        mind.may_answer.clear()
        lines: list[str] = []
        for number in range(4):
            lines.append(f"line {number}")
            await anna.say(lines[-1])
            await mind.thinks_of("\n".join(lines))
        await anna.say("too late")
        await edge.table.until("SELECT count(*) FROM bot.updates WHERE state = 'pending'", 5)
        mind.may_answer.set()
        await anna.wait_for_text("Answer to line 0\nline 1\nline 2\nline 3")
        await anna.wait_for_text("Answer to too late")


async def test_taps_and_commands_do_not_stop_a_thought(edge_database: str, clock: StillClock) -> None:
    mind = Thinks(free=True)
    async with running_edge(edge_database, clock, receptionist=mind) as edge:
        anna = await agreed(edge, "Anna")
        mind.may_answer.clear()
        await anna.say("my ear hurts")
        await mind.thinks_of("my ear hurts")
        await anna.say("/help")
        await edge.table.until("SELECT count(*) FROM bot.updates WHERE state = 'pending'", 2)
        mind.may_answer.set()
        await anna.wait_for_text("Answer to my ear hurts")
        assert mind.asked.count("my ear hurts") == 1


async def test_a_correction_of_what_waits_takes_its_place(edge_database: str, clock: StillClock) -> None:
    mind = Thinks(free=True)
    async with running_edge(edge_database, clock, receptionist=mind) as edge:
        anna = await agreed(edge, "Anna")
        mind.may_answer.clear()
        wrong = await anna.say("tomorow at 5")
        await mind.thinks_of("tomorow at 5")
        await anna.edit(wrong, "tomorrow at five")
        await mind.thinks_of("tomorrow at five")
        mind.may_answer.set()
        await anna.wait_for_text("Answer to tomorrow at five")
        await edge.table.all_done()
        assert not [m for m in await anna.messages() if "tomorow" in m.text and m.by_bot]


async def test_twenty_chats_at_once_are_each_answered_in_order(edge_database: str, clock: StillClock) -> None:
    """Random interleavings; joined or not, every word is answered once and in its place."""
    mind = Thinks(free=True)
    draw = random.Random(7)  # noqa: S311
    async with running_edge(edge_database, clock, receptionist=mind) as edge:
        people = [await edge.telegram.user(f"P{number}", language_code="en") for number in range(20)]
        acts = [person for person in people for _ in range(6)]
        draw.shuffle(acts)
        counts = dict.fromkeys(people, 0)
        async with asyncio.TaskGroup() as tasks:
            lanes: dict[Person, list[str]] = {person: [] for person in people}
            for person in acts:
                counts[person] += 1
                lanes[person].append(draw.choice(["/lang", "/nonsense", f"word {counts[person]}"]))
            for person, texts in lanes.items():
                tasks.create_task(_says_all(person, texts))
        await edge.table.all_done()
        assert await edge.table.value("SELECT count(*) FROM bot.updates WHERE state <> 'done'") == 0
        # A chat's messages left in the order of their rows, whatever the other chats did.
        rows = await edge.table.rows("SELECT chat_id, message_id FROM bot.sends WHERE label IS NULL ORDER BY id")
        for person in people:
            ids = [row["message_id"] for row in rows if row["chat_id"] == person.id]
            assert ids == sorted(ids)
            assert ids


async def _says_all(person: Person, texts: list[str]) -> None:
    await person.start()
    for text in texts:
        await person.say(text)
