"""From free text to a standing appointment: real service, real PostgreSQL, the offline agent."""

import re
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

import agent
from agent.turn import Receptionist
from bot.dialogue.desk import sha256_of
from bot.texts import Language, texts
from contracts.appointments import AppointmentStatus
from tests.bot.patient import at_the_terminal
from tests.bot.receptionists import ProposesNearest
from tests.support.clock import StillClock
from tests.support.serving import Clinic, running_clinic


@pytest_asyncio.fixture(scope="module")
async def offline() -> AsyncIterator[Receptionist]:
    receptionist = agent.build(agent.AgentSettings())
    yield receptionist
    await receptionist.aclose()


@pytest.mark.parametrize(
    ("language", "words", "card"),
    [
        (
            "ru",
            "болит горло, завтра после пяти",
            ["Вы записаны", "ЛОР", "вторник, 3 марта 2026, 17:00–17:30", "Москва, UTC+3", "каб. 104"],
        ),
        (
            "en",
            "sore throat, tomorrow after 5 pm",
            ["Your visit is booked", "ENT", "Tuesday, March 3, 2026, 17:00–17:30", "Moscow, UTC+3", "office 104"],
        ),
    ],
)
async def test_words_become_an_appointment_in_four_lines(
    demo_clinic: Clinic, offline: Receptionist, language: Language, words: str, card: list[str]
) -> None:
    """Words, consent, slot, confirmation: nothing is typed twice."""
    async with at_the_terminal(demo_clinic, offline, language=language) as patient:
        asked = await patient.types(words)
        assert texts(language).say("consent-text") in asked
        proposed = await patient.types("1")
        assert texts(language).specialty("ent") in proposed
        held = await patient.types("1")
        assert "09:10" in held  # the hold's deadline, ten minutes on, on the branch's clock
        shown = await patient.types("1")
        for words_of_card in [*card, "ул. Садовая, 10"]:
            assert words_of_card in shown
        (booked,) = (await patient.calls.appointments()).appointments
    assert booked.status is AppointmentStatus.CONFIRMED
    assert booked.start_time.isoformat() == "2026-03-03T17:00:00+03:00"
    assert re.search(rf"\b{booked.id}\b", shown)


async def test_proposals_are_rows_in_words_with_their_reasons(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ProposesNearest("ent"), language="ru") as patient:
        proposed = await patient.agrees("к лору")
    assert re.search(r"1\. сегодня, пн 2 марта, \d\d:\d\d — ЛОР, .+, каб\. \d+, .+\n   reason 1\n", proposed)
    assert re.search(r"\[1\] сегодня, пн 2 марта, \d\d:\d\d — ЛОР, ", proposed)
    assert proposed.count("reason") == 3


async def test_the_consent_is_stored_as_it_was_shown_and_asked_once(demo_clinic: Clinic) -> None:
    receptionist = ProposesNearest("ent")
    async with at_the_terminal(demo_clinic, receptionist, language="ru") as patient:
        await patient.types("горло", "и ухо")
        assert receptionist.asked == []
        await patient.types("1")
        assert receptionist.asked == ["горло\nи ухо"]
        consent = await patient.calls.current_consent()
        assert consent is not None
        words = texts("ru")
        assert consent.version == words.say("consent-version")
        assert consent.text_sha256 == sha256_of(words.say("consent-text"))
        assert consent.language == "ru"
        patient.restart()
        assert "Answer 2" in await patient.types("ещё болит ухо")


async def test_without_consent_nothing_is_kept_or_asked(demo_clinic: Clinic) -> None:
    receptionist = ProposesNearest("ent")
    async with at_the_terminal(demo_clinic, receptionist) as patient:
        await patient.types("my throat hurts")
        agree = patient.button(1)
        assert "forgotten" in await patient.types("2")
        await patient.taps(agree)
        assert receptionist.asked == []
        assert await patient.calls.people() == ()


async def test_the_button_of_an_older_consent_shows_the_current_one(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ProposesNearest("ent")) as patient:
        await patient.types("my throat hurts")
        old = patient.button(1).__class__(label="", data="agree:2020-01", message_id=patient.button(1).message_id)
        await patient.taps(old)
        assert await patient.calls.current_consent() is None
        assert "Answer 1" in await patient.types("1")


@pytest.mark.parametrize("allowed", [1, 2])
async def test_a_second_slot_gives_the_first_one_back(demo_database: str, clock: StillClock, allowed: int) -> None:
    """Not only where the clinic's quota makes us: nobody needs two times for one visit."""
    quotas = {"active_holds_per_person": allowed}
    async with (
        running_clinic(demo_database, clock, quotas=quotas) as clinic,
        at_the_terminal(clinic, ProposesNearest("ent")) as patient,
    ):
        await patient.agrees()
        second = patient.button(2)
        await patient.types("1")
        await patient.taps(second)
        held = (await patient.calls.appointments(status=AppointmentStatus.HELD)).appointments
        released = (await patient.calls.appointments(status=AppointmentStatus.RELEASED)).appointments
    assert (len(held), len(released)) == (1, 1)


async def test_the_same_slot_twice_is_the_same_hold(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ProposesNearest("ent")) as patient:
        await patient.agrees()
        slot = patient.button(1)
        await patient.taps(slot)
        await patient.taps(slot)
        assert "I hold this" in patient.message(slot)
        assert (await patient.calls.appointments()).total == 1


async def test_another_time_gives_the_hold_back_and_shows_the_rest(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ProposesNearest("ent")) as patient:
        await patient.agrees()
        refused = patient.button(1).label
        await patient.types("1")
        shown = await patient.types("2")
        assert "All right, choose a time:" in shown
        assert refused in shown  # a wrong tap loses nothing
        assert shown.count("[") == 4
        assert (await patient.calls.appointments(status=AppointmentStatus.HELD)).total == 0


async def test_another_time_after_the_last_proposal_asks_the_clinic_anew(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ProposesNearest("ent", how_many=1)) as patient:
        await patient.agrees()
        refused = patient.button(1).label
        await patient.types("1")
        shown = await patient.types("2")
        assert refused in shown
        assert shown.count("[") > 2
        await patient.types("2")
        assert "Your visit is booked" in await patient.types("1")


async def test_after_a_booking_the_next_wish_begins_on_a_clean_page(demo_clinic: Clinic) -> None:
    receptionist = ProposesNearest("ent")
    async with at_the_terminal(demo_clinic, receptionist) as patient:
        await patient.agrees("first wish")
        await patient.types("second words")
        assert [line.text for line in receptionist.histories[-1]] == ["first wish", "Answer 1"]
        await patient.types("1", "1", "another wish")
        assert receptionist.histories[-1] == ()
    assert receptionist.asked == ["first wish", "second words", "another wish"]


async def test_the_consent_stands_in_the_chat_once_however_often_it_was_asked_for(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ProposesNearest("ent")) as patient:
        await patient.types("/start", "sore throat", "and an ear")
        asked = texts("en").say("consent-text")
        assert [text for text in patient.messages() if asked in text] == [patient.last_message()]


@pytest.mark.parametrize("words", ["Yes!", "OK, book it"])
async def test_a_yes_in_words_points_to_the_hold_and_books_nothing(demo_clinic: Clinic, words: str) -> None:
    receptionist = ProposesNearest("ent")
    async with at_the_terminal(demo_clinic, receptionist) as patient:
        await patient.agrees("sore throat")
        held = await patient.types("1")
        assert (await patient.types(words)).split("\n")[1] == held.split("\n")[1]
        assert "Your visit is booked" in await patient.types("1")
    assert receptionist.asked == ["sore throat"]


async def test_other_words_are_answered_and_the_hold_is_not_forgotten(
    demo_clinic: Clinic, offline: Receptionist
) -> None:
    async with at_the_terminal(demo_clinic, offline, language="en") as patient:
        await patient.agrees("sore throat, tomorrow after 5 pm")
        held = await patient.types("1")
        assert held.split("\n")[0] in await patient.types("Anna Maria")
        assert "Your visit is booked" in await patient.types("1")
