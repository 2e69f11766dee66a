"""An offer in the chat: taken, refused, too late, for somebody else."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.dialogue.offer_callbacks import TakeOffered
from bot.terminal.screen import Button
from bot.texts import Language, texts
from clinic.main.parts import Parts, make_parts
from clinic.offers.choose import free_times
from clinic.offers.close import ExpireOffers
from clinic.schedule.asking import Wanted, Window
from contracts.appointments import AppointmentStatus
from tests.bot.patient import ACCOUNT, Patient, at_the_terminal
from tests.bot.people.news_shown import Shown, news_for
from tests.bot.receptionists import ProposesNearest
from tests.clinic.api.offers import made
from tests.support.serving import Clinic, clinic_settings

ENT = ProposesNearest("ent")


@pytest_asyncio.fixture
async def demo_parts(demo_clinic: Clinic) -> AsyncIterator[Parts]:
    made_parts = make_parts(clinic_settings(demo_clinic.database_url, pool_size=2), demo_clinic.clock)
    yield made_parts
    await made_parts.database.close()


async def offered(
    clinic: Clinic,
    parts: Parts,
    patient: Patient,
    *,
    count: int = 2,
    visit: int | None = None,
    language: Language = "en",
) -> Shown:
    """The message with the offer."""
    (person, *_) = await patient.calls.people()
    times = await free_times(parts.counter, Wanted(specialty="cardiologist"), Window(), count)
    await made(parts, ACCOUNT, person.client_id, times, appointment_id=visit)
    (shown,) = [one for one in await news_for(clinic, patient, ACCOUNT, language) if one.kind == "offer.made"]
    return shown


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_an_offered_time_is_taken_with_one_tap(
    demo_clinic: Clinic, demo_parts: Parts, language: Language
) -> None:
    say = texts(language).say
    async with at_the_terminal(demo_clinic, ENT, language=language) as patient:
        await patient.agrees("please" if language == "en" else "пожалуйста")
        await patient.types("1", "1")  # a visit, so that the person is known
        shown = await offered(demo_clinic, demo_parts, patient, language=language)
        first, second = shown.buttons[:2]
        assert first.label in shown.text
        printed = await patient.taps(second)
        assert say("card-confirmed") in printed
        visits = (await patient.calls.appointments(status=AppointmentStatus.CONFIRMED)).appointments
        assert [visit.specialty for visit in visits].count("cardiologist") == 1
        assert say("offer-over-note") in await patient.taps(first)  # the card stays
        again = (await patient.calls.appointments(status=AppointmentStatus.CONFIRMED)).appointments
        assert len(again) == len(visits)


async def test_refused_and_then_tapped_again(demo_clinic: Clinic, demo_parts: Parts) -> None:
    say = texts("en").say
    async with at_the_terminal(demo_clinic, ENT) as patient:
        await patient.agrees()
        await patient.types("1", "1")
        shown = await offered(demo_clinic, demo_parts, patient, count=1)
        assert say("offer-accept") == shown.buttons[0].label
        assert say("offer-refused") in await patient.taps(shown.button(say("offer-skip")))
        assert say("offer-over-note") in await patient.taps(shown.buttons[0])
        assert len((await patient.calls.appointments(status=AppointmentStatus.CONFIRMED)).appointments) == 1


async def test_after_the_deadline_nothing_is_promised(demo_clinic: Clinic, demo_parts: Parts) -> None:
    say = texts("en").say
    async with at_the_terminal(demo_clinic, ENT) as patient:
        await patient.agrees()
        await patient.types("1", "1")
        shown = await offered(demo_clinic, demo_parts, patient)
        demo_clinic.clock.advance(minutes=61)
        assert say("offer-expired") in await patient.taps(shown.buttons[0])
        assert await ExpireOffers(demo_parts.counter, demo_parts.close_offer)(demo_clinic.clock()) == 1
        told = await news_for(demo_clinic, patient, ACCOUNT)
        assert [one.text for one in told if one.kind == "offer.over"] == [say("offer-expired")]


async def test_a_replaced_visit_moves(demo_clinic: Clinic, demo_parts: Parts) -> None:
    say = texts("en").say
    async with at_the_terminal(demo_clinic, ENT) as patient:
        await patient.agrees()
        await patient.types("1", "1")
        (visit,) = (await patient.calls.appointments()).appointments
        shown = await offered(demo_clinic, demo_parts, patient, count=1, visit=visit.id)
        assert say("offer-rebooking-heading") in shown.text
        assert visit.doctor_name in shown.text
        assert "?" in await patient.taps(shown.button(say("offer-cancel-visit")))  # asks before it cancels
        printed = await patient.taps(shown.buttons[0])
        assert say("card-moved") in printed
        (moved,) = (await patient.calls.appointments(status=AppointmentStatus.CONFIRMED)).appointments
        assert (moved.id, moved.specialty) == (visit.id, "cardiologist")


async def test_somebody_elses_offer_is_unknown(demo_clinic: Clinic, demo_parts: Parts) -> None:
    async with at_the_terminal(demo_clinic, ENT) as patient:
        await patient.agrees()
        await patient.types("1", "1")
        await offered(demo_clinic, demo_parts, patient)
    async with at_the_terminal(demo_clinic, ENT, account="terminal:stranger") as stranger:
        await stranger.agrees()
        forged = Button("take", TakeOffered(offer=1, hold=1).pack(), stranger.last_message_id())
        assert texts("en").say("offer-unknown") in await stranger.taps(forged)
