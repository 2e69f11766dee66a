"""Whole dialogues of patients and managers over the local Telegram: free text, names, phones, calls, a restart."""

import json
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

import agent
from agent.turn import Receptionist
from bot.main.introduce import COMMANDS
from bot.texts import Language, texts
from contracts.appointments import AppointmentStatus
from sandbox.client import Message, Person
from tests.bot.edge.running import running_bot, running_edge
from tests.sandbox.running import running_sandbox
from tests.support.clock import StillClock
from tests.support.serving import running_clinic


@pytest_asyncio.fixture(scope="module")
async def offline() -> AsyncIterator[Receptionist]:
    receptionist = agent.build(agent.AgentSettings())
    yield receptionist
    await receptionist.aclose()


async def press(person: Person, part: str) -> Message:
    """Tap the newest button whose label has that part, as soon as it is on the screen; the message it stands in."""

    def find(message: Message) -> str | None:
        return next((label for label in message.labels if part in label), None)

    message = await person.wait_for(
        lambda sight: next((each for each in reversed(sight.from_bot()) if find(each)), None)
    )
    await person.press(find(message) or "", message)
    return message


@pytest.mark.parametrize(
    ("language", "words"), [("ru", "болит горло, завтра после пяти"), ("en", "sore throat, tomorrow after 5 pm")]
)
async def test_a_visit_by_free_text_with_a_restart_in_the_middle(
    edge_database: str, clock: StillClock, offline: Receptionist, language: Language, words: str
) -> None:
    say = texts(language).say
    async with running_sandbox(clock) as sandbox, running_clinic(edge_database, clock) as clinic:
        anna = await sandbox.telegram.user("Anna", language_code=language)
        async with running_bot(sandbox, clinic, edge_database, clock, offline) as edge:
            await anna.say(words)
            await press(anna, say("consent-yes"))
            await anna.wait_for_text(say("offers-end"))
            await edge.table.all_done()
        async with running_bot(sandbox, clinic, edge_database, clock, offline) as edge:
            await press(anna, "17:00")
            await press(anna, say("confirm"))
            assert say("card-confirmed") in (await anna.wait_for_text(say("card-confirmed"))).text
            await anna.wait_for_text(say("name-ask-booked"))
            await press(anna, "Anna")
            await anna.wait_for_text(say("phone-offer"))
            await edge.table.all_done()
        calls = await sandbox.telegram.calls("setMyCommands")
        known = [[one["command"] for one in json.loads(call["arguments"]["commands"])] for call in calls]
        assert list(COMMANDS) in known
        people = (await (await clinic.patient(f"telegram:{anna.id}")).get("/people")).json()["people"]
        booked = (await clinic.staff.get("/appointments", params={"status": AppointmentStatus.CONFIRMED})).json()
    assert [person["full_name"] for person in people] == ["Anna"]
    assert booked["total"] == 1


async def test_a_call_is_asked_for_seen_by_managers_and_done(
    edge_database: str, clock: StillClock, offline: Receptionist
) -> None:
    say = texts("ru").say
    async with running_sandbox(clock) as sandbox, running_clinic(edge_database, clock) as clinic:
        anna = await sandbox.telegram.user("Anna", language_code="ru", phone="79161234567")
        boss = await sandbox.telegram.user("Olga", language_code="ru")
        group = await sandbox.telegram.group("Managers", boss)
        async with running_bot(
            sandbox, clinic, edge_database, clock, offline, manager_chat_id=group.id, manager_ids=[boss.id]
        ) as edge:
            await anna.start()
            await press(anna, say("consent-yes"))
            await press(anna, "Anna")
            await anna.wait_for_text(say("what-now"))
            await anna.press(say("menu-call"))
            await anna.wait_for_text(say("phone-ask-call"))
            await anna.press(say("phone-share"))
            await anna.wait_for_text("+79161234567")
            manager = boss.in_chat(group.id)
            told = await manager.wait_for_text("+79161234567")
            assert "Anna" in told.text
            assert say("managers-phone-proved") in told.text
            await manager.say("сильная боль в груди")  # what is written in the group is nobody's business here
            await press(manager, say("managers-call-done-button"))
            done = await manager.changed(told)
            assert "9161234567" not in done.text
            assert done.labels == []
            await edge.table.all_done()
            assert len((await manager.look()).from_bot()) == 1
        requests = (await clinic.staff.get("/call-requests")).json()["call_requests"]
    assert [one["status"] for one in requests] == ["done"]


async def test_a_correction_takes_the_superseded_answer_away(
    edge_database: str, clock: StillClock, offline: Receptionist
) -> None:
    say = texts("en").say
    async with running_edge(edge_database, clock, receptionist=offline) as edge:
        anna = await edge.telegram.user("Anna", language_code="en")
        written = await anna.say("sore throat, tomorrow after 5 pm")
        await press(anna, say("consent-yes"))
        first = await anna.wait_for_text(say("offers-end"))
        await anna.edit(written, "toothache, tomorrow after 5 pm")
        await anna.gone(first)
        assert texts("en").specialty("dentist") in (await anna.wait_for_text(say("offers-end"))).text
        await edge.table.all_done()
