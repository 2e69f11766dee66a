"""Bodies shown in the OpenAPI pages."""

from fastapi.openapi.models import Example

JOIN: dict[str, Example] = {
    "a specialty, mornings": {
        "summary": "Any therapist, before noon, on one of these days",
        "value": {
            "client_id": 1_000_000_000,
            "specialty": "therapist",
            "first_day": "2026-03-02",
            "last_day": "2026-03-06",
            "end_minute": 720,
        },
    },
    "a doctor": {"summary": "One doctor, as soon as possible", "value": {"client_id": 1_000_000_000, "doctor_id": 1}},
}
