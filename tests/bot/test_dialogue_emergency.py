"""The emergency gate: before consent, before the agent, whatever the state, and closed when it breaks."""

from datetime import UTC, datetime

import pytest
from aiogram.types import Chat, Message, PhotoSize, Update, User

from bot.texts import Language, texts
from contracts.appointments import AppointmentStatus
from tests.bot.patient import at_the_terminal
from tests.bot.receptionists import ProposesNearest
from tests.support.serving import Clinic

NOW = datetime(2026, 3, 2, 6, tzinfo=UTC)
PATIENT = User(id=1, is_bot=False, first_name="Terminal", language_code="en")
PRIVATE = Chat(id=1, type="private")
GROUP = Chat(id=-5, type="group")
ALARM = "crushing chest pain, cannot breathe"


@pytest.mark.parametrize(
    ("language", "words"),
    [("ru", "сильная боль в груди, не могу дышать"), ("en", ALARM)],
)
async def test_an_emergency_is_answered_before_the_consent(demo_clinic: Clinic, language: Language, words: str) -> None:
    receptionist = ProposesNearest("ent")
    async with at_the_terminal(demo_clinic, receptionist, language=language) as patient:
        shown = await patient.types(words)
        assert "112" in shown
        assert texts(language).say("consent-text") not in shown
        await patient.types("toothache", "1")
    assert receptionist.asked == ["toothache"]


async def test_an_emergency_in_the_middle_of_a_booking_leaves_it_as_it_was(demo_clinic: Clinic) -> None:
    receptionist = ProposesNearest("ent")
    async with at_the_terminal(demo_clinic, receptionist) as patient:
        await patient.agrees("first")
        await patient.types("1")
        book = patient.button(1)
        assert "112" in await patient.types(ALARM)
        assert receptionist.asked == ["first"]
        await patient.taps(book)
        assert (await patient.calls.appointments(status=AppointmentStatus.CONFIRMED)).total == 1


async def test_a_gate_that_breaks_is_closed(demo_clinic: Clinic, caplog: pytest.LogCaptureFixture) -> None:
    def broken(text: str, language: Language) -> str | None:
        raise LookupError(text)

    receptionist = ProposesNearest("ent")
    async with at_the_terminal(demo_clinic, receptionist, gate=broken) as patient:
        assert "112" in await patient.types("my private words")
    assert receptionist.asked == []
    assert "LookupError" in caplog.text
    assert "private" not in caplog.text


async def test_the_numbers_come_first_and_nobody_is_said_to_be_reading(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ProposesNearest("ent")) as patient:
        shown = await patient.types(ALARM)
        assert shown.index("103") < shown.index("112") < shown.index("Tell the dispatcher")
        assert "The staff do not read this chat" in shown
        assert [button.data for button in patient.buttons()] == ["nn:1"]


async def test_despair_has_its_own_words(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ProposesNearest("ent"), gate=lambda _t, _l: "suicide") as patient:
        assert "Stay close to somebody you trust" in await patient.types("anything")


async def test_an_edited_message_passes_the_gate_and_nothing_else(demo_clinic: Clinic) -> None:
    receptionist = ProposesNearest("ent")
    async with at_the_terminal(demo_clinic, receptionist) as patient:
        await patient.agrees("my throat hurts")
        for text, answered in ((ALARM, True), ("my ear hurts", False)):
            edited = Message(message_id=90, date=NOW, edit_date=0, chat=PRIVATE, from_user=PATIENT, text=text)
            shown = await patient.feeds(Update(update_id=900, edited_message=edited))
            assert ("112" in shown) is answered
    assert receptionist.asked == ["my throat hurts"]


async def test_a_caption_passes_the_gate_and_a_picture_alone_is_not_read(demo_clinic: Clinic) -> None:
    picture = [PhotoSize(file_id="f", file_unique_id="u", width=1, height=1)]
    async with at_the_terminal(demo_clinic, ProposesNearest("ent")) as patient:
        for caption, words in ((ALARM, "112"), (None, "I cannot look at pictures")):
            sent = Message(message_id=90, date=NOW, chat=PRIVATE, from_user=PATIENT, photo=picture, caption=caption)
            assert words in await patient.feeds(Update(update_id=900, message=sent))


async def test_in_a_group_the_bot_says_nothing(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ProposesNearest("ent")) as patient:
        for text in ("my throat hurts", "/start", "/my"):
            sent = Message(message_id=90, date=NOW, chat=GROUP, from_user=PATIENT, text=text)
            assert await patient.feeds(Update(update_id=900, message=sent)) == ""


async def test_a_consent_after_an_alarm_brings_no_visit_up(demo_clinic: Clinic) -> None:
    receptionist = ProposesNearest("ent")
    async with at_the_terminal(demo_clinic, receptionist) as patient:
        await patient.types("my throat hurts")
        consent = patient.button(1)
        assert "112" in await patient.types(ALARM)
        assert "ENT" not in await patient.taps(consent)
    assert receptionist.asked == []


async def test_a_command_is_no_cry_for_help_but_what_follows_it_is_read(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ProposesNearest("ent")) as patient:
        assert "/cancel" in await patient.types("/help")
        assert "112" in await patient.types("/start my husband does not breathe")
