"""Bodies shown in the OpenAPI pages."""

from fastapi.openapi.models import Example

COMING: dict[str, Example] = {
    "as it was read": {"summary": "To the time in the reminder", "value": {"start_time": "2026-05-04T17:30:00+03:00"}}
}
REACH: dict[str, Example] = {"blocked": {"summary": "The bot was blocked", "value": {"reachable": False}}}
