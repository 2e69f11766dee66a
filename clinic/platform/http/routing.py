"""Routers of the API: one prefix, one set of failures, registered flat."""

from typing import Any

from fastapi import APIRouter, FastAPI

from contracts.appointments import SlotLostBody
from contracts.errors import ErrorBody

PREFIX = "/api/v1"

FAILURES: dict[int | str, dict[str, Any]] = {
    400: {"model": ErrorBody, "description": "The body cannot be read"},
    401: {"model": ErrorBody, "description": "No token, an unknown one, or a bad signature"},
    403: {"model": ErrorBody, "description": "Not with these rights"},
    404: {"model": ErrorBody, "description": "Not there, or not yours"},
    409: {"model": SlotLostBody, "description": "The state of things does not allow it"},
    413: {"model": ErrorBody, "description": "The body is too large"},
    422: {"model": ErrorBody, "description": "Understood, and refused for what it says"},
    429: {"model": ErrorBody, "description": "A quota of this patient is reached"},
    503: {"model": ErrorBody, "description": "The database does not answer; try again"},
}


def api_router(path: str, tag: str) -> APIRouter:
    """A router under the API's prefix, with the failures that any of its routes may answer."""
    return APIRouter(prefix=PREFIX + path, tags=[tag], responses=FAILURES)


def register(app: FastAPI, *routers: APIRouter) -> None:
    """Put the routers' routes straight into the app: `include_router` would match each request once a level."""
    for router in routers:
        app.router.routes.extend(router.routes)
