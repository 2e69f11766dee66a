"""Phones are optional and proved only by their owner; a call can be asked for, seen by managers, and taken back."""

import pytest

from bot.texts import texts
from contracts.call_requests import CallRequestStatus
from tests.bot.booking.tapping import button, taps
from tests.bot.patient import Patient, at_the_terminal
from tests.bot.people.chat import contact
from tests.bot.receptionists import ProposesNearest
from tests.support.serving import Clinic

SAY = texts("en").say
ENT = ProposesNearest("ent")
OWN, FOREIGN = 1, 77


async def asks_for_a_call(patient: Patient) -> str:
    await patient.agrees()
    return await patient.types("Call me back")


async def test_ones_own_contact_is_proved_and_the_call_goes_on(
    demo_clinic: Clinic, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    async with at_the_terminal(demo_clinic, ENT) as patient:
        asked = await asks_for_a_call(patient)
        assert SAY("phone-ask-call") in asked
        assert f"«{SAY('phone-share')}»" in asked
        shown = await patient.feeds(contact("79161234567", OWN))
        assert "The number +79161234567 is saved." in shown
        assert "«Book» «My visits» «Call me back»" in shown
        assert "the clinic will call you at +79161234567" in shown
        kept = await patient.calls.contact()
        assert kept is not None
        assert kept.verified
        (request,) = (await patient.calls.call_requests()).call_requests
        assert request.status is CallRequestStatus.OPEN
        assert "вам позвонят" in await patient.types("перезвоните мне")  # the same request, no second one
        assert (await patient.calls.call_requests()).total == 1
    logged = caplog.text + "".join(line for line in capsys.readouterr().out.splitlines() if "request_id" in line)
    assert "9161234567" not in logged


@pytest.mark.parametrize("user_id", [FOREIGN, None])
async def test_somebody_elses_contact_is_not_proved_and_says_so(demo_clinic: Clinic, user_id: int | None) -> None:
    async with at_the_terminal(demo_clinic, ENT) as patient:
        await patient.agrees()
        assert "not of your own account" in await patient.feeds(contact("79161234567", user_id))
        kept = await patient.calls.contact()
        assert kept is not None
        assert not kept.verified
        await patient.feeds(contact("79160000000", OWN))
        assert SAY("phone-kept") in await patient.feeds(contact("79161234567", user_id))
        kept = await patient.calls.contact()
        assert kept is not None
        assert (kept.phone, kept.verified) == ("+79160000000", True)


async def test_a_typed_phone_is_checked_and_no_phone_is_fine(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ENT) as patient:
        await asks_for_a_call(patient)
        assert SAY("phone-again") in await patient.types("12")
        assert SAY("phone-skipped") in await patient.types(SAY("phone-skip"))
        assert await patient.calls.contact() is None
        await patient.types("Call me back")
        assert "call you at +79161234567" in await patient.types("8 (916) 123-45-67")
        kept = await patient.calls.contact()
        assert kept is not None
        assert not kept.verified


async def test_words_while_a_phone_is_asked_for_are_words(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ENT) as patient:
        await asks_for_a_call(patient)
        assert "Choose a time" in await patient.types("sore throat tomorrow")
        assert patient.memory.asking is None


async def test_a_call_before_the_consent_waits_for_it(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ENT) as patient:
        assert SAY("consent-text") in await patient.types("Call me back")
        assert SAY("phone-ask-call") in await patient.types("1")


async def test_a_call_is_taken_back_once(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ENT) as patient:
        await asks_for_a_call(patient)
        await patient.types("+7 916 123-45-67")
        no = button(patient, SAY("call-no"))
        assert SAY("call-cancelled") in await patient.taps(no)
        assert SAY("call-finished") in await patient.taps(no)
        (request,) = (await patient.calls.call_requests()).call_requests
        assert request.status is CallRequestStatus.CANCELLED
        forged = no.__class__("", f"cx:{request.id + 5}", no.message_id)
        assert SAY("call-unknown") in await patient.taps(forged)


async def test_a_phone_is_offered_after_a_booking(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ENT) as patient:
        await patient.agrees()
        await patient.types("1", "1")
        assert SAY("phone-offer") in await taps(patient, SAY("name-skip"))
        assert SAY("phone-ask") in await taps(patient, SAY("phone-offer-yes"))
        assert "is saved" in await patient.types("+79161234567")
        assert (await patient.calls.call_requests()).total == 0
