"""From a row to what travels."""

from collections.abc import Mapping
from typing import Any

from clinic.waits.domain import OPEN
from contracts.waits import Wait, WaitStatus


def wait(row: Mapping[Any, Any]) -> Wait:
    """`row` is one of `read.FULL`."""
    return Wait(
        wait_id=row["wait_id"],
        status=WaitStatus(row["status"]),
        client_id=row["client_id"],
        specialty=row["specialty"],
        doctor_id=row["doctor_id"],
        doctor_name=row["doctor_name"],
        branch_id=row["branch_id"],
        visit_type_id=row["visit_type_id"],
        first_day=row["first_day"],
        last_day=row["last_day"],
        start_minute=row["start_minute"],
        end_minute=row["end_minute"],
        position=row["ahead"] + 1 if row["status"] in OPEN else None,
        offer_id=row["offer_id"],
        over_at=row["over_at"],
        created_at=row["created_at"],
    )
