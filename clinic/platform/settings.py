"""The service's settings as plain data. Reading the environment is a step of its own, at the process's edge."""

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
    pool_size: int = Field(default=16, ge=1, le=200)
    """Database connections, opened once and kept: pools that grow under load halve the throughput."""
    hold_minutes: int = Field(default=10, ge=1, le=240)
    slot_id_minutes: int = Field(default=60, ge=1, le=1440)
    """How long a slot id that was shown stays good."""
    token_cache_seconds: float = Field(default=5.0, ge=0, le=60)
    """A revoked token is refused after at most this long."""
    idempotency_hours: int = Field(default=48, ge=1)
    delivery_days: int = Field(default=30, ge=1)
    """How long finished deliveries are kept, for whoever asks whether somebody was told."""
