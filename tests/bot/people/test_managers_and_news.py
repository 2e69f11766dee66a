"""What the clinic's news says, and what managers can do about it."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from api_client import ClinicClient
from bot.dialogue.desk import Desk
from bot.dialogue.news import KINDS, render
from bot.dialogue.out import Outgoing, Words
from bot.managers.views import call_request
from bot.redflags import emergency_code
from bot.texts import Language, texts
from contracts.call_requests import CallRequest
from contracts.deliveries import Delivery
from tests.bot.patient import ACCOUNT, Patient, at_the_terminal
from tests.bot.receptionists import ProposesNearest, Says
from tests.support.serving import API_TOKEN, IDENTITY_SECRET, Clinic

ENT = ProposesNearest("ent")


def desk_of(clinic: Clinic, client: ClinicClient, language: Language = "en") -> Desk:
    return Desk(
        clinic=client,
        receptionist=Says(""),
        gate=emergency_code,
        clock=clinic.clock,
        zone=ZoneInfo("Europe/Moscow"),
        language=language,
        account_of=lambda user: f"telegram:{user.id}",
    )


def client_of(clinic: Clinic) -> ClinicClient:
    return ClinicClient(clinic.url, API_TOKEN, identity_secret=IDENTITY_SECRET, clock=clinic.clock)


async def booked(patient: Patient) -> int:
    await patient.agrees()
    await patient.types("1", "1")
    return (await patient.calls.appointments()).appointments[0].id


def words(items: list[Outgoing] | None) -> str:
    assert items is not None
    (item,) = items
    assert isinstance(item.content, Words)
    return item.content.html


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_a_patient_reads_what_the_clinic_changed(demo_clinic: Clinic, language: Language) -> None:
    say = texts(language).say
    async with at_the_terminal(demo_clinic, ENT) as patient, client_of(demo_clinic) as staff:
        number = await booked(patient)
        visit = await patient.calls.appointment(number)
        free = (await staff.nearest_slots(doctor_id=visit.doctor_id, limit=5)).slots[-1]
        moved = await demo_clinic.staff.post(f"/appointments/{number}/reschedule", json={"slot_id": free.slot_id})
        assert moved.status_code == 200, moved.text
        (news,) = await staff.claim_deliveries()
        assert news.recipient == ACCOUNT
        shown = words(await render(news, desk_of(demo_clinic, staff, language)))
        assert say("news-moved") in shown
        assert f"{free.start_time:%H:%M}" in shown
        assert (await demo_clinic.staff.post(f"/appointments/{number}/cancel", json={})).status_code == 200
        assert say("news-cancelled") not in shown
        # The older news, told late, says how the visit stands now.
        assert say("card-cancelled") in words(await render(news, desk_of(demo_clinic, staff, language)))
        (newest,) = await staff.claim_deliveries()
        assert say("news-cancelled") in words(await render(newest, desk_of(demo_clinic, staff, language)))


async def test_a_kind_of_another_version_is_not_told(demo_clinic: Clinic) -> None:
    async with client_of(demo_clinic) as staff:
        unknown = Delivery(
            delivery_id=1,
            lease="0" * 32,
            recipient=ACCOUNT,
            branch_id=None,
            kind="appointment.painted_blue",
            payload={},
            priority=1,
            created_at=datetime(2026, 3, 2, tzinfo=UTC),
            attempts=1,
        )
        assert await render(unknown, desk_of(demo_clinic, staff)) is None
    assert "appointment.painted_blue" not in KINDS


def test_a_closed_request_shows_neither_name_nor_number() -> None:
    at = datetime(2026, 3, 2, 6, tzinfo=UTC)
    closed = CallRequest.model_validate(
        {
            "id": 5,
            "status": "done",
            "topic": None,
            "full_name": "Anna",
            "phone": "+79161234567",
            "phone_verified": True,
            "created_at": at,
            "finished_at": at,
            "done_by": None,
        }
    )
    screen = call_request(texts("en"), closed, ZoneInfo("Europe/Moscow"))
    assert "Anna" not in screen.text
    assert "9161234567" not in screen.text
    assert screen.buttons == ()
