"""From rows to what travels."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from clinic.appointments import present
from clinic.offers.domain import Status
from contracts.offers import Offer, OfferedTime, OfferKind, OfferStatus


def offer(row: Mapping[Any, Any], times: Sequence[Mapping[Any, Any]], now: datetime) -> Offer:
    """An offer past its deadline is expired, whether or not anything has written that down yet."""
    status = OfferStatus(row["status"])
    if row["status"] == Status.OPEN and row["expires_at"] <= now:
        status = OfferStatus.EXPIRED
    return Offer(
        offer_id=row["offer_id"],
        kind=OfferKind(row["kind"]),
        status=status,
        client_id=row["client_id"],
        application_id=row["application_id"],
        appointment_id=row["appointment_id"],
        wait_id=row["wait_id"],
        expires_at=row["expires_at"],
        created_at=row["created_at"],
        closed_at=row["closed_at"],
        accepted_id=row["accepted_id"],
        times=tuple(_time(held, now) for held in times),
    )


def _time(held: Mapping[Any, Any], now: datetime) -> OfferedTime:
    zone = ZoneInfo(held["time_zone"])
    return OfferedTime(
        hold_id=held["id"],
        status=present.status(held, now),
        doctor_id=held["doctor_id"],
        doctor_name=held["doctor_name"],
        specialty=held["specialty"],
        branch_id=held["branch_id"],
        office_number=held["office_number"],
        time_zone=held["time_zone"],
        start_time=held["start_time"].astimezone(zone),
        end_time=held["end_time"].astimezone(zone),
        visit_type_id=held["visit_type_id"],
        expires_at=held["hold_expires_at"],
    )
