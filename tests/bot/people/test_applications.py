"""A visit under review in the chat: it waits, the clinic decides, the patient reads of it and goes on."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.texts import Language, texts
from contracts.appointments import AppointmentStatus
from tests.bot.patient import ACCOUNT, Patient, at_the_terminal
from tests.bot.people.news_shown import Shown, client_of, news_for
from tests.bot.receptionists import ProposesNearest
from tests.clinic.applications.asking import application_of, decide
from tests.support.clock import StillClock
from tests.support.serving import Clinic, running_clinic

ENT = ProposesNearest("ent")


@pytest_asyncio.fixture
async def reviewed(demo_database: str, clock: StillClock) -> AsyncIterator[Clinic]:
    """The demo clinic, whose managers confirm what patients book."""
    async with running_clinic(demo_database, clock, review={"policy": "manager"}) as running:
        yield running


async def asks(patient: Patient, words: str = "please") -> str:
    """Words, consent, the first time, 'Book it': what was printed then."""
    await patient.agrees(words)
    return await patient.types("1", "1")


async def the_application(clinic: Clinic, patient: Patient) -> dict[str, object]:
    (visit,) = (await patient.calls.appointments(status=AppointmentStatus.PENDING)).appointments
    return await application_of(clinic.staff, {"id": visit.id})


async def told(clinic: Clinic, patient: Patient, kind: str, language: Language = "en") -> Shown:
    (shown,) = [one for one in await news_for(clinic, patient, ACCOUNT, language) if one.kind == kind]
    return shown


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_the_card_says_that_the_clinic_confirms_and_until_when(reviewed: Clinic, language: Language) -> None:
    say = texts(language).say
    async with at_the_terminal(reviewed, ENT, language=language) as patient:
        printed = await asks(patient, "please" if language == "en" else "пожалуйста")
        assert say("card-pending") in printed
        application = await the_application(reviewed, patient)
        assert str(application["decide_by"])[11:16] in printed
        assert say("card-decide-by", until="").strip() in printed
        assert say("card-calendar") not in printed
        assert await client_saw_words(reviewed, "please" if language == "en" else "пожалуйста")
        mine = await patient.types("/my")
        assert say("mine-pending-until", until="|").split("|")[0] in mine


async def client_saw_words(clinic: Clinic, words: str) -> bool:
    async with client_of(clinic) as staff:
        (one,) = (await staff.applications()).applications
        assert one.understood.reasons == ("reason 1",)
        assert (one.understood.specialty, one.understood.source) == ("ent", "offline")
        return one.description == words


async def test_an_approval_arrives_as_the_visits_card(reviewed: Clinic) -> None:
    say = texts("en").say
    async with at_the_terminal(reviewed, ENT) as patient:
        await asks(patient)
        await decide(reviewed.staff, await the_application(reviewed, patient), "approve")
        shown = await told(reviewed, patient, "application.approved")
        assert say("news-approved") in shown.text
        assert shown.button(say("card-calendar"))
        assert say("mine-pending") not in await patient.types("/my")


async def test_a_decline_brings_the_reason_other_times_the_wait_list_and_a_call(reviewed: Clinic) -> None:
    say = texts("en").say
    async with at_the_terminal(reviewed, ENT) as patient:
        await asks(patient)
        application = await the_application(reviewed, patient)
        await decide(reviewed.staff, application, "decline", reason="a <b>referral</b> is needed")
        declined, offered = [
            one
            for one in await news_for(reviewed, patient, ACCOUNT)
            if one.kind in ("application.declined", "offer.made")
        ]
        assert say("application-declined") in declined.text
        assert "a &lt;b&gt;referral&lt;/b&gt; is needed" in declined.text
        assert say("application-others") in declined.text
        assert declined.button(say("call-me"))
        assert "You are on the wait-list" in await patient.taps(declined.button(say("wait-button")))
        assert say("offer-declined-heading") in offered.text
        assert say("card-confirmed") in await patient.taps(offered.buttons[0])
        (visit,) = (await patient.calls.appointments(status=AppointmentStatus.CONFIRMED)).appointments
        assert (await application_of(reviewed.staff, {"id": visit.id}))["status"] == "approved"


async def test_refusing_a_counter_offer_leaves_ways_to_go_on(reviewed: Clinic) -> None:
    say = texts("en").say
    async with at_the_terminal(reviewed, ENT) as patient:
        await asks(patient)
        application = await the_application(reviewed, patient)
        free = (await reviewed.staff.get("/slots", params={"specialty": "ent", "limit": 5})).json()["slots"]
        await decide(reviewed.staff, application, "counter-offer", slot_ids=[free[-1]["slot_id"]])
        offered = await told(reviewed, patient, "offer.made")
        assert say("offer-counter-offer-heading") in offered.text
        await patient.taps(offered.button(say("offer-refuse")))
        declined = await told(reviewed, patient, "application.declined")
        assert say("application-none-fit") in declined.text
        assert declined.button(say("call-me"))
        assert declined.button(say("wait-button"))


async def test_an_approval_that_is_taken_back_is_told_as_it_stands(reviewed: Clinic) -> None:
    say = texts("en").say
    async with at_the_terminal(reviewed, ENT) as patient:
        await asks(patient)
        application = await the_application(reviewed, patient)
        await decide(reviewed.staff, application, "approve")
        await decide(reviewed.staff, application, "undo")
        shown = [one for one in await news_for(reviewed, patient, ACCOUNT) if one.kind.startswith("application.")]
        assert [one.kind for one in shown] == ["application.approved", "application.reopened"]
        assert all(say("news-reopened") in one.text for one in shown)  # nobody reads of an approval that is no more


async def test_cancelling_a_visit_that_waits_withdraws_it(reviewed: Clinic) -> None:
    say = texts("en").say
    async with at_the_terminal(reviewed, ENT) as patient:
        await asks(patient)
        application = await the_application(reviewed, patient)
        await patient.types("/my")
        cancel = next(one for one in patient.buttons() if one.label.startswith("Cancel No."))
        await patient.taps(cancel)
        sure = next(one for one in patient.buttons() if one.label == say("cancel-yes"))
        assert say("card-cancelled") in await patient.taps(sure)
        found = (await reviewed.staff.get(f"/applications/{application['id']}")).json()
        assert (found["status"], found["decided_by"]) == ("withdrawn", "patient")


async def test_where_words_stay_in_the_house_the_clinic_reads_what_was_understood_alone(reviewed: Clinic) -> None:
    async with at_the_terminal(reviewed, ENT, keeps_words=False) as patient:
        await asks(patient, "it is my secret ear")
        async with client_of(reviewed) as staff:
            (one,) = (await staff.applications()).applications
        assert one.description == ""
        assert one.understood.specialty == "ent"


async def test_a_second_tap_shows_the_same_visit_whatever_was_written_between(reviewed: Clinic) -> None:
    async with at_the_terminal(reviewed, ENT) as patient:
        await patient.agrees("please")
        await patient.types("1")
        confirm = patient.button(1)
        await patient.types("and another thing")
        await patient.taps(confirm)
        await patient.taps(confirm)
        async with client_of(reviewed) as staff:
            (one,) = (await staff.applications()).applications
        assert one.description == "please"  # what was written before this time was chosen
