"""From the schedule's objects to what travels: instants become the branch's wall clock, offers get their ids."""

from datetime import datetime
from zoneinfo import ZoneInfo

from clinic.schedule.asking import Answer, FreeSlot
from clinic.schedule.domain import clinic as domain
from clinic.schedule.engine.explain import Obstacle
from clinic.schedule.engine.minutes import Minute, to_datetime
from clinic.schedule.slot_id import SlotClaim, SlotIds
from contracts.schedule import Branch, Doctor, Reason, ReasonCode, Slot, Slots, VisitType

MESSAGES = {
    ReasonCode.NO_DOCTOR: "no doctor at the clinic answers to this",
    ReasonCode.DOCTOR_FULL: "doctor {doctor} is full until {until}",
    ReasonCode.DOCTOR_AWAY: "doctor {doctor} is away until {until}",
    ReasonCode.NOT_WORKING: "doctor {doctor} does not work then; next free: {until}",
    ReasonCode.BRANCH_CLOSED: "branch {branch} is closed; next free: {until}",
    ReasonCode.LEAD_TIME: "doctor {doctor} takes bookings {lead} minutes ahead; next free: {until}",
    ReasonCode.BEYOND_HORIZON: "doctor {doctor} takes bookings at most {horizon} days ahead",
    ReasonCode.PART_OF_DAY: "doctor {doctor} does not work in that part of the day; next free: {until}",
    ReasonCode.IN_THE_PAST: "that time is in the past",
}


def slots(answer: Answer, ids: SlotIds, now: Minute) -> Slots:
    reasons = [_reason(doctor, obstacle) for doctor, obstacle in answer.obstacles]
    if answer.no_doctor:
        reasons = [Reason(code=ReasonCode.NO_DOCTOR, message=MESSAGES[ReasonCode.NO_DOCTOR])]
    return Slots(slots=tuple(slot(s, ids, now) for s in answer.slots), reasons=tuple(reasons))


def slot(free: FreeSlot, ids: SlotIds, now: Minute) -> Slot:
    zone = ZoneInfo(free.branch.time_zone)
    claim = SlotClaim(free.doctor.doctor_id, free.visit_type_id, free.start, free.duration)
    return Slot.model_construct(
        slot_id=ids.issue(claim, now),
        doctor_id=free.doctor.doctor_id,
        doctor_name=free.doctor.full_name,
        specialty=free.doctor.specialty,
        branch_id=free.branch.branch_id,
        office_number=free.doctor.office_number,
        time_zone=free.branch.time_zone,
        start_time=to_datetime(free.start, zone),
        end_time=to_datetime(free.start + free.duration, zone),
    )


def doctor(known: domain.Doctor) -> Doctor:
    return Doctor(
        doctor_id=known.doctor_id,
        full_name=known.full_name,
        specialty=known.specialty,
        branch_id=known.branch_id,
        office_number=known.office_number,
        languages=known.languages,
        sees_adults=known.sees_adults,
        sees_children=known.sees_children,
        gender=known.gender,
    )


def branch(known: domain.Branch) -> Branch:
    return Branch(
        branch_id=known.branch_id,
        name=known.name,
        address=known.address,
        time_zone=known.time_zone,
        latitude=known.latitude,
        longitude=known.longitude,
        phone=known.phone,
    )


def visit_type(known: domain.VisitType) -> VisitType:
    return VisitType(
        visit_type_id=known.visit_type_id,
        code=known.code,
        kind=known.kind,
        name=known.name,
        specialty=known.specialty,
        duration_minutes=known.duration_minutes,
        price=known.price,
        preparation=known.preparation,
    )


def _reason(about: domain.Doctor, obstacle: Obstacle) -> Reason:
    code = ReasonCode(obstacle.why)
    until: datetime | None = None if obstacle.until is None else to_datetime(obstacle.until)
    message = MESSAGES[code].format(
        doctor=about.doctor_id,
        branch=about.branch_id,
        until=until.isoformat() if until else "nothing inside the horizon",
        lead=about.lead_minutes,
        horizon=about.horizon_days,
    )
    return Reason(code=code, message=message, doctor_id=about.doctor_id, branch_id=about.branch_id, until=until)
