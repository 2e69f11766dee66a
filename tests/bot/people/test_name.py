"""The name: asked once, when it costs nothing; offered, typed or skipped; never a model's affair."""

from bot.texts import texts
from contracts.people import Relation
from tests.bot.booking.tapping import button, labels, taps
from tests.bot.patient import Patient, at_the_terminal
from tests.bot.people.chat import tapped
from tests.bot.receptionists import ProposesNearest
from tests.support.serving import Clinic

SAY = texts("en").say


async def own_name(patient: Patient) -> str | None:
    return next((one.full_name for one in await patient.calls.people() if one.relation is Relation.SELF), None)


async def test_the_messengers_name_is_taken_by_a_tap_and_only_then(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ProposesNearest("ent")) as patient:
        await patient.types("/start")
        shown = await patient.feeds(tapped(button(patient, SAY("consent-yes")), "Anna"))
        assert SAY("name-ask") in shown
        assert labels(patient) == ["Anna", SAY("name-skip")]
        assert await own_name(patient) is None
        take = button(patient, "^Anna$")
        assert "Thank you, Anna." in await patient.feeds(tapped(take, "Anna"))
        assert await own_name(patient) == "Anna"
        assert SAY("what-now") not in await patient.feeds(tapped(take, "Anna"))


async def test_a_name_that_is_none_is_not_offered(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ProposesNearest("ent")) as patient:
        await patient.types("/start")
        assert SAY("name-ask-typed") in await patient.feeds(tapped(button(patient, SAY("consent-yes")), "♥ 77"))


async def test_a_greeting_is_no_name_and_a_wish_is_answered(demo_clinic: Clinic) -> None:
    receptionist = ProposesNearest("ent")
    async with at_the_terminal(demo_clinic, receptionist) as patient:
        await patient.types("/start")
        await taps(patient, SAY("consent-yes"))
        assert SAY("name-again") in await patient.types("hello")
        assert "Answer 1" in await patient.types("sore throat")
        assert await own_name(patient) is None
    assert receptionist.asked == ["sore throat"]


async def test_after_a_booking_the_name_and_then_the_phone_once(demo_clinic: Clinic) -> None:
    receptionist = ProposesNearest("ent")
    async with at_the_terminal(demo_clinic, receptionist) as patient:
        await patient.agrees()
        assert SAY("name-ask-booked") in await patient.types("1", "1")
        assert "Answer 2" in await patient.types("thank you all, one more")  # no name: nobody said so
        await taps(patient, SAY("name-type"))
        shown = await patient.types("Anna Maria")
        assert "Thank you, Anna Maria." in shown
        assert SAY("phone-offer") in shown
        assert SAY("phone-offer-kept") in await taps(patient, SAY("phone-offer-no"))
        assert await own_name(patient) == "Anna Maria"
        await patient.types("another", "1")
        shown = await taps(patient, SAY("confirm"))
        assert SAY("name-ask-booked") not in shown
        assert SAY("phone-offer") not in shown
    told = " ".join([*receptionist.asked, *(line.text for history in receptionist.histories for line in history)])
    assert "Anna" not in told


async def test_a_second_start_asks_nothing_again(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ProposesNearest("ent")) as patient:
        await patient.types("/start")
        await taps(patient, SAY("consent-yes"), SAY("name-skip"))
        shown = await patient.types("/start")
        assert SAY("consent-text") not in shown
        assert "«Book» «My visits» «Call me back»" in shown


async def test_the_keys_work_in_both_languages(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ProposesNearest("ent")) as patient:
        await patient.agrees()
        for words in ("My visits", "Мои записи", "мои записи"):
            shown = await patient.types(words)
            assert texts("ru").say("mine-none") in shown or SAY("mine-none") in shown


async def test_a_question_is_answered_and_is_nobodys_name(demo_clinic: Clinic) -> None:
    receptionist = ProposesNearest("ent")
    async with at_the_terminal(demo_clinic, receptionist) as patient:
        await patient.agrees()
        asked = await patient.types("my mother has a sore throat")
        assert SAY("person-name-parent") in asked
        shown = await patient.types("wait, how much is it?")
        assert "Answer" in shown
        assert SAY("person-name-parent") in shown
        shown = await patient.types("could it be cheaper?")
        assert SAY("person-name-parent") in shown
        await patient.types("Vera")
        assert [one.full_name for one in await patient.calls.people() if one.relation is Relation.PARENT] == ["Vera"]
        assert receptionist.asked[-1] == "my mother has a sore throat"


async def test_who_wants_a_person_or_to_begin_anew_is_not_asked_for_the_name_again(demo_clinic: Clinic) -> None:
    receptionist = ProposesNearest("ent")
    async with at_the_terminal(demo_clinic, receptionist) as patient:
        await patient.agrees()
        assert SAY("person-name-parent") in await patient.types("my mother has a sore throat")
        assert SAY("person-name-parent") not in await patient.types("start over")
        assert "start over" in receptionist.asked[-1]
