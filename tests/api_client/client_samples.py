"""Answers as the service writes them."""

from typing import Any

SLOT: dict[str, Any] = {
    "slot_id": "c2xvdC1vbmU_-",
    "doctor_id": 3,
    "doctor_name": "A. Example",
    "specialty": "ent",
    "branch_id": 1,
    "office_number": "12",
    "time_zone": "Europe/Moscow",
    "start_time": "2026-11-22T17:30:00+03:00",
    "end_time": "2026-11-22T18:00:00+03:00",
}
APPOINTMENT: dict[str, Any] = {
    "id": 7,
    "doctor_id": 3,
    "client_id": 5,
    "patient_name": None,
    "office_number": "12",
    "branch_id": 1,
    "time_zone": "Europe/Moscow",
    "start_time": "2026-11-22T17:30:00+03:00",
    "end_time": "2026-11-22T18:00:00+03:00",
    "note": None,
    "status": "confirmed",
    "created_at": "2026-11-21T09:00:00Z",
    "updated_at": "2026-11-21T09:00:00Z",
    "doctor_name": "A. Example",
    "specialty": "ent",
}
HOLD: dict[str, Any] = {**SLOT, "hold_id": 7, "client_id": 5, "expires_at": "2026-11-21T09:10:00Z"}
PERSON: dict[str, Any] = {"client_id": 5, "relation": "self", "full_name": None, "birth_date": None}
CONSENT: dict[str, Any] = {
    "version": "1",
    "text_sha256": "a" * 64,
    "language": "ru",
    "given_at": "2026-11-21T09:00:00Z",
}
COMING: dict[str, Any] = {
    "appointment_id": 7,
    "start_time": "2026-11-22T17:30:00+03:00",
    "time_zone": "Europe/Moscow",
    "coming_at": "2026-11-21T09:00:00Z",
    "confirm_by": None,
}
CONTACT: dict[str, Any] = {
    "phone": "+79160000000",
    "verified": True,
    "verified_at": "2026-11-21T09:00:00Z",
}
CALL_REQUEST: dict[str, Any] = {
    "id": 7,
    "status": "open",
    "topic": None,
    "full_name": None,
    "phone": "+79160000000",
    "phone_verified": True,
    "created_at": "2026-11-21T09:00:00Z",
    "finished_at": None,
    "done_by": None,
}
TICKET: dict[str, Any] = {
    "id": 7,
    "version": 1,
    "account": "telegram:42",
    "client_id": None,
    "full_name": None,
    "phone": None,
    "branch_id": None,
    "subject": "s",
    "reason": "patient_wrote",
    "status": "open",
    "owner": None,
    "human_owned": True,
    "summary": None,
    "follows_id": None,
    "created_at": "2026-11-21T09:00:00Z",
    "updated_at": "2026-11-21T09:00:00Z",
    "closed_at": None,
}
TICKET_DETAILS: dict[str, Any] = TICKET | {
    "comments": [{"id": 9, "author": "patient", "author_name": None, "text": "t", "created_at": "2026-11-21T09:00:00Z"}]
}
BLOCK: dict[str, Any] = {
    "block_id": 7,
    "version": 1,
    "status": "active",
    "doctor_id": 7,
    "doctor_name": "D. Doctor",
    "specialty": "ent",
    "branch_id": 1,
    "time_zone": "Europe/Moscow",
    "from_time": "2026-11-23T09:00:00+03:00",
    "to_time": "2026-11-23T14:00:00+03:00",
    "reason": None,
    "made_by": "telegram:42",
    "created_at": "2026-11-23T04:30:00Z",
    "undone_by": None,
    "undone_at": None,
}
BLOCK_BOARD: dict[str, Any] = {
    "block": BLOCK,
    "counts": {"silent": 1},
    "calls": 1,
    "visits": [
        {
            "appointment_id": 7,
            "status": "silent",
            "patient_name": None,
            "start_time": "2026-11-23T09:00:00+03:00",
            "new_start_time": "2026-11-23T10:00:00+03:00",
            "new_doctor_name": "E. Doctor",
            "answer_by": "2026-11-23T08:00:00+03:00",
            "soon": True,
            "call": True,
            "called": False,
            "call_task_id": 7,
            "phone": None,
        }
    ],
}
CALL_TASK: dict[str, Any] = {
    "id": 7,
    "appointment_id": 7,
    "reason": "rebooking",
    "status": "open",
    "due_by": "2026-11-21T10:00:00Z",
    "patient_name": None,
    "phone": None,
    "doctor_name": "D. Doctor",
    "branch_id": 1,
    "time_zone": "Europe/Moscow",
    "start_time": "2026-11-23T10:00:00+03:00",
    "created_at": "2026-11-21T09:00:00Z",
    "finished_at": None,
    "done_by": None,
}
MANAGER: dict[str, Any] = {
    "manager_id": 7,
    "telegram_id": 42,
    "name": "A. Manager",
    "role": "manager",
    "branch_id": None,
    "created_at": "2026-11-21T09:00:00Z",
}
INVITE: dict[str, Any] = {
    "invite_id": 7,
    "code": "FD-AAAAA-BBBBB",
    "role": "manager",
    "branch_id": None,
    "expires_at": "2026-11-21T09:30:00Z",
}
DELIVERY: dict[str, Any] = {
    "delivery_id": 7,
    "lease": "a" * 32,
    "recipient": "telegram:42",
    "branch_id": None,
    "kind": "appointment.moved_by_clinic",
    "payload": {"appointment_id": 7},
    "priority": 1,
    "created_at": "2026-11-21T09:00:00Z",
    "attempts": 1,
}

APPLICATION = {
    "id": 7,
    "status": "proposed",
    "version": 1,
    "user_name": "A. Patient",
    "email": None,
    "phone": "+79160000000",
    "description": "my ear hurts",
    "understood": {"specialty": "ent", "doctor_id": None, "wish": None, "reasons": ["the nearest"], "source": "model"},
    "created_at": "2026-11-21T09:00:00Z",
    "updated_at": "2026-11-21T09:00:00Z",
    "branch_id": 1,
    "client_id": 5,
    "has_account": True,
    "appointment": APPOINTMENT,
    "offer_id": None,
    "awaits": "manager",
    "decide_by": "2026-11-21T16:00:00+03:00",
    "taken_by": None,
    "taken_at": None,
    "decided_by": None,
    "decided_at": None,
    "decision_reason": None,
}
OFFER = {
    "offer_id": 7,
    "kind": "wait_list",
    "status": "open",
    "client_id": 5,
    "application_id": None,
    "appointment_id": None,
    "wait_id": 3,
    "expires_at": "2026-11-21T10:00:00Z",
    "created_at": "2026-11-21T09:00:00Z",
    "closed_at": None,
    "accepted_id": None,
    "times": [
        {
            "hold_id": 8,
            "status": "held",
            "doctor_id": 1,
            "doctor_name": "D. Doctor",
            "specialty": "ent",
            "branch_id": 1,
            "office_number": "1",
            "time_zone": "Europe/Moscow",
            "start_time": "2026-11-23T10:00:00+03:00",
            "end_time": "2026-11-23T10:30:00+03:00",
            "visit_type_id": None,
            "expires_at": "2026-11-21T10:00:00Z",
        }
    ],
}

WAIT = {
    "wait_id": 7,
    "status": "waiting",
    "client_id": 5,
    "specialty": "ent",
    "doctor_id": None,
    "doctor_name": None,
    "branch_id": 1,
    "visit_type_id": None,
    "first_day": "2026-11-21",
    "last_day": "2026-11-25",
    "start_minute": 0,
    "end_minute": 720,
    "position": 2,
    "offer_id": None,
    "over_at": "2026-11-25T21:00:00Z",
    "created_at": "2026-11-21T09:00:00Z",
}

FOUND: dict[str, Any] = {
    "client_id": 5,
    "full_name": "A. Patient",
    "relation": "self",
    "phone": "+79160000000",
    "visits": [APPOINTMENT],
}
