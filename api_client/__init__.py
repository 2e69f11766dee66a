"""A typed client of the clinic's appointments API: a library on its own, over httpx."""

from api_client.client import ClinicCalls, ClinicClient
from api_client.errors import (
    BadAnswer,
    ClinicClientError,
    Conflict,
    ConsentRequired,
    Forbidden,
    HoldExpired,
    IdempotencyConflict,
    Invalid,
    NotFound,
    OfferExpired,
    QuotaExceeded,
    RateLimited,
    Refused,
    ServerFailed,
    SlotTaken,
    Unauthorized,
    Unreachable,
    WrongTransition,
)
from api_client.retry import RetryPolicy

__all__ = [
    "BadAnswer",
    "ClinicCalls",
    "ClinicClient",
    "ClinicClientError",
    "Conflict",
    "ConsentRequired",
    "Forbidden",
    "HoldExpired",
    "IdempotencyConflict",
    "Invalid",
    "NotFound",
    "OfferExpired",
    "QuotaExceeded",
    "RateLimited",
    "Refused",
    "RetryPolicy",
    "ServerFailed",
    "SlotTaken",
    "Unauthorized",
    "Unreachable",
    "WrongTransition",
]
