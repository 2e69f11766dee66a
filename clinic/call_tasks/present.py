"""From a row to what travels."""

from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

from contracts.call_tasks import CallTask, CallTaskReason, CallTaskStatus


def call_task(row: Mapping[Any, Any]) -> CallTask:
    return CallTask(
        id=row["id"],
        appointment_id=row["appointment_id"],
        reason=CallTaskReason(row["reason"]),
        status=CallTaskStatus(row["status"]),
        due_by=row["due_by"],
        patient_name=row["patient_name"],
        phone=row["phone"],
        doctor_name=row["doctor_name"],
        branch_id=row["branch_id"],
        time_zone=row["time_zone"],
        start_time=row["start_time"].astimezone(ZoneInfo(row["time_zone"])),
        created_at=row["created_at"],
        finished_at=row["finished_at"],
        done_by=row["done_by"],
    )
