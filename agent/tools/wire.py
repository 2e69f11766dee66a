"""How the clinic's data looks to a model: compact JSON, names as values only, nothing about the patient."""

import json
from datetime import datetime

from contracts.appointments import Appointment
from contracts.schedule import Doctor, Reason, Slot, Slots, VisitType


def compact(data: object) -> str:
    """JSON without spaces; text from the clinic's records is inside its strings and nowhere else."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def slots(found: Slots) -> str:
    return compact({"slots": [_slot(slot) for slot in found.slots], "reasons": [_reason(r) for r in found.reasons]})


def doctor(found: Doctor) -> dict[str, object]:
    return {
        "doctor_id": found.doctor_id,
        "name": found.full_name,
        "specialty": found.specialty,
        "branch_id": found.branch_id,
        "languages": found.languages,
        "adults": found.sees_adults,
        "children": found.sees_children,
        "gender": found.gender,
    }


def visit_type(found: VisitType) -> dict[str, object]:
    return {
        "name": found.name,
        "specialty": found.specialty,
        "minutes": found.duration_minutes,
        "price": found.price,
        "preparation": found.preparation,
    }


def appointment(found: Appointment) -> dict[str, object]:
    """Without the patient's name, number and note."""
    return {
        "doctor": found.doctor_name,
        "specialty": found.specialty,
        "branch_id": found.branch_id,
        "office": found.office_number,
        "start": _minute(found.start_time),
        "end": _minute(found.end_time),
        "status": found.status.value,
    }


def _slot(slot: Slot) -> dict[str, object]:
    return {
        "slot_id": slot.slot_id,
        "doctor_id": slot.doctor_id,
        "doctor": slot.doctor_name,
        "specialty": slot.specialty,
        "branch_id": slot.branch_id,
        "weekday": slot.start_time.strftime("%a"),
        "start": _minute(slot.start_time),
        "end": _minute(slot.end_time),
    }


def _reason(reason: Reason) -> dict[str, object]:
    told: dict[str, object] = {"code": reason.code.value}
    if reason.doctor_id is not None:
        told["doctor_id"] = reason.doctor_id
    if reason.until is not None:
        told["until"] = _minute(reason.until)
    return told


def _minute(moment: datetime) -> str:
    return moment.isoformat(timespec="minutes")
