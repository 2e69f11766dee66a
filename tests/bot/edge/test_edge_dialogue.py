"""A whole dialogue over the local Telegram: polling, inbox, turns, dialogue, queue, and back."""

from tests.bot.edge.running import running_edge
from tests.bot.receptionists import ProposesNearest
from tests.support.clock import StillClock


async def test_words_become_an_appointment(edge_database: str, clock: StillClock) -> None:
    async with running_edge(edge_database, clock, receptionist=ProposesNearest("ent")) as edge:
        anna = await edge.telegram.user("Anna", language_code="en")
        await anna.start()
        hello = await anna.next_message()
        assert "appointment" in hello.text.lower() or hello.text
        await anna.say("my throat hurts")
        consent = await anna.next_message()
        await anna.press(consent.labels[0])
        proposals = await anna.wait_for(lambda sight: next((m for m in sight.from_bot() if len(m.labels) >= 3), None))
        assert "Answer 1" in proposals.text
        await edge.table.all_done()
        assert (await edge.health("/readyz")).json() == {"status": "ok", "state": "active"}
        assert "bot_turns_total" in (await edge.health("/metrics")).text
