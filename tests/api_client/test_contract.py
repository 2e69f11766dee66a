"""The client against the service's own OpenAPI: paths, parameters, bodies and answers agree, both ways."""

import re
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple

import httpx
import pytest
from pydantic import BaseModel
from pydantic.json_schema import JsonSchemaMode, models_json_schema

from api_client import ClinicCalls, ClinicClient
from clinic.main.app import create_app
from contracts.applications import (
    Application,
    ApplicationCreated,
    ApplicationPage,
    ApplicationStatus,
    ApproveAllRequest,
    ApprovedAll,
    ApproveRequest,
    CounterOfferRequest,
    DeclineRequest,
    NewApplication,
    NextRequest,
    TakeRequest,
)
from contracts.appointments import (
    Appointment,
    AppointmentPage,
    AppointmentRequest,
    AppointmentStatus,
    CancelRequest,
    Hold,
    HoldRequest,
    RescheduleRequest,
    SlotLostBody,
)
from contracts.blocks import BlockBoard, BlockPreview, BlockRequest, Blocks, UndoBlock
from contracts.call_requests import (
    CallRequest,
    CallRequestDone,
    CallRequestPage,
    CallRequestStatus,
    NewCallRequest,
)
from contracts.call_tasks import CallTask, CallTaskDone, CallTaskPage, CallTaskStatus
from contracts.deliveries import AckRequest, ClaimRequest, Deliveries, DeliveryOutcome, DeliveryState
from contracts.found import FoundPeople
from contracts.managers import ClaimManager, Invite, InviteRequest, Manager, Managers
from contracts.offers import AcceptRequest, Offer, Offers
from contracts.people import (
    Consent,
    ConsentRequest,
    Contact,
    ContactRequest,
    People,
    Person,
    PersonChange,
    PersonRequest,
)
from contracts.reminders import Coming, ComingRequest, Reach, ReachRequest
from contracts.schedule import Branches, Doctors, Gender, PartOfDay, SlotDays, Slots, Specialties, VisitTypes
from contracts.tickets import (
    HandOver,
    NewComment,
    NewTicket,
    Opening,
    TicketDetails,
    TicketGiveBack,
    TicketPage,
    TicketReason,
    TicketStatus,
    TicketStatusRequest,
    TicketTake,
)
from contracts.waits import NewWait, Wait, WaitPage
from tests.api_client.client_samples import (
    APPLICATION,
    APPOINTMENT,
    BLOCK,
    BLOCK_BOARD,
    CALL_REQUEST,
    CALL_TASK,
    COMING,
    CONSENT,
    CONTACT,
    DELIVERY,
    FOUND,
    HOLD,
    INVITE,
    MANAGER,
    OFFER,
    PERSON,
    SLOT,
    TICKET,
    TICKET_DETAILS,
    WAIT,
)
from tests.support.serving import clinic_settings

PREFIX = "/api/v1"
NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
SLOT_ID = SLOT["slot_id"]


class Call(NamedTuple):
    """A call with every parameter that it has, what it sends, and what it makes of the answer."""

    make: Callable[[ClinicClient], Awaitable[object]]
    sends: type[BaseModel] | None
    answer: type[BaseModel] | None
    sample: object = None


WHERE: dict[str, Any] = {
    "specialty": "ent",
    "doctor_id": 1,
    "branch_id": 1,
    "visit_type_id": 1,
    "client_id": 1,
    "gender": Gender.FEMALE,
    "language": "en",
}
CALLS: dict[str, Call] = {
    "branches": Call(lambda c: c.branches(), None, Branches, {"branches": []}),
    "specialties": Call(lambda c: c.specialties(), None, Specialties, {"specialties": []}),
    "doctors": Call(lambda c: c.doctors(specialty="ent", branch_id=1), None, Doctors, {"doctors": []}),
    "visit_types": Call(lambda c: c.visit_types(), None, VisitTypes, {"visit_types": []}),
    "slots": Call(
        lambda c: c.slots(**WHERE, from_=date(2026, 11, 21), to=NOW, part_of_day=PartOfDay.EVENING, limit=1),
        None,
        Slots,
        {"slots": [SLOT]},
    ),
    "nearest_slots": Call(lambda c: c.nearest_slots(**WHERE, after=NOW, limit=1), None, Slots, {"slots": [SLOT]}),
    "slot_days": Call(lambda c: c.slot_days(**WHERE, from_=NOW, to=NOW), None, SlotDays, {"days": []}),
    "hold": Call(lambda c: c.hold(HoldRequest(slot_id=SLOT_ID, client_id=5)), HoldRequest, Hold, HOLD),
    "release_hold": Call(lambda c: c.release_hold(7), None, None),
    "book": Call(
        lambda c: c.book(AppointmentRequest(hold_id=7), idempotency_key="k"),
        AppointmentRequest,
        Appointment,
        APPOINTMENT,
    ),
    "appointment": Call(lambda c: c.appointment(7), None, Appointment, APPOINTMENT),
    "appointment_ics": Call(lambda c: c.appointment_ics(7, "en"), None, None),
    "appointments": Call(
        lambda c: c.appointments(
            doctor_id=1,
            client_id=5,
            branch_id=1,
            from_=NOW,
            to=NOW,
            status=AppointmentStatus.HELD,
            unmarked=True,
            page=1,
            size=5,
        ),
        None,
        AppointmentPage,
        {"appointments": [APPOINTMENT], "page": 1, "size": 5, "total": 1},
    ),
    "cancel": Call(lambda c: c.cancel(7, reason="r"), CancelRequest, Appointment, APPOINTMENT),
    "reschedule": Call(
        lambda c: c.reschedule(7, RescheduleRequest(slot_id=SLOT_ID)), RescheduleRequest, Appointment, APPOINTMENT
    ),
    "arrive": Call(lambda c: c.arrive(7), None, Appointment, APPOINTMENT),
    "complete": Call(lambda c: c.complete(7), None, Appointment, APPOINTMENT),
    "came": Call(lambda c: c.came(7), None, Appointment, APPOINTMENT),
    "unmark": Call(lambda c: c.unmark(7), None, Appointment, APPOINTMENT),
    "say_coming": Call(lambda c: c.say_coming(7, start_time=NOW), ComingRequest, Coming, COMING),
    "set_reach": Call(
        lambda c: c.set_reach(reachable=True), ReachRequest, Reach, {"reachable": True, "unreachable_since": None}
    ),
    "no_show": Call(lambda c: c.no_show(7), None, Appointment, APPOINTMENT),
    "people": Call(lambda c: c.people(), None, People, {"people": [PERSON]}),
    "add_person": Call(lambda c: c.add_person(PersonRequest()), PersonRequest, Person, PERSON),
    "change_person": Call(lambda c: c.change_person(5, PersonChange(full_name="A")), PersonChange, Person, PERSON),
    "set_contact": Call(
        lambda c: c.set_contact(ContactRequest(phone="8 916 000-00-00")), ContactRequest, Contact, CONTACT
    ),
    "contact": Call(lambda c: c.contact(), None, Contact, CONTACT),
    "give_consent": Call(
        lambda c: c.give_consent(ConsentRequest(version="1", text_sha256="a" * 64, language="ru")),
        ConsentRequest,
        Consent,
        CONSENT,
    ),
    "request_call": Call(lambda c: c.request_call(topic="t"), NewCallRequest, CallRequest, CALL_REQUEST),
    "call_request": Call(lambda c: c.call_request(7), None, CallRequest, CALL_REQUEST),
    "call_requests": Call(
        lambda c: c.call_requests(status=CallRequestStatus.OPEN, page=1, size=5),
        None,
        CallRequestPage,
        {"call_requests": [CALL_REQUEST], "page": 1, "size": 5, "total": 1},
    ),
    "finish_call_request": Call(
        lambda c: c.finish_call_request(7, by="desk"), CallRequestDone, CallRequest, CALL_REQUEST
    ),
    "cancel_call_request": Call(lambda c: c.cancel_call_request(7), None, CallRequest, CALL_REQUEST),
    "preview_block": Call(
        lambda c: c.preview_block(7, from_=NOW, to=NOW),
        None,
        BlockPreview,
        BLOCK | {"visits": 3, "soon": 1, "by_telephone": 1, "holds": 0, "blocked_already": None},
    ),
    "block_doctor": Call(
        lambda c: c.block_doctor(BlockRequest(doctor_id=7, from_time=NOW, to_time=NOW + timedelta(hours=1), by="a")),
        BlockRequest,
        BlockBoard,
        BLOCK_BOARD,
    ),
    "block": Call(lambda c: c.block(7), None, BlockBoard, BLOCK_BOARD),
    "blocks": Call(lambda c: c.blocks(active=True), None, Blocks, {"blocks": [BLOCK]}),
    "undo_block": Call(lambda c: c.undo_block(7, by="a"), UndoBlock, BlockBoard, BLOCK_BOARD),
    "call_tasks": Call(
        lambda c: c.call_tasks(status=CallTaskStatus.OPEN, branch_id=1, page=1, size=5),
        None,
        CallTaskPage,
        {"call_tasks": [CALL_TASK], "page": 1, "size": 5, "total": 1},
    ),
    "finish_call_task": Call(lambda c: c.finish_call_task(7, by="desk"), CallTaskDone, CallTask, CALL_TASK),
    "claim_deliveries": Call(
        lambda c: c.claim_deliveries(limit=1), ClaimRequest, Deliveries, {"deliveries": [DELIVERY]}
    ),
    "ack_delivery": Call(
        lambda c: c.ack_delivery(7, "a" * 32, DeliveryOutcome.FAILED, detail="502"),
        AckRequest,
        DeliveryState,
        {"delivery_id": 7, "outcome": "failed", "attempts": 1, "finished_at": None, "not_before": NOW.isoformat()},
    ),
    "find_people": Call(
        lambda c: c.find_people("Anna", branch_id=1, limit=5), None, FoundPeople, {"people": [FOUND], "more": False}
    ),
    "managers": Call(lambda c: c.managers(), None, Managers, {"managers": [MANAGER]}),
    "invite_manager": Call(lambda c: c.invite_manager(InviteRequest()), InviteRequest, Invite, INVITE),
    "claim_manager": Call(
        lambda c: c.claim_manager(ClaimManager(code="FD-AAAAA-BBBBB", telegram_id=42, name="A. Manager")),
        ClaimManager,
        Manager,
        MANAGER,
    ),
    "revoke_manager": Call(lambda c: c.revoke_manager(7), None, Manager, MANAGER),
    "open_offers": Call(lambda c: c.open_offers(), None, Offers, {"offers": [OFFER]}),
    "offer": Call(lambda c: c.offer(7), None, Offer, OFFER),
    "accept_offer": Call(lambda c: c.accept_offer(7, 8), AcceptRequest, Appointment, APPOINTMENT),
    "refuse_offer": Call(lambda c: c.refuse_offer(7), None, Offer, OFFER),
    "apply": Call(
        lambda c: c.apply(NewApplication(user_name="A", description="d")),
        NewApplication,
        ApplicationCreated,
        {"message": "Application created successfully", "id": 7},
    ),
    "applications": Call(
        lambda c: c.applications(
            user_name="A",
            status=ApplicationStatus.PROPOSED,
            branch_id=1,
            awaits="manager",
            appointment_id=7,
            order="deadline",
            page=1,
            size=5,
        ),
        None,
        ApplicationPage,
        {"applications": [APPLICATION], "page": 1, "size": 5, "total": 1},
    ),
    "application": Call(lambda c: c.application(7), None, Application, APPLICATION),
    "take_application": Call(lambda c: c.take_application(7, by="b"), TakeRequest, Application, APPLICATION),
    "release_application": Call(lambda c: c.release_application(7, by="b"), TakeRequest, Application, APPLICATION),
    "next_application": Call(lambda c: c.next_application(by="b", branch_id=1), NextRequest, Application, APPLICATION),
    "approve_application": Call(
        lambda c: c.approve_application(7, by="b", version=2), ApproveRequest, Application, APPLICATION
    ),
    "decline_application": Call(
        lambda c: c.decline_application(7, by="b", reason="r"), DeclineRequest, Application, APPLICATION
    ),
    "counter_offer": Call(
        lambda c: c.counter_offer(7, by="b", slot_ids=[SLOT_ID]), CounterOfferRequest, Application, APPLICATION
    ),
    "undo_approval": Call(lambda c: c.undo_approval(7, by="b"), TakeRequest, Application, APPLICATION),
    "approve_all": Call(
        lambda c: c.approve_all(by="b", branch_id=1),
        ApproveAllRequest,
        ApprovedAll,
        {"approved": [7], "left": [{"id": 8, "code": "taken"}]},
    ),
    "withdraw_application": Call(lambda c: c.withdraw_application(7), None, Application, APPLICATION),
    "opening": Call(
        lambda c: c.opening(branch_id=1),
        None,
        Opening,
        {"branch_id": 1, "time_zone": "UTC", "opens": NOW.isoformat(), "closes": NOW.isoformat(), "open_now": True},
    ),
    "open_ticket": Call(lambda c: c.open_ticket(NewTicket(text="t")), NewTicket, TicketDetails, TICKET_DETAILS),
    "ticket": Call(lambda c: c.ticket(7, version=2), None, TicketDetails, TICKET_DETAILS),
    "tickets": Call(
        lambda c: c.tickets(status=TicketStatus.OPEN, branch_id=1, human_owned=True, page=1, size=5),
        None,
        TicketPage,
        {"tickets": [TICKET], "page": 1, "size": 5, "total": 1},
    ),
    "comment_on_ticket": Call(
        lambda c: c.comment_on_ticket(
            7, "t", by="b", key="k", hand_over=HandOver(reason=TicketReason.COMPLAINT, summary="s")
        ),
        NewComment,
        TicketDetails,
        TICKET_DETAILS,
    ),
    "set_ticket_status": Call(
        lambda c: c.set_ticket_status(7, TicketStatus.CLOSED, by="b"),
        TicketStatusRequest,
        TicketDetails,
        TICKET_DETAILS,
    ),
    "take_ticket": Call(lambda c: c.take_ticket(7, by="b"), TicketTake, TicketDetails, TICKET_DETAILS),
    "give_back_ticket": Call(lambda c: c.give_back_ticket(7, by="b"), TicketGiveBack, TicketDetails, TICKET_DETAILS),
    "wait_for": Call(lambda c: c.wait_for(NewWait(client_id=5, doctor_id=1)), NewWait, Wait, WAIT),
    "wait": Call(lambda c: c.wait(7), None, Wait, WAIT),
    "waits": Call(
        lambda c: c.waits(open_=True, page=1, size=5),
        None,
        WaitPage,
        {"waits": [WAIT], "page": 1, "size": 5, "total": 1},
    ),
    "leave_wait": Call(lambda c: c.leave_wait(7), None, None),
    "current_consent": Call(lambda c: c.current_consent(), None, Consent, CONSENT),
}


@pytest.fixture(scope="module")
def openapi() -> dict[str, Any]:
    return create_app(clinic_settings("postgresql://nobody@127.0.0.1:9/never_asked")).openapi()


async def sent_by(call: Call) -> httpx.Request:
    """The request of a call; that its answer is understood is seen on the way."""
    seen: list[httpx.Request] = []

    def serve(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(204) if call.answer is None else httpx.Response(200, json=call.sample)

    async with ClinicClient("http://clinic.test", "token", transport=httpx.MockTransport(serve)) as client:
        await call.make(client)
    (request,) = seen
    return request


def operation_of(openapi: dict[str, Any], request: httpx.Request) -> tuple[str, dict[str, Any]]:
    """The path template that a request meets, and its operation."""
    for template, operations in openapi["paths"].items():
        pattern = re.sub(r"\\\{\w+\\\}", "[0-9]+", re.escape(template))
        if re.fullmatch(pattern, request.url.path) and request.method.lower() in operations:
            return template, operations[request.method.lower()]
    raise AssertionError(f"the service has no {request.method} {request.url.path}")


def names_in(schema: object) -> set[str]:
    return set(re.findall(r"#/components/schemas/(\w+)", str(schema)))


def body_of(part: dict[str, Any]) -> object:
    return part.get("content", {}).get("application/json", {}).get("schema")


def test_the_table_of_calls_is_the_client() -> None:
    methods = {name for name in dir(ClinicCalls) if not name.startswith("_")}
    assert methods - {"on_behalf_of", "aclose"} == set(CALLS)


@pytest.mark.parametrize("name", CALLS)
async def test_a_call_is_what_the_service_offers(openapi: dict[str, Any], name: str) -> None:
    call = CALLS[name]
    request = await sent_by(call)
    _, operation = operation_of(openapi, request)
    offered = {p["name"] for p in operation.get("parameters", []) if p["in"] == "query"}
    assert set(request.url.params) == offered
    headers = {p["name"] for p in operation.get("parameters", []) if p["in"] == "header"}
    assert all(header in request.headers for header in headers)
    assert operation["security"]
    assert names_in(body_of(operation.get("requestBody", {}))) == ({call.sends.__name__} if call.sends else set())
    ((_, answer),) = [(status, part) for status, part in operation["responses"].items() if status.startswith("2")]
    assert names_in(body_of(answer)) == ({call.answer.__name__} if call.answer else set())
    assert names_in(body_of(operation["responses"]["409"])) == {SlotLostBody.__name__}


async def test_every_route_of_the_service_has_its_call(openapi: dict[str, Any]) -> None:
    called = set()
    for call in CALLS.values():
        request = await sent_by(call)
        called.add((request.method.lower(), operation_of(openapi, request)[0]))
    offered = {
        (method, path)
        for path, operations in openapi["paths"].items()
        for method in operations
        if path.startswith(PREFIX)
    }
    assert called == offered


def test_the_models_of_both_sides_have_the_same_schemas(openapi: dict[str, Any]) -> None:
    ours: set[type[BaseModel]] = {SlotLostBody}
    for call in CALLS.values():
        ours |= {model for model in (call.sends, call.answer) if model is not None}
    known: dict[str, list[object]] = {}
    modes: tuple[JsonSchemaMode, ...] = ("validation", "serialization")
    for mode in modes:
        _, schemas = models_json_schema([(model, mode) for model in ours], ref_template="#/components/schemas/{model}")
        for name, schema in schemas["$defs"].items():
            known.setdefault(name, []).append(essence(schema))
    theirs = openapi["components"]["schemas"]
    assert set(known) <= set(theirs)
    for name, schemas_of_name in known.items():
        assert essence(theirs[name]) in schemas_of_name, name


WORDS = {"title", "description", "default", "examples"}


def essence(schema: object, *, names: bool = False) -> object:
    """A schema without its words; a property may be called like one of them."""
    if isinstance(schema, dict):
        kept = {key: part for key, part in schema.items() if names or key not in WORDS}
        return {key: essence(part, names=key == "properties" and not names) for key, part in kept.items()}
    return [essence(part) for part in schema] if isinstance(schema, list) else schema
