"""Every error leaves in one shape, with a code: the only place where codes become statuses."""

from collections.abc import Sequence
from typing import Any

import asyncpg
import structlog
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import DBAPIError, InterfaceError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from starlette.exceptions import HTTPException

from clinic.platform.database import FAILURES
from clinic.platform.errors import DomainError
from contracts.errors import ErrorBody

STATUS = {
    "not_found": 404,
    "unauthorized": 401,
    "forbidden": 403,
    "quota": 429,
    "slot_taken": 409,
    "hold_expired": 409,
    "idempotency_conflict": 409,
    "wrong_transition": 409,
    "too_late": 409,
    "too_early": 409,
    "changed_meanwhile": 409,
    "consent_required": 409,
    "no_phone": 409,
    "lease_lost": 409,
    "invite_over": 409,
    "offer_over": 409,
    "blocked_already": 409,
    "not_offered": 409,
    "offered": 409,
    "decided": 409,
    "taken": 409,
    "no_account": 409,
    "no_time": 409,
    "cannot_undo": 409,
    "unavailable": 503,
}
"""Codes that are not here are 422: understood, and refused for what it says."""

HTTP_CODES = {
    400: "bad_request",
    404: "not_found",
    405: "method_not_allowed",
    413: "too_large",
    415: "unsupported_media_type",
}
FIELD_CODES = {
    "timezone_aware": "naive_time",
    "string_too_long": "text_too_long",
    "json_invalid": "bad_json",
    "bad_phone": "bad_phone",
}
MOST_FIELD_ERRORS = 10

PASSING_SQLSTATES = ("08", "53", "57P", "40001", "40P01")
"""Connection failures, no resources, operator intervention, serialization failure, deadlock: PostgreSQL, appendix A."""


def error(code: str, message: str, status: int, details: dict[str, Any] | None = None) -> Response:
    body = ErrorBody(code=code, message=message, details=details or None)
    response = Response(body.model_dump_json(exclude_none=True), status, media_type="application/json")
    if status == 401:
        response.headers["WWW-Authenticate"] = "Bearer"
    return response


def install(app: FastAPI) -> None:
    """Take over every error of the app."""
    app.add_exception_handler(DomainError, _domain)
    app.add_exception_handler(RequestValidationError, _validation)
    app.add_exception_handler(HTTPException, _http)
    for failure in FAILURES:
        app.add_exception_handler(failure, _database)


async def _domain(_: Request, refusal: Exception) -> Response:
    assert isinstance(refusal, DomainError)  # noqa: S101 - registered for these
    return error(refusal.code, refusal.message, STATUS.get(refusal.code, 422), refusal.details)


async def _validation(_: Request, refusal: Exception) -> Response:
    assert isinstance(refusal, RequestValidationError)  # noqa: S101
    errors = refusal.errors()
    code = next((FIELD_CODES[e["type"]] for e in errors if e["type"] in FIELD_CODES), "validation_failed")
    fields = [{"where": _where(e["loc"]), "problem": str(e["msg"])} for e in errors[:MOST_FIELD_ERRORS]]
    message = "; ".join(f"{field['where']}: {field['problem']}" for field in fields)
    return error(code, message, 422, {"fields": fields})


async def _http(_: Request, refusal: Exception) -> Response:
    assert isinstance(refusal, HTTPException)  # noqa: S101
    code = HTTP_CODES.get(refusal.status_code, "http_error")
    response = error(code, str(refusal.detail), refusal.status_code)
    response.headers.update(refusal.headers or {})
    return response


async def _database(_: Request, failure: Exception) -> Response:
    """503 for a database that is away, overloaded, or chose this transaction to give way; anything else is a defect."""
    if not _passing(failure):
        raise failure
    structlog.get_logger(__name__).error("database_unavailable", error=type(failure).__name__)
    response = error("unavailable", "The service cannot reach its database. Try again soon.", 503)
    response.headers["Retry-After"] = "1"
    return response


def _passing(failure: Exception) -> bool:
    cause: object = failure
    if isinstance(failure, DBAPIError):
        if failure.connection_invalidated or isinstance(failure, InterfaceError):
            return True
        cause = failure.orig.__cause__ if failure.orig is not None else None
    elif isinstance(failure, asyncpg.PostgresError):
        return True  # unwrapped: no connection could be made, as to a database that is closed, restored or renamed
    if isinstance(cause, PoolTimeout | OSError | asyncpg.InterfaceError):
        return True
    return str(getattr(cause, "sqlstate", None) or "").startswith(PASSING_SQLSTATES)


def _where(location: Sequence[int | str]) -> str:
    # A location may hold a key that the caller made up; only what could be a field's name is repeated.
    return ".".join(str(part) for part in location if str(part).isidentifier() or isinstance(part, int))[:200]
