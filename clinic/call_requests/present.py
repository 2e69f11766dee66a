"""From a row to what travels."""

from collections.abc import Mapping
from typing import Any

from contracts.call_requests import CallRequest, CallRequestStatus


def call_request(row: Mapping[Any, Any]) -> CallRequest:
    return CallRequest(
        id=row["id"],
        status=CallRequestStatus(row["status"]),
        topic=row["topic"],
        full_name=row["full_name"],
        phone=row["phone"],
        phone_verified=row["phone_verified_at"] is not None,
        created_at=row["created_at"],
        finished_at=row["finished_at"],
        done_by=row["done_by"],
    )
