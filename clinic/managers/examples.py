"""Bodies shown in the OpenAPI pages."""

from fastapi.openapi.models import Example

INVITE: dict[str, Example] = {
    "of all branches": {"summary": "A manager of all branches", "value": {"role": "manager"}},
    "of one branch": {"summary": "Somebody who may look at one branch", "value": {"role": "read_only", "branch_id": 1}},
}
CLAIM: dict[str, Example] = {
    "a code": {
        "summary": "Become a manager",
        "value": {"code": "FD-K3QXA-7MZ2P", "telegram_id": 42, "name": "Manager of the first shift"},
    }
}
