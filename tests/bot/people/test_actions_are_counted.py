"""One full sentence becomes an appointment in few actions: every message and every tap counts."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

import agent
from agent.turn import Receptionist
from bot.texts import Language, texts
from contracts.appointments import AppointmentStatus
from tests.bot.booking.tapping import taps
from tests.bot.patient import Patient, at_the_terminal
from tests.support.serving import Clinic

NEW, KNOWN = 6, 3
SENTENCES: list[tuple[Language, str]] = [
    ("ru", "болит горло, завтра после пяти"),
    ("en", "sore throat, tomorrow after 5 pm"),
]
SLOT = r"17:00|17:30|18:00"


@pytest_asyncio.fixture(scope="module")
async def offline() -> AsyncIterator[Receptionist]:
    receptionist = agent.build(agent.AgentSettings())
    yield receptionist
    await receptionist.aclose()


class Counted:
    def __init__(self, patient: Patient) -> None:
        self.patient = patient
        self.actions = 0

    async def says(self, text: str) -> str:
        self.actions += 1
        return await self.patient.types(text)

    async def taps(self, pattern: str) -> str:
        self.actions += 1
        return await taps(self.patient, pattern)


@pytest.mark.parametrize(("language", "words"), SENTENCES)
async def test_from_the_first_message_and_then_as_a_known_patient(
    demo_clinic: Clinic, offline: Receptionist, language: Language, words: str
) -> None:
    say = texts(language).say
    async with at_the_terminal(demo_clinic, offline, language=language) as patient:
        one = Counted(patient)
        await one.says(words)
        await one.taps(say("consent-yes"))
        await one.taps(SLOT)
        assert say("card-confirmed") in await one.taps(f"^{say('confirm')}$")
        assert one.actions <= NEW
        again = Counted(patient)
        await again.says(words)
        await again.taps(SLOT)
        assert say("card-confirmed") in await again.taps(f"^{say('confirm')}$")
        assert again.actions == KNOWN
        assert (await patient.calls.appointments(status=AppointmentStatus.CONFIRMED)).total == 2


@pytest.mark.parametrize(("language", "words"), SENTENCES)
async def test_from_start_with_the_name_asked(
    demo_clinic: Clinic, offline: Receptionist, language: Language, words: str
) -> None:
    say = texts(language).say
    async with at_the_terminal(demo_clinic, offline, language=language) as patient:
        one = Counted(patient)
        await one.says("/start")
        assert say("name-ask-typed") in await one.taps(say("consent-yes"))
        assert say("what-now") in await one.says("Анна" if language == "ru" else "Anna")
        await one.says(words)
        await one.taps(SLOT)
        assert say("card-confirmed") in await one.taps(f"^{say('confirm')}$")
        assert one.actions <= NEW
        (me,) = await patient.calls.people()
    assert me.full_name in ("Анна", "Anna")


async def test_a_childs_visit_takes_as_few(demo_clinic: Clinic, offline: Receptionist) -> None:
    async with at_the_terminal(demo_clinic, offline, language="ru") as patient:
        one = Counted(patient)
        await one.says("сыну 5 лет, болит горло, завтра после пяти")
        assert "Как зовут ребёнка" in await one.taps("Даю согласие")
        assert "12 марта 2020" in await one.says("Миша, 12.03.2020")
        await one.taps(SLOT)
        assert "Миша" in await one.taps("^Да, записать$")
        assert one.actions <= NEW
        (booked,) = (await patient.calls.appointments(status=AppointmentStatus.CONFIRMED)).appointments
        child = next(person for person in await patient.calls.people() if person.relation == "child")
    assert booked.client_id == child.client_id
    assert (child.full_name, str(child.birth_date)) == ("Миша", "2020-03-12")
