"""Bodies shown in the OpenAPI pages."""

from fastapi.openapi.models import Example

BLOCK: dict[str, Example] = {
    "a morning": {
        "summary": "The doctor cannot come in the morning",
        "value": {
            "doctor_id": 7,
            "from": "2026-11-23T09:00:00+03:00",
            "to": "2026-11-23T14:00:00+03:00",
            "by": "telegram:42",
        },
    }
}
UNDO: dict[str, Example] = {"by whom": {"summary": "The doctor comes after all", "value": {"by": "telegram:42"}}}
