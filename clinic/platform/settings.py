"""The service's settings as plain data. Reading the environment is a step of its own, at the process's edge."""

from datetime import time, timedelta
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Quotas(BaseModel):
    """Limits on calls that carry a patient's identity; staff calls have none."""

    model_config = ConfigDict(frozen=True)

    active_holds_per_person: int = Field(default=1, ge=1)
    future_appointments_per_account: int = Field(default=6, ge=1)
    """A family's: an account books for several people."""
    new_bookings_per_account_hour: int = Field(default=20, ge=1)
    """Holds and direct bookings that one account may start in 60 minutes, released ones included."""
    changes_per_appointment: int = Field(default=10, ge=1)
    """After so many changes of one appointment, moves above all, a patient has to call the clinic."""
    call_requests_per_account_day: int = Field(default=5, ge=1)
    """Wishes to be called back that one account may begin in 24 hours."""
    tickets_per_account_day: int = Field(default=10, ge=1)
    """Tickets that one account may open in 24 hours."""
    ticket_comments_per_account_day: int = Field(default=300, ge=1)
    """What one account may write to its tickets in 24 hours."""
    applications_per_account_day: int = Field(default=10, ge=1)
    """Applications without a time that one account may make in 24 hours."""


class WaitSettings(BaseModel):
    """The wait-list."""

    model_config = ConfigDict(frozen=True)

    per_person: int = Field(default=3, ge=1)
    """Things that one person may wait for at a time."""
    offer_minutes: int = Field(default=30, ge=5, le=1440)
    """How long a freed time is held for the one whose turn it is; half of the time until the visit, if that is less."""
    days: int = Field(default=30, ge=1, le=366)
    """How far a wish reaches that names no last day."""


class Review(BaseModel):
    """Whether and how the clinic's managers look at what patients book, before it stands."""

    model_config = ConfigDict(frozen=True)

    policy: Literal["auto", "manager"] = "auto"
    """`auto`: a booking is confirmed at once. `manager`: it waits, with its time kept, for a manager's decision."""
    hours: int = Field(default=4, ge=1, le=200)
    """Opening hours of the branch within which it is decided."""
    margin_minutes: int = Field(default=60, ge=0, le=7 * 1440)
    """It is decided so long before the visit; for one that is nearer than that, in half of the time that is left."""
    default: Literal["confirm", "decline"] = "confirm"
    """What happens at the deadline."""
    undo_minutes: int = Field(default=5, ge=1, le=60)
    """How long an approval can be taken back by who gave it."""
    take_minutes: int = Field(default=15, ge=1, le=24 * 60)
    """How long a card that a manager took stays theirs."""
    counter_offer_hours: int = Field(default=12, ge=1, le=72)
    """How long the patient has to answer a manager's counter-offer, while the times are held."""
    alternatives_hours: int = Field(default=4, ge=1, le=72)
    """How long other times are held for a patient whose wish was declined."""


class Reminding(BaseModel):
    """What happens by itself between the booking and the end of a visit. Times of day are the branch's."""

    model_config = ConfigDict(frozen=True)

    before: tuple[timedelta, ...] = (timedelta(hours=24), timedelta(hours=2))
    """How long before a visit its owner is reminded; none: never."""
    quiet_hours: tuple[time, time] | None = (time(21), time(8))
    """From when until when nobody is written to."""
    closing_time: time = time(19, 30)
    """When managers are told which visits of the day nobody has marked."""
    closing_undo_minutes: int = Field(default=30, ge=0, le=1440)
    """For so long a mark such as no-show can be taken back, and its patient hears nothing of it."""
    no_shows_before_confirming: int = Field(default=2, ge=0)
    """After so many missed visits in 365 days the next ones need a 'Coming'; 0: never."""
    confirm_by_hour: int = Field(default=18, ge=0, le=23)
    """Of the day before the visit: until then the 'Coming' must be said."""


class ClinicSettings(BaseModel):
    """Everything that one API process needs to know."""

    model_config = ConfigDict(frozen=True)

    database_url: str
    """``postgresql://…``; the driver is chosen by the service."""
    api_token: str = Field(min_length=16)
    """Accepted with the role `bot`, beside the tokens in the database."""
    identity_secret: str = Field(min_length=16)
    """Shared with the bot, which signs patients' identities with it."""
    slot_secret: str = Field(min_length=16)
    """Signs slot ids; the same in every API process of a clinic."""
    time_zone: str = "UTC"
    """The clinic's IANA zone, in which a plain date is meant where no branch's own zone applies."""
    quotas: Quotas = Quotas()
    review: Review = Review()
    waits: WaitSettings = WaitSettings()
    pool_size: int = Field(default=16, ge=1, le=200)
    """Database connections, opened once and kept: pools that grow under load halve the throughput."""
    reminding: Reminding = Reminding()
    rebooking_hours: int = Field(default=24, ge=1, le=168)
    """How long another time is held for a patient whose doctor cannot come; never into the two hours before it."""
    hold_minutes: int = Field(default=10, ge=1, le=240)
    slot_id_minutes: int = Field(default=60, ge=1, le=1440)
    """How long a slot id that was shown stays good."""
    token_cache_seconds: float = Field(default=5.0, ge=0, le=60)
    """A revoked token is refused after at most this long."""
    ticket_cache_seconds: float = Field(default=2.0, ge=0, le=60)
    """How long tickets are kept to be read again; another API process's writes are seen after at most this long."""
    idempotency_hours: int = Field(default=48, ge=1)
    delivery_days: int = Field(default=30, ge=1)
    """How long finished deliveries are kept, for whoever asks whether somebody was told."""
