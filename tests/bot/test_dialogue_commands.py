"""/start, /help, /lang, /cancel, /my, and what the patient's language does."""

from contracts.appointments import AppointmentStatus
from tests.bot.patient import at_the_terminal
from tests.bot.receptionists import ProposesNearest, Says
from tests.support.serving import Clinic

ENT = ProposesNearest("ent")


async def test_start_shows_an_example_and_help_the_commands(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ENT) as patient:
        assert "sore throat, tomorrow after five" in await patient.types("/start")
        shown = await patient.types("/help")
        assert all(command in shown for command in ("/my", "/cancel", "/lang"))
        assert "/help" in await patient.types("/whatever")


async def test_the_bot_answers_in_the_language_of_the_words(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ENT, language="en") as patient:
        assert "Даю согласие" in await patient.types("болит горло")
        await patient.types("1")
        assert "Choose a time" in await patient.types("it is my throat")
        assert "Choose a time" in await patient.types("17:30")


async def test_a_chosen_language_stays(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ENT, language="ru") as patient:
        await patient.agrees("болит горло")
        await patient.types("/lang")
        assert "English it is" in await patient.types("2")
        assert "Choose a time" in await patient.types("болит горло")


async def test_cancel_gives_the_hold_back_and_forgets(demo_clinic: Clinic) -> None:
    receptionist = ProposesNearest("ent")
    async with at_the_terminal(demo_clinic, receptionist) as patient:
        await patient.agrees("first")
        await patient.types("1")
        shown = await patient.types("/cancel")
        assert "The time is free again" in shown
        assert (await patient.calls.appointments(status=AppointmentStatus.HELD)).total == 0
        await patient.types("second")
        assert receptionist.histories[-1] == ()
        assert "The time is free again" not in await patient.types("/cancel")


async def test_my_lists_and_cancels_after_a_question(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ENT) as patient:
        assert "no appointments" in await patient.types("/my")
        await patient.agrees()
        await patient.types("1", "1")
        (mine,) = (await patient.calls.appointments()).appointments
        listed = await patient.types("/my")
        assert f"No. {mine.id}: " in listed
        ask = patient.button(2)
        assert f"Cancel appointment No. {mine.id}?" in await patient.types("2")
        yes = patient.button(1)
        assert "the appointment stands" in await patient.types("2")
        assert (await patient.calls.appointment(mine.id)).status is AppointmentStatus.CONFIRMED
        assert "The appointment is cancelled" in await patient.taps(yes)
        assert (await patient.calls.appointment(mine.id)).status is AppointmentStatus.CANCELLED
        assert "cancelled already" in await patient.taps(yes)
        assert "cancelled already" in await patient.taps(ask)
        assert "no appointments" in await patient.types("/my")


async def test_a_visit_that_has_begun_is_not_cancelled_here(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ENT) as patient:
        await patient.agrees()
        await patient.types("1", "1", "/my", "2")
        demo_clinic.clock.advance(hours=12)
        assert "can no longer be changed here" in await patient.types("1")


async def test_words_of_a_model_are_no_markup_and_never_too_long(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, Says("<b>1 < 2</i> & " + "long " * 2000)) as patient:
        shown = await patient.agrees()
        assert "<b>1 < 2</i> & long" in shown
        assert "Something went wrong" not in shown
