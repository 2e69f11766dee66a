"""Who the visit is for: by words, by a button, by /family; nobody is booked by mistake."""

from api_client import ClinicCalls
from bot.texts import texts
from contracts.appointments import Appointment, AppointmentStatus
from contracts.people import PersonRequest, Relation
from tests.bot.booking.tapping import labels, taps
from tests.bot.patient import at_the_terminal
from tests.bot.receptionists import ProposesNearest
from tests.support.serving import Clinic

SAY = texts("en").say
ENT = ProposesNearest("ent")


async def held(calls: ClinicCalls) -> tuple[Appointment, ...]:
    return (await calls.appointments(status=AppointmentStatus.HELD)).appointments


async def test_a_child_is_asked_for_kindly_until_name_and_date_are_good(demo_clinic: Clinic) -> None:
    receptionist = ProposesNearest("ent")
    async with at_the_terminal(demo_clinic, receptionist) as patient:
        await patient.types("my son has a sore throat")
        assert SAY("person-name-child") in await patient.types("1")
        assert SAY("name-again") in await patient.types("12345")
        assert "When was Max born?" in await patient.types("Max")
        for bad in ("five", "31.02.2020", "01.01.2030"):
            assert SAY("birth-again") in await patient.types(bad)
        assert SAY("birth-adult") in await patient.types("12.03.1980")
        shown = await patient.types("March 12, 2020")
        assert "Added: Max, born on March 12, 2020." in shown
        assert "Answer 1" in shown
        assert "For: Max" in await patient.types("1") or "Max" in patient.last_message()
        await taps(patient, SAY("confirm-other"))
        assert receptionist.asked == ["my son has a sore throat"]
        assert "Answer 2" in await patient.types("my son's ear, too")  # known: not asked again
        (booked,) = (await patient.calls.appointments(status=AppointmentStatus.CONFIRMED)).appointments
        people = {one.client_id: one for one in await patient.calls.people()}
    assert people[booked.client_id or 0].full_name == "Max"


async def test_only_doctors_who_see_the_age_are_offered(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ProposesNearest("ent", how_many=8)) as patient:
        assert "Борис Тихонов" in await patient.agrees("my throat")
        await patient.types("my son has a sore throat", "Max 12.03.2020")
        shown = patient.last_message()
        assert "Наталья Светлова" in shown
        assert "Борис Тихонов" not in shown


async def test_words_that_were_misread_lead_back_by_one_tap(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ENT) as patient:
        await patient.types("my child sleeps badly and so do I, a doctor for adults please")
        await patient.types("1")
        assert "Answer" in await taps(patient, SAY("for-me"))
        await patient.types("1")
        (mine,) = await held(patient.calls)
        (me,) = await patient.calls.people()
    assert mine.client_id == me.client_id
    assert me.relation is Relation.SELF


async def test_a_hold_is_given_to_somebody_else_at_the_same_time(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ENT) as patient:
        await patient.agrees()
        mother = await patient.calls.add_person(PersonRequest(relation=Relation.PARENT, full_name="Vera"))
        await patient.types("1")
        (before,) = await held(patient.calls)
        await taps(patient, SAY("whom-button"))
        assert labels(patient)[:2] == [SAY("for-me"), "Vera"]
        assert "Vera" in await taps(patient, "^Vera$")
        (after,) = await held(patient.calls)
        assert (after.doctor_id, after.start_time, after.client_id) == (
            before.doctor_id,
            before.start_time,
            mother.client_id,
        )
        assert "Your visit is booked" in await taps(patient, SAY("confirm-other"))
        await patient.types("/start", "and for me", "1")
        assert (await held(patient.calls))[0].client_id == mother.client_id or patient.memory.visitor is None


async def test_whom_on_a_proposal_asks_the_same_wish_again(demo_clinic: Clinic) -> None:
    receptionist = ProposesNearest("ent")
    async with at_the_terminal(demo_clinic, receptionist) as patient:
        await patient.agrees("a sore throat")
        await taps(patient, SAY("whom-button"), SAY("whom-add-parent"))
        assert "Answer 2" in await patient.types("Vera")
        assert receptionist.asked == ["a sore throat", "a sore throat"]
        assert receptionist.histories[-1] == ()


async def test_family_lists_adds_and_renames(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ENT) as patient:
        assert SAY("consent-text") in await patient.types("/family")
        assert SAY("family-empty") in await patient.types("1")
        await taps(patient, SAY("whom-add-child"))
        assert "Added: Max" in await patient.types("Max 1.2.2020")
        assert "Max (child, February 1, 2020)" in await patient.types("/family")
        await taps(patient, "Max$")
        assert "Corrected: Maxim." in await patient.types("Maxim")
        assert "Maxim (child" in await patient.types("/family")


async def test_somebody_elses_person_is_not_chosen(demo_clinic: Clinic) -> None:
    async with (
        at_the_terminal(demo_clinic, ENT, account="terminal:one") as one,
        at_the_terminal(demo_clinic, ENT, account="terminal:two") as two,
    ):
        await one.agrees()
        await two.agrees()
        child = await one.calls.add_person(PersonRequest(relation=Relation.CHILD, full_name="Max"))
        forged = two.button(1).__class__("", f"wp:{child.client_id}", two.button(1).message_id)
        assert SAY("whom-gone") in await two.taps(forged)
        renamed = two.button(1).__class__("", f"wr:{child.client_id}", two.button(1).message_id)
        await two.taps(renamed)
        assert two.memory.asking is None
        assert two.memory.client_id is None
