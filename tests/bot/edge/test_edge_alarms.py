"""Emergencies over the local Telegram: the patient's answer, the managers' news, the button, a restart between."""

from contextlib import AbstractAsyncContextManager

from bot.dialogue.helplines import Helplines
from bot.texts import texts
from sandbox.client import Message, Person
from sandbox.client.sight import Sight
from tests.bot.edge.running import Edge, running_bot
from tests.bot.receptionists import ProposesNearest
from tests.sandbox.running import running_sandbox
from tests.support.clock import StillClock
from tests.support.serving import running_clinic

ALARM = "не могу дышать"
SAY = texts("ru").say


async def _answers(person: Person, count: int) -> list[Message]:
    """The answers to emergencies, once there are so many."""

    def found(sight: Sight) -> list[Message] | None:
        alarms = [each for each in sight.from_bot() if SAY("emergency-not-now-button") in each.labels]
        return alarms if len(alarms) >= count else None

    return await person.wait_for(found)


async def test_the_managers_hear_of_it_once_and_of_the_denial(edge_database: str, clock: StillClock) -> None:
    receptionist = ProposesNearest("ent")
    async with running_sandbox(clock) as sandbox, running_clinic(edge_database, clock) as clinic:
        anna = await sandbox.telegram.user("Anna", language_code="ru")
        boss = await sandbox.telegram.user("Boss", language_code="ru")
        group = await sandbox.telegram.group("Managers", boss)
        lines = Helplines(emergency=("101", "102"))

        def running() -> AbstractAsyncContextManager[Edge]:
            return running_bot(
                sandbox, clinic, edge_database, clock, receptionist, manager_chat_id=group.id, helplines=lines
            )

        async with running() as edge:
            await anna.say("болит горло")
            await anna.wait_for(
                lambda sight: next((m for m in sight.from_bot() if SAY("consent-yes") in m.labels), None)
            )
            sent = await anna.say("насморк")
            await anna.edit(sent, ALARM)
            first = (await _answers(anna, 1))[0]
            assert first.text.index("101") < first.text.index("102")
            await anna.say(ALARM)
            await _answers(anna, 2)
            await edge.table.all_done()
        async with running() as edge:
            await anna.press(SAY("emergency-not-now-button"), (await _answers(anna, 2))[-1])
            await anna.wait_for_text("продолжим запись")
            await edge.table.all_done()
            told = await boss.in_chat(group.id).wait_for(
                lambda sight: [each.text for each in sight.from_bot()] if len(sight.from_bot()) >= 2 else None
            )
            assert 'bot_alarms_total{code="breathing",event="denied"} 1.0' in (await edge.health("/metrics")).text
        assert len(told) == 2
        assert all(str(anna.id) in text and "breathing" in text and ALARM not in text for text in told)
        assert receptionist.asked == []
