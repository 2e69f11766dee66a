"""Bodies shown in the OpenAPI pages."""

from fastapi.openapi.models import Example

SLOT = "AAAABwAAAAABxN4gAB4BxN5cqw2Yx0mZkP3mVv1x"
NEW: dict[str, Example] = {
    "in words": {
        "summary": "Somebody asks for a visit",
        "value": {"user_name": "A. Patient", "description": "a check-up, some evening"},
    }
}
BY: dict[str, Example] = {"a manager": {"summary": "Say who", "value": {"by": "desk 2"}}}
DECLINE: dict[str, Example] = {
    "with a reason": {"summary": "Say who and why", "value": {"by": "desk 2", "reason": "a referral is needed first"}}
}
COUNTER_OFFER: dict[str, Example] = {
    "offered slots": {"summary": "Up to three of GET /slots", "value": {"by": "desk 2", "slot_ids": [SLOT]}}
}
