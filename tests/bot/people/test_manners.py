"""Corrections, several messages of one thought, and what is no words."""

from typing import Any

import pytest
from aiogram.types import Dice, Document, Location, PhotoSize, Sticker, Voice

from bot.texts import texts
from contracts.appointments import AppointmentStatus
from tests.bot.booking.tapping import labels, taps
from tests.bot.patient import Patient, at_the_terminal
from tests.bot.people.chat import edited, sent
from tests.bot.receptionists import ProposesNearest, Says
from tests.support.serving import Clinic

SAY = texts("en").say
FILE: dict[str, Any] = {"file_id": "f", "file_unique_id": "u"}


def newest_words(patient: Patient) -> int:
    return patient.memory.heard[-1].message_id


async def test_a_correction_of_the_last_words_is_answered_anew(demo_clinic: Clinic) -> None:
    receptionist = ProposesNearest("ent")
    async with at_the_terminal(demo_clinic, receptionist) as patient:
        await patient.agrees("first")
        await patient.types("sore throat")
        old = patient.button(1)
        assert "Answer 3" in await patient.feeds(edited(newest_words(patient), "sore ear"))
        assert receptionist.asked == ["first", "sore throat", "sore ear"]
        assert [line.text for line in receptionist.histories[-1]] == ["first", "Answer 1"]
        assert old.message_id not in {one.message_id for one in patient.buttons()}  # the superseded answer is gone
        assert await patient.feeds(edited(newest_words(patient), "sore ear")) == ""


async def test_a_correction_gives_the_hold_back(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ProposesNearest("ent")) as patient:
        await patient.agrees("sore throat")
        await patient.types("1")
        await patient.feeds(edited(newest_words(patient), "sore ear"))
        assert (await patient.calls.appointments(status=AppointmentStatus.HELD)).total == 0


async def test_a_correction_after_the_booking_changes_nothing_and_says_so(demo_clinic: Clinic) -> None:
    receptionist = ProposesNearest("ent")
    async with at_the_terminal(demo_clinic, receptionist) as patient:
        await patient.agrees("sore throat")
        await patient.types("1", "1")
        assert SAY("edited-too-late") in await patient.feeds(edited(newest_words(patient), "sore ear"))
        assert receptionist.asked == ["sore throat"]
        assert (await patient.calls.appointments(status=AppointmentStatus.CONFIRMED)).total == 1


async def test_a_correction_of_older_words_is_remembered(demo_clinic: Clinic) -> None:
    receptionist = ProposesNearest("ent")
    async with at_the_terminal(demo_clinic, receptionist) as patient:
        await patient.agrees("sore throat")
        first = newest_words(patient)
        await patient.types("tomorrow")
        assert await patient.feeds(edited(first, "sore ear")) == ""
        await patient.types("in the evening")
        assert receptionist.histories[-1][0].text == "sore ear"


async def test_a_correction_before_the_consent_is_what_is_answered(demo_clinic: Clinic) -> None:
    receptionist = ProposesNearest("ent")
    async with at_the_terminal(demo_clinic, receptionist) as patient:
        await patient.types("sore throat")
        assert await patient.feeds(edited(newest_words(patient), "sore ear")) == ""
        await patient.types("1")
    assert receptionist.asked == ["sore ear"]


async def test_a_second_message_of_one_thought_takes_the_first_answer_away(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ProposesNearest("ent")) as patient:
        await patient.agrees("sore throat")
        first = patient.button(1).message_id
        demo_clinic.clock.advance(seconds=5)
        await patient.types("in the evening")
        second = patient.button(1).message_id
        assert first not in {one.message_id for one in patient.buttons()}
        demo_clinic.clock.advance(seconds=11)
        await patient.types("or on Friday")
        assert second in {one.message_id for one in patient.buttons()}


async def test_an_answer_that_was_tapped_stays(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ProposesNearest("ent")) as patient:
        await patient.agrees("sore throat")
        first = patient.button(1)
        await patient.taps(first)
        await patient.types("in the evening")
        assert first.message_id in {one.message_id for one in patient.buttons()}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ({"photo": [PhotoSize(**FILE, width=1, height=1)]}, "media-picture"),
        ({"document": Document(**FILE)}, "media-file"),
        ({"voice": Voice(**FILE, duration=1)}, "media-voice"),
        (
            {"sticker": Sticker(**FILE, type="regular", width=1, height=1, is_animated=False, is_video=False)},
            "media-sticker",
        ),
        ({"dice": Dice(emoji="x", value=1)}, "media-sticker"),
        ({"location": Location(latitude=1.0, longitude=1.0)}, "media-place"),
    ],
)
async def test_what_is_no_words_gets_a_fitting_answer(
    demo_clinic: Clinic, content: dict[str, Any], message: str
) -> None:
    async with at_the_terminal(demo_clinic, Says("hm")) as patient:
        assert SAY(message) in await patient.feeds(sent(**content))


async def test_a_caption_is_read_as_words(demo_clinic: Clinic) -> None:
    receptionist = ProposesNearest("ent")
    async with at_the_terminal(demo_clinic, receptionist) as patient:
        await patient.agrees("first")
        await patient.feeds(sent(photo=[PhotoSize(**FILE, width=1, height=1)], caption="sore throat"))
    assert receptionist.asked[-1] == "sore throat"


async def test_telegrams_own_notices_are_not_answered(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, Says("hm")) as patient:
        assert await patient.feeds(sent(delete_chat_photo=True)) == ""


async def test_an_answer_without_times_shows_the_ways_on(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, Says("Which doctor?")) as patient:
        await patient.agrees()
        assert SAY("call-me") in labels(patient)
        assert SAY("phone-ask-call") in await taps(patient, SAY("call-me"))
