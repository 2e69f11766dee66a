"""The clinic goes away and comes back: clear words, nothing lost, nothing twice."""

import pytest

from contracts.appointments import AppointmentStatus
from tests.bot.patient import at_the_terminal
from tests.bot.receptionists import Breaks, ProposesNearest
from tests.support.serving import Clinic


async def test_words_wait_until_the_clinic_answers_again(demo_clinic: Clinic) -> None:
    receptionist = ProposesNearest("ent")
    async with at_the_terminal(demo_clinic, receptionist) as patient:
        await patient.agrees("first")
        patient.wire.down = True
        assert "nothing is lost" in await patient.types("my throat hurts")
        patient.wire.down = False
        shown = await patient.types("1")
        assert receptionist.asked[-1] == "my throat hurts"
        assert "[1]" in shown


async def test_what_is_written_meanwhile_is_answered_with_it(demo_clinic: Clinic) -> None:
    receptionist = ProposesNearest("ent")
    async with at_the_terminal(demo_clinic, receptionist) as patient:
        await patient.agrees("first")
        patient.wire.down = True
        await patient.types("my throat hurts")
        patient.wire.down = False
        await patient.types("in the evening")
        assert receptionist.asked[-1] == "my throat hurts\nin the evening"


async def test_the_consent_can_be_given_again_later(demo_clinic: Clinic) -> None:
    receptionist = ProposesNearest("ent")
    async with at_the_terminal(demo_clinic, receptionist) as patient:
        await patient.types("my throat hurts")
        agree = patient.button(1)
        patient.wire.down = True
        await patient.taps(agree)
        patient.wire.down = False
        await patient.taps(agree)
        assert receptionist.asked == ["my throat hurts"]


async def test_a_slot_stays_tappable(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ProposesNearest("ent")) as patient:
        await patient.agrees()
        patient.wire.down = True
        assert "Press the same button in a minute" in await patient.types("1")
        patient.wire.down = False
        assert "I hold this" in await patient.types("1")


async def test_a_confirmation_stays_tappable(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ProposesNearest("ent")) as patient:
        await patient.agrees()
        await patient.types("1")
        patient.wire.down = True
        assert "Press the same button in a minute" in await patient.types("1")
        patient.wire.down = False
        assert "Your visit is booked" in await patient.types("1")


async def test_a_lost_answer_to_the_booking_books_once(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ProposesNearest("ent")) as patient:
        await patient.agrees()
        await patient.types("1")
        patient.wire.lose = ("POST", "/api/v1/appointments")
        assert "Your visit is booked" in await patient.types("1")
        assert patient.wire.lose is None
        assert (await patient.calls.appointments()).total == 1


async def test_a_lost_answer_to_the_hold_holds_up_nobody(demo_clinic: Clinic) -> None:
    """The slot is held by us without our knowing: the same button finds the way."""
    async with at_the_terminal(demo_clinic, ProposesNearest("ent")) as patient:
        await patient.agrees()
        patient.wire.lose = ("POST", "/api/v1/holds")
        assert "nothing is lost" in await patient.types("1")
        assert "I hold this" in await patient.types("1")
        assert (await patient.calls.appointments(status=AppointmentStatus.HELD)).total == 1


async def test_a_card_without_its_address_is_better_than_none(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ProposesNearest("ent")) as patient:
        patient.wire.unanswered = "/api/v1/branches"
        await patient.agrees()
        await patient.types("1")
        shown = await patient.types("1")
        assert "Your visit is booked" in shown
        assert "Address" not in shown


@pytest.mark.parametrize("command", ["/my", "/cancel"])
async def test_commands_say_so_too(demo_clinic: Clinic, command: str) -> None:
    async with at_the_terminal(demo_clinic, ProposesNearest("ent")) as patient:
        await patient.agrees()
        await patient.types("1")
        patient.wire.down = True
        assert "The clinic does not answer right now" in await patient.types(command)


async def test_a_broken_receptionist_is_apologised_for_without_the_patients_words_in_the_log(
    demo_clinic: Clinic, caplog: pytest.LogCaptureFixture
) -> None:
    async with at_the_terminal(demo_clinic, Breaks()) as patient:
        assert "Something went wrong on our side" in await patient.agrees("my private words")
        assert "Something went wrong on our side" in await patient.types("other words")
    assert "ZeroDivisionError" in caplog.text
    assert "private" not in caplog.text
