"""Bodies shown in the OpenAPI pages."""

from fastapi.openapi.models import Example

ASK: dict[str, Example] = {"with a topic": {"summary": "Say what it is about", "value": {"topic": "a certificate"}}}
DONE: dict[str, Example] = {"by whom": {"summary": "Say who called", "value": {"by": "desk 2"}}}
