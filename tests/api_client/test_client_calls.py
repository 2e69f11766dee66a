"""What the client puts on the wire, and what it makes of the answers."""

import json
from datetime import UTC, date, datetime, timedelta, timezone

import httpx
import pytest

from api_client import BadAnswer, ClinicClient
from contracts import identity
from contracts.appointments import AppointmentRequest, AppointmentStatus, HoldRequest, RescheduleRequest
from contracts.people import ConsentRequest, PersonRequest
from contracts.schedule import Gender, PartOfDay
from tests.api_client.client_samples import APPOINTMENT, CONSENT, HOLD, PERSON, SLOT

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
SECRET = "patients-are-signed-with-this"
MOSCOW = timezone(timedelta(hours=3))


class Recorder:
    """Answers every call the same and keeps what came."""

    def __init__(self, body: object, status: int = 200) -> None:
        self.calls: list[httpx.Request] = []
        self._body = body
        self._status = status

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.calls.append(request)
        return httpx.Response(self._status, json=self._body)

    @property
    def call(self) -> httpx.Request:
        (only,) = self.calls
        return only


def client(recorder: Recorder) -> ClinicClient:
    return ClinicClient(
        "http://clinic.test/",
        "token-of-the-bot",
        identity_secret=SECRET,
        transport=httpx.MockTransport(recorder),
        clock=lambda: NOW,
    )


async def test_slots_are_asked_with_every_filter_and_come_back_typed() -> None:
    recorder = Recorder({"slots": [SLOT], "reasons": [{"code": "doctor_full", "message": "full"}]})
    async with client(recorder) as clinic:
        found = await clinic.slots(
            specialty="ent",
            doctor_id=3,
            branch_id=1,
            visit_type_id=2,
            from_=date(2026, 11, 22),
            to=datetime(2026, 11, 23, 12, tzinfo=MOSCOW),
            part_of_day=PartOfDay.EVENING,
            gender=Gender.FEMALE,
            language="en",
            limit=4,
        )
    assert recorder.call.url.path == "/api/v1/slots"
    assert dict(recorder.call.url.params) == {
        "specialty": "ent",
        "doctor_id": "3",
        "branch_id": "1",
        "visit_type_id": "2",
        "from": "2026-11-22",
        "to": "2026-11-23T12:00:00+03:00",
        "part_of_day": "evening",
        "gender": "female",
        "language": "en",
        "limit": "4",
    }
    assert recorder.call.headers["Authorization"] == "Bearer token-of-the-bot"
    assert found.slots[0].start_time == datetime(2026, 11, 22, 17, 30, tzinfo=MOSCOW)


async def test_a_naive_time_never_leaves() -> None:
    recorder = Recorder({"slots": []})
    async with client(recorder) as clinic:
        with pytest.raises(ValueError, match="aware"):
            await clinic.nearest_slots(after=datetime(2026, 11, 22))  # noqa: DTZ001 the mistake under test
    assert recorder.calls == []


async def test_a_view_signs_the_patient_and_the_client_itself_does_not() -> None:
    recorder = Recorder({"people": [PERSON]})
    async with client(recorder) as clinic:
        await clinic.people()
        await clinic.on_behalf_of("terminal:alex").people()
    staff, patient = recorder.calls
    assert identity.HEADER not in staff.headers
    assert identity.verify(patient.headers[identity.HEADER], SECRET, NOW) == "terminal:alex"


async def test_without_a_secret_nobody_can_be_signed() -> None:
    async with ClinicClient("http://clinic.test", "token", transport=httpx.MockTransport(Recorder({}))) as clinic:
        with pytest.raises(ValueError, match="identity secret"):
            clinic.on_behalf_of("telegram:1")


async def test_booking_sends_the_key_and_no_empty_fields() -> None:
    recorder = Recorder(APPOINTMENT, 201)
    async with client(recorder) as clinic:
        booked = await clinic.book(AppointmentRequest(hold_id=7), idempotency_key="confirm-7")
    assert recorder.call.headers["Idempotency-Key"] == "confirm-7"
    assert json.loads(recorder.call.content) == {"hold_id": 7}
    assert (booked.id, booked.status) == (7, AppointmentStatus.CONFIRMED)


async def test_each_call_has_its_method_and_path() -> None:
    asked: list[tuple[str, str]] = []
    answers: dict[str, object] = {
        "branches": {"branches": []},
        "specialties": {"specialties": []},
        "doctors": {"doctors": []},
        "visit-types": {"visit_types": []},
        "nearest": {"slots": []},
        "holds": HOLD,
        "people": PERSON,
        "consents": CONSENT,
        "current": CONSENT,
    }

    def serve(request: httpx.Request) -> httpx.Response:
        asked.append((request.method, request.url.path.removeprefix("/api/v1")))
        if request.method == "DELETE":
            return httpx.Response(204)
        return httpx.Response(200, json=answers.get(request.url.path.rsplit("/", 1)[-1], APPOINTMENT))

    async with ClinicClient("http://clinic.test", "token", transport=httpx.MockTransport(serve)) as clinic:
        await clinic.branches()
        await clinic.specialties()
        await clinic.doctors(specialty="ent", branch_id=1)
        await clinic.visit_types()
        await clinic.nearest_slots(specialty="ent", after=NOW)
        await clinic.hold(HoldRequest(slot_id="c2xvdC1vbmU_-", client_id=5))
        await clinic.release_hold(7)
        await clinic.appointment(7)
        await clinic.cancel(7, reason="better now")
        await clinic.reschedule(7, RescheduleRequest(slot_id="c2xvdC1vbmU_-"))
        await clinic.arrive(7)
        await clinic.complete(7)
        await clinic.no_show(7)
        await clinic.add_person(PersonRequest())
        await clinic.give_consent(ConsentRequest(version="1", text_sha256="a" * 64, language="ru"))
        await clinic.current_consent()
    assert asked == [
        ("GET", "/branches"),
        ("GET", "/specialties"),
        ("GET", "/doctors"),
        ("GET", "/visit-types"),
        ("GET", "/slots/nearest"),
        ("POST", "/holds"),
        ("DELETE", "/holds/7"),
        ("GET", "/appointments/7"),
        ("POST", "/appointments/7/cancel"),
        ("POST", "/appointments/7/reschedule"),
        ("POST", "/appointments/7/arrive"),
        ("POST", "/appointments/7/complete"),
        ("POST", "/appointments/7/no-show"),
        ("POST", "/people"),
        ("POST", "/consents"),
        ("GET", "/consents/current"),
    ]


async def test_appointments_come_in_pages() -> None:
    recorder = Recorder({"appointments": [APPOINTMENT], "page": 2, "size": 1, "total": 3})
    async with client(recorder) as clinic:
        page = await clinic.appointments(client_id=5, status=AppointmentStatus.CONFIRMED, page=2, size=1)
    assert dict(recorder.call.url.params) == {"client_id": "5", "status": "confirmed", "page": "2", "size": "1"}
    assert (page.total, page.appointments[0].id) == (3, 7)


async def test_no_consent_yet_is_an_answer() -> None:
    recorder = Recorder({"code": "not_found", "message": "There is no such consent."}, 404)
    async with client(recorder) as clinic:
        assert await clinic.on_behalf_of("telegram:1").current_consent() is None


@pytest.mark.parametrize("body", [{"people": [{"client_id": "Alex Example"}]}, [], "people"])
async def test_another_shape_is_a_bad_answer_and_its_text_is_not_repeated(body: object) -> None:
    async with client(Recorder(body)) as clinic:
        with pytest.raises(BadAnswer) as caught:
            await clinic.people()
    assert "Alex" not in str(caught.value)
    assert caught.value.__cause__ is None
