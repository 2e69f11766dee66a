"""'Not happening now' under the answer to an emergency: what was going on goes on, once."""

import logging
from datetime import timedelta

import pytest

from bot.dialogue.alarms import VALID
from bot.dialogue.memory import Memory
from contracts.appointments import AppointmentStatus
from tests.bot.patient import at_the_terminal
from tests.bot.receptionists import ProposesNearest
from tests.support.serving import Clinic

ALARM = "crushing chest pain, cannot breathe"


async def test_the_wish_from_before_the_consent_goes_on(demo_clinic: Clinic) -> None:
    receptionist = ProposesNearest("ent")
    async with at_the_terminal(demo_clinic, receptionist) as patient:
        await patient.types("my throat hurts", ALARM)
        assert "Let us go on" in await patient.types("1")
        assert receptionist.asked == []
        assert "ENT" in await patient.types("1")  # the consent, asked for anew
    assert receptionist.asked == ["my throat hurts"]


async def test_an_open_question_is_open_again(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ProposesNearest("ent")) as patient:
        await patient.agrees("my son has a sore throat")  # a son nobody knows yet: his name is asked for
        assert patient.memory.asking is not None
        await patient.types(ALARM)
        assert patient.memory.asking is None
        assert "child's name" in await patient.types("1")
        assert patient.memory.asking is not None


async def test_a_hold_stands_and_is_shown_again(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ProposesNearest("ent")) as patient:
        await patient.agrees("my throat hurts")
        await patient.types("1")
        await patient.types(ALARM)
        await patient.types("1")
        await patient.types("1")
        assert (await patient.calls.appointments(status=AppointmentStatus.CONFIRMED)).total == 1


async def test_the_button_works_once_and_after_a_restart(demo_clinic: Clinic) -> None:
    receptionist = ProposesNearest("ent")
    async with at_the_terminal(demo_clinic, receptionist) as patient:
        await patient.agrees("first")
        await patient.types("my throat hurts, and now " + ALARM)
        button = patient.button(1)
        stored = patient.memory.model_dump_json()
        patient.restart()
        patient.memory = Memory.model_validate_json(stored)
        assert "Let us go on" in await patient.taps(button)
        assert "no longer works" in await patient.taps(button)
    assert receptionist.asked == ["first"]


async def test_an_old_button_is_refused_and_the_numbers_are_said(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ProposesNearest("ent")) as patient:
        await patient.types("my throat hurts", ALARM)
        button, memory = patient.button(1), patient.memory
        assert memory.alarm is not None
        memory.alarm = memory.alarm.model_copy(update={"at": memory.alarm.at - VALID - timedelta(seconds=1)})
        patient.memory = memory
        shown = await patient.taps(button)
        assert "no longer works" in shown
        assert "103" in shown
        assert patient.memory.waiting is None


async def test_the_second_of_two_alarms_keeps_what_the_first_interrupted(demo_clinic: Clinic) -> None:
    receptionist = ProposesNearest("ent")
    async with at_the_terminal(demo_clinic, receptionist) as patient:
        await patient.types("my throat hurts", ALARM, ALARM)
        await patient.types("1", "1")
    assert receptionist.asked == ["my throat hurts"]


async def test_a_wish_that_something_newer_has_replaced_stays_forgotten(demo_clinic: Clinic) -> None:
    receptionist = ProposesNearest("ent")
    async with at_the_terminal(demo_clinic, receptionist) as patient:
        await patient.types("my throat hurts", ALARM)
        button = patient.button(1)
        await patient.agrees("my ear hurts")
        await patient.taps(button)
    assert receptionist.asked == ["my ear hurts"]


async def test_two_halves_of_an_emergency_are_one(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ProposesNearest("ent")) as patient:
        assert "103" not in await patient.types("I can't")
        assert "103" in await patient.types("breathe")
        assert "103" not in await patient.types("I can't", "/help", "breathe")


async def test_it_is_logged_with_the_code_and_without_the_words(
    demo_clinic: Clinic, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    async with at_the_terminal(demo_clinic, ProposesNearest("ent")) as patient:
        await patient.types(ALARM, "1")
    told = [
        (record.message, record.__dict__["emergency"]) for record in caplog.records if "emergency" in record.__dict__
    ]
    assert told == [
        ("an emergency was answered", "breathing"),
        ("the patient says that an emergency is not happening now", "breathing"),
    ]
    assert "crushing" not in caplog.text
