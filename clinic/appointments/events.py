"""What is told to the rest of the house: ids, times and codes; no names, no words of a patient."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from clinic.platform.outbox import Event

MOVES = frozenset({"doctor_id", "branch_id", "start_time"})
"""The facts that tell where and when somebody has to be."""


def facts(row: Mapping[Any, Any]) -> dict[str, Any]:
    """The appointment as it stands."""
    return {
        "appointment_id": row["id"],
        "doctor_id": row["doctor_id"],
        "branch_id": row["branch_id"],
        "client_id": row["client_id"],
        "visit_type_id": row["visit_type_id"],
        "start_time": row["start_time"].isoformat(),
        "end_time": row["end_time"].isoformat(),
        "status": row["status"],
    }


def happened(what: str, row: Mapping[Any, Any], at: datetime, **more: Any) -> Event:
    """The event `appointment.<what>` for the appointment as it now stands."""
    return Event(
        type=f"appointment.{what}",
        aggregate="appointment",
        aggregate_id=row["id"],
        aggregate_version=row["version"],
        payload=facts(row) | more,
        occurred_at=at,
    )
