"""Three patients wait for one place over the local Telegram: one skips, one says nothing, one takes it."""

from collections.abc import AsyncIterator

import pytest_asyncio

import agent
from agent.turn import Receptionist
from bot.texts import texts
from clinic.main.parts import make_parts
from clinic.offers.close import ExpireOffers
from sandbox.client import Message, Person
from tests.bot.edge.running import Edge, running_edge
from tests.bot.people.test_waits import all_taken
from tests.support.clock import StillClock
from tests.support.serving import clinic_settings

SAY = texts("ru").say
DAY = "2026-03-03"
HEADING = SAY("offer-wait-list-heading").replace("<b>", "").replace("</b>", "")


@pytest_asyncio.fixture(scope="module")
async def offline() -> AsyncIterator[Receptionist]:
    receptionist = agent.build(agent.AgentSettings())
    yield receptionist
    await receptionist.aclose()


async def press(person: Person, part: str) -> None:
    """Tap the newest button whose label has that part, as soon as it is on the screen."""

    def find(message: Message) -> str | None:
        return next((label for label in message.labels if part in label), None)

    message = await person.wait_for(
        lambda sight: next((each for each in reversed(sight.from_bot()) if find(each)), None)
    )
    await person.press(find(message) or "", message)


async def stands_in_line(edge: Edge, name: str, position: int) -> Person:
    person = await edge.telegram.user(name, language_code="ru")
    await person.say("к лору завтра утром")
    await press(person, SAY("consent-yes"))
    await press(person, SAY("wait-button"))
    await person.wait_for_text(SAY("wait-position", position=position))
    return person


async def test_the_place_goes_down_the_line(edge_database: str, clock: StillClock, offline: Receptionist) -> None:
    async with running_edge(edge_database, clock, receptionist=offline) as edge:
        booked = await all_taken(edge.clinic, "ent", DAY, part_of_day="morning")
        anna = await stands_in_line(edge, "Anna", 1)
        boris = await stands_in_line(edge, "Boris", 2)
        vera = await stands_in_line(edge, "Vera", 3)

        visit = (await edge.clinic.staff.get(f"/appointments/{booked[3]}")).json()
        assert (await edge.clinic.staff.post(f"/appointments/{booked[3]}/cancel")).status_code == 200
        offered = await anna.wait_for_text(HEADING)
        assert visit["start_time"][11:16] in offered.text
        assert "09:30" in offered.text  # half an hour to answer, on the branch's clock
        await press(anna, SAY("offer-skip"))
        await anna.wait_for_text(SAY("wait-kept"))

        await boris.wait_for_text(HEADING)
        clock.advance(minutes=31)
        parts = make_parts(clinic_settings(edge_database, pool_size=2), clock)
        assert await ExpireOffers(parts.counter, parts.close_offer)(clock()) == 1
        await parts.database.close()
        await boris.wait_for_text(SAY("offer-expired"))

        await vera.wait_for_text(HEADING)
        await press(vera, SAY("offer-accept"))
        await vera.wait_for_text(SAY("card-confirmed").replace("<b>", "").replace("</b>", ""))
        await edge.table.all_done()
        mine = (await (await edge.clinic.patient(f"telegram:{vera.id}")).get("/appointments")).json()["appointments"]
        confirmed = [one for one in mine if one["status"] == "confirmed"]
        assert [(one["start_time"], one["doctor_id"]) for one in confirmed] == [
            (visit["start_time"], visit["doctor_id"])
        ]
        waits = (await edge.clinic.staff.get("/waits")).json()["waits"]
        assert [one["status"] for one in waits] == ["waiting", "waiting", "served"]
