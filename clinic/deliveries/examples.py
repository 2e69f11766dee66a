"""Bodies shown in the OpenAPI pages."""

from fastapi.openapi.models import Example

CLAIM: dict[str, Example] = {"a few": {"summary": "Some, for a minute", "value": {"limit": 20, "lease_seconds": 60}}}
ACK: dict[str, Example] = {
    "sent": {"summary": "It was sent", "value": {"lease": "5f0c" * 8, "outcome": "sent"}},
    "blocked": {
        "summary": "The recipient has blocked the bot",
        "value": {"lease": "5f0c" * 8, "outcome": "unreachable", "detail": "403"},
    },
}
