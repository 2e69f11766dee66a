"""Bodies shown in the OpenAPI pages."""

from fastapi.openapi.models import Example

BOOK: dict[str, Example] = {
    "a doctor's time": {
        "summary": "Book a time at once",
        "value": {"doctor_id": 7, "start_time": "2026-05-04T17:30:00+03:00", "patient_name": "A. Patient"},
    },
    "a hold": {"summary": "Confirm a hold", "value": {"hold_id": 4711}},
}
HOLD: dict[str, Example] = {
    "an offered slot": {
        "summary": "Hold a slot that GET /slots offered",
        "value": {"slot_id": "AAAABwAAAAABxN4gAB4BxN5cqw2Yx0mZkP3mVv1x", "client_id": 42},
    }
}
MOVE: dict[str, Example] = {
    "an offered slot": {
        "summary": "Move to a slot that GET /slots offered",
        "value": {"slot_id": "AAAABwAAAAABxN4gAB4BxN5cqw2Yx0mZkP3mVv1x"},
    },
    "a time": {"summary": "Move to a time", "value": {"start_time": "2026-05-05T09:00:00+03:00"}},
}
CANCEL: dict[str, Example] = {"with a reason": {"summary": "Say why", "value": {"reason": "cannot come"}}}
