"""What the environment and `.env` say. Reading is this step alone; everything else takes ready settings."""

import re
from pathlib import Path
from typing import Literal
from zoneinfo import available_timezones

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from cli.data_folder import data_folder, kept_secret


class Environment(BaseSettings):
    """The variables of `.env.example`; an empty one counts as unset."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", env_ignore_empty=True)

    frontdesk_data: str | None = None
    database_url: str | None = None
    appointments_api_url: str | None = None
    api_token: str | None = Field(default=None, min_length=16)
    identity_secret: str | None = Field(default=None, min_length=16)
    slot_secret: str | None = Field(default=None, min_length=16)
    clinic_timezone: str = "Europe/Moscow"
    openai_api_key: str | None = None
    openai_base_url: str | None = None
    openai_model: str | None = None
    hold_minutes: int = Field(default=10, ge=1, le=240)
    quota_active_holds: int = Field(default=1, ge=1)
    quota_future_appointments: int = Field(default=3, ge=1)
    quota_bookings_per_hour: int = Field(default=20, ge=1)
    quota_changes_per_appointment: int = Field(default=10, ge=1)
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_format: Literal["json", "console"] = "json"

    @field_validator("clinic_timezone")
    @classmethod
    def _known_zone(cls, name: str) -> str:
        if name not in available_timezones():
            raise ValueError("not an IANA time zone, such as Europe/Moscow")
        return name

    @field_validator("database_url")
    @classmethod
    def _postgresql(cls, url: str | None) -> str | None:
        if url is not None and not re.match(r"postgres(ql)?(\+\w+)?://", url):
            raise ValueError("it must begin with postgresql://")
        if url is not None and "sslmode=" in url:
            raise ValueError("write ssl= instead of sslmode=, such as ?ssl=require")
        return url

    @property
    def folder(self) -> Path:
        return data_folder(self.frontdesk_data)

    def secret(self, name: Literal["api_token", "identity_secret", "slot_secret"]) -> str:
        """The configured secret, or the one kept in the data folder."""
        configured: str | None = getattr(self, name)
        return configured or kept_secret(self.folder, name)
