"""Make the world of a task in a clinic, through the service's own calls."""

from datetime import datetime, timedelta
from itertools import count

from bot.dialogue.desk import sha256_of
from bot.texts import texts
from contracts.appointments import AppointmentRequest
from contracts.people import ConsentRequest, ContactRequest, Person, PersonRequest, Relation
from evaluation.clinic import ZONE, Clinic
from evaluation.task import Task
from evaluation.world import EarlierVisit, Full

ACCOUNT = "eval:patient"
STRANGER = "Посторонний Пациент"
"""Who has booked what is full."""
_BEFORE = timedelta(days=3)


async def begin(clinic: Clinic, task: Task) -> dict[str, int]:
    """The ids of the earlier visits by their names. Raises ClinicClientError if the task's world cannot be."""
    world = task.world
    people = await _account(clinic, task)
    booked = {one.name: await _earlier(clinic, one, people) for one in world.visits}
    numbers = count(1)
    for one in world.others:
        await _book(clinic, one.doctor, one.start, one.patient)
    for full in world.full:
        await _fill(clinic, full, numbers)
    clinic.clock.now = task.now
    return booked


async def _account(clinic: Clinic, task: Task) -> dict[str | None, Person]:
    """The account's people by name; the owner also as None."""
    world, calls = task.world, clinic.staff.on_behalf_of(ACCOUNT)
    if not world.has_agreed:
        return {}
    words = texts(world.language or task.language)
    version, shown = words.say("consent-version"), words.say("consent-text")
    consent = ConsentRequest(version=version, text_sha256=sha256_of(shown), language=words.language)
    await calls.give_consent(consent)
    if world.phone:
        await calls.set_contact(ContactRequest(phone=world.phone))
    people: dict[str | None, Person] = {}
    for one in world.people:
        request = PersonRequest(relation=Relation(one.relation), full_name=one.name, birth_date=one.born)
        people[one.name] = await calls.add_person(request)
        if one.relation == "self":
            people[None] = people[one.name]
    if None not in people and any(visit.whom is None for visit in world.visits):
        people[None] = await calls.add_person(PersonRequest())
    return people


async def _earlier(clinic: Clinic, visit: EarlierVisit, people: dict[str | None, Person]) -> int:
    """Booked some days before it takes place; one that is past has been kept."""
    begun = clinic.clock.now
    start = _local(visit.start)
    clinic.clock.now = min(begun, start - _BEFORE)
    person = people[visit.whom]
    request = AppointmentRequest(doctor_id=visit.doctor, start_time=start, client_id=person.client_id)
    booked = await clinic.staff.on_behalf_of(ACCOUNT).book(request)
    clinic.clock.now = begun
    if start < begun:
        await clinic.staff.arrive(booked.id)
        await clinic.staff.complete(booked.id)
    return booked.id


async def _fill(clinic: Clinic, full: Full, numbers: "count[int]") -> None:
    since, until = _local(full.since), _local(full.until)
    while True:
        found = await clinic.staff.slots(doctor_id=full.doctor, from_=since, to=until, limit=100)
        inside = [slot for slot in found.slots if slot.start_time < until]
        if not inside:
            return
        for slot in inside:
            await _book(clinic, full.doctor, slot.start_time, f"{STRANGER} {next(numbers)}")


async def _book(clinic: Clinic, doctor: int, start: datetime, patient: str) -> None:
    request = AppointmentRequest(doctor_id=doctor, start_time=_local(start), patient_name=patient)
    await clinic.staff.book(request)


def _local(moment: datetime) -> datetime:
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=ZONE)
