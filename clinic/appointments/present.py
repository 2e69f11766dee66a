"""From rows to what travels: times become the branch's wall clock."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from contracts.appointments import Appointment, AppointmentStatus, Hold


def appointment(row: Mapping[Any, Any], now: datetime) -> Appointment:
    """`row` has the appointment's columns, and doctor_name, specialty and time_zone of its doctor and branch."""
    zone, decide_by = ZoneInfo(row["time_zone"]), row.get("decide_by")
    return Appointment.model_construct(
        id=row["id"],
        doctor_id=row["doctor_id"],
        client_id=row["client_id"],
        patient_name=row["patient_name"],
        office_number=row["office_number"],
        branch_id=row["branch_id"],
        time_zone=row["time_zone"],
        start_time=row["start_time"].astimezone(zone),
        end_time=row["end_time"].astimezone(zone),
        note=row["note"],
        status=status(row, now),
        created_at=row["created_at"],
        updated_at=row["updated_at"],
        doctor_name=row["doctor_name"],
        specialty=row["specialty"],
        visit_type_id=row["visit_type_id"],
        visitor_name=row.get("visitor_name"),
        decide_by=decide_by.astimezone(zone) if decide_by else None,
    )


def hold(row: Mapping[Any, Any]) -> Hold:
    zone = ZoneInfo(row["time_zone"])
    return Hold.model_construct(
        hold_id=row["id"],
        client_id=row["client_id"],
        doctor_id=row["doctor_id"],
        doctor_name=row["doctor_name"],
        specialty=row["specialty"],
        branch_id=row["branch_id"],
        office_number=row["office_number"],
        time_zone=row["time_zone"],
        start_time=row["start_time"].astimezone(zone),
        end_time=row["end_time"].astimezone(zone),
        expires_at=row["hold_expires_at"],
    )


def status(row: Mapping[Any, Any], now: datetime) -> AppointmentStatus:
    """A hold past its deadline is expired, whether or not anything has written that down yet."""
    written = AppointmentStatus(row["status"])
    if written is AppointmentStatus.HELD and row["hold_expires_at"] <= now:
        return AppointmentStatus.EXPIRED
    return written
