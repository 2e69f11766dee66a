"""Bodies shown in the OpenAPI pages."""

from fastapi.openapi.models import Example

OPEN: dict[str, Example] = {
    "a patient's": {"summary": "A question", "value": {"text": "Do I need a referral?", "key": "telegram/17"}},
    "staff's": {
        "summary": "The clinic writes first",
        "value": {"account": "telegram:42", "text": "Please bring your earlier results.", "by": "desk 2"},
    },
}
COMMENT: dict[str, Example] = {"a reply": {"summary": "Staff answers", "value": {"text": "No.", "by": "desk 2"}}}
STATUS: dict[str, Example] = {"close": {"summary": "The matter is closed", "value": {"status": "closed"}}}
TAKE: dict[str, Example] = {"by whom": {"summary": "Say who takes it", "value": {"by": "desk 2"}}}
