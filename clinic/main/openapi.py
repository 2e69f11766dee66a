"""What the OpenAPI pages say of the service as a whole."""

from typing import Any

from contracts.appointments import SlotLostBody
from contracts.errors import ErrorBody

PREFIX = "/api/v1"

DESCRIPTION = """
A clinic's schedule and appointments.

Every call carries `Authorization: Bearer <API token>`. A token alone acts as the clinic's staff; a call that also
carries a patient's signed identity (`X-Patient-Identity`) is held to that patient's rights and quotas.

Times are ISO 8601 with an offset. Errors have one shape: `{"code", "message", "details"?}`; codes are stable.
"""


def describe() -> dict[str, Any]:
    """Arguments for FastAPI: title, description and the errors that any route may answer."""
    failures: dict[int | str, dict[str, Any]] = {
        401: {"model": ErrorBody, "description": "No token, an unknown one, or a bad signature"},
        403: {"model": ErrorBody, "description": "Not with these rights"},
        404: {"model": ErrorBody, "description": "Not there, or not yours"},
        409: {"model": SlotLostBody, "description": "The state of things does not allow it"},
        413: {"model": ErrorBody, "description": "The body is too large"},
        422: {"model": ErrorBody, "description": "Understood, and refused for what it says"},
        429: {"model": ErrorBody, "description": "A quota of this patient is reached"},
        503: {"model": ErrorBody, "description": "The database does not answer; try again"},
    }
    return {"title": "Frontdesk", "version": "1", "description": DESCRIPTION, "responses": failures}
