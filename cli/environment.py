"""What the environment and `.env` say. Reading is this step alone; everything else takes ready settings."""

import re
from datetime import time, timedelta
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import available_timezones

from pydantic import Field, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from cli import times
from cli.data_folder import data_folder, kept_secret

SecretName = Literal["api_token", "identity_secret", "slot_secret", "telegram_webhook_secret"]


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
    telegram_bot_token: str | None = None
    telegram_api_url: str | None = None
    telegram_webhook_url: str | None = None
    telegram_webhook_secret: str | None = None
    manager_chat_id: int | None = None
    emergency_numbers: Annotated[tuple[str, ...], NoDecode] = ("103", "112")
    crisis_line: str | None = None
    manager_ids: Annotated[tuple[int, ...], NoDecode] = ()
    openai_api_key: str | None = None
    openai_base_url: str | None = None
    openai_model: str | None = None
    minimal_data: bool = False
    model_calls_a_day: int = Field(default=2000, ge=0, le=10_000_000)
    transcription_base_url: str | None = None
    transcription_model: str | None = None
    transcription_api_key: str | None = None
    hold_minutes: int = Field(default=10, ge=1, le=240)
    reminders: Annotated[tuple[timedelta, ...], NoDecode] = (timedelta(hours=24), timedelta(hours=2))
    quiet_hours: Annotated[tuple[time, time] | None, NoDecode] = (time(21), time(8))
    closing_time: Annotated[time, NoDecode] = time(19, 30)
    closing_undo_minutes: int = Field(default=30, ge=0, le=1440)
    no_shows_before_confirming: int = Field(default=2, ge=0)
    confirm_by_hour: int = Field(default=18, ge=0, le=23)
    waits_per_person: int = Field(default=3, ge=1)
    wait_offer_minutes: int = Field(default=30, ge=5, le=1440)
    wait_days: int = Field(default=30, ge=1, le=366)
    rebooking_hours: int = Field(default=24, ge=1, le=168)
    review_policy: Literal["auto", "manager"] = "auto"
    review_hours: int = Field(default=4, ge=1, le=200)
    review_margin_minutes: int = Field(default=60, ge=0, le=10_080)
    review_default: Literal["confirm", "decline"] = "confirm"
    undo_minutes: int = Field(default=5, ge=1, le=60)
    take_minutes: int = Field(default=15, ge=1, le=1440)
    counter_offer_hours: int = Field(default=12, ge=1, le=72)
    alternatives_hours: int = Field(default=4, ge=1, le=72)
    quota_active_holds: int = Field(default=1, ge=1)
    quota_future_appointments: int = Field(default=6, ge=1)
    quota_bookings_per_hour: int = Field(default=20, ge=1)
    quota_changes_per_appointment: int = Field(default=10, ge=1)
    quota_applications_per_day: int = Field(default=10, ge=1)
    redis_url: str | None = None
    redis_cluster_nodes: str | None = None
    rabbitmq_url: str | None = None
    kafka_bootstrap_servers: str | None = None
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

    @field_validator("telegram_bot_token")
    @classmethod
    def _whole_token(cls, token: str | None) -> str | None:
        if token is not None and not re.fullmatch(r"[0-9]+:[A-Za-z0-9_-]+", token):
            raise ValueError("not a bot's token: copy it whole from @BotFather, such as 123456:AbC-dEf")
        return token

    @field_validator("telegram_api_url", "transcription_base_url")
    @classmethod
    def _http(cls, url: str | None) -> str | None:
        if url is not None and not re.match(r"https?://[^/]", url):
            raise ValueError("it must begin with http:// or https://")
        return url

    @field_validator("telegram_webhook_url")
    @classmethod
    def _callable_by_telegram(cls, url: str | None, others: ValidationInfo) -> str | None:
        if url is None or re.match(r"https://[^/]", url):
            return url
        if others.data.get("telegram_api_url") and re.match(r"http://[^/]", url):
            return url  # a Bot API server of one's own calls http too
        raise ValueError("it must begin with https://, Telegram calls nothing else")

    @field_validator("telegram_webhook_secret")
    @classmethod
    def _fit_for_a_header(cls, secret: str | None) -> str | None:
        if secret is not None and not re.fullmatch(r"[A-Za-z0-9_-]{16,256}", secret):
            raise ValueError("16 to 256 letters, digits, _ and - are needed")
        return secret

    @field_validator("manager_chat_id", mode="before")
    @classmethod
    def _one_id(cls, written: object) -> object:
        if not isinstance(written, str):
            return written
        first, *more = _ids(written)
        if more:
            raise ValueError("one chat is needed, not several")
        return first

    @field_validator("manager_ids", mode="before")
    @classmethod
    def _several_ids(cls, written: object) -> object:
        return _ids(written) if isinstance(written, str) else written

    @field_validator("emergency_numbers", mode="before")
    @classmethod
    def _numbers(cls, written: object) -> object:
        if not isinstance(written, str):
            return written
        numbers = tuple(number.strip() for number in written.split(",") if number.strip())
        if not numbers or not all(re.fullmatch(r"\+?[0-9][0-9 -]{1,18}", number) for number in numbers):
            raise ValueError("phone numbers are needed, separated by commas, such as 103,112")
        return numbers

    @field_validator("reminders", mode="before")
    @classmethod
    def _lead_times(cls, written: object) -> object:
        return times.lead_times(written) if isinstance(written, str) else written

    @field_validator("quiet_hours", mode="before")
    @classmethod
    def _part_of_the_day(cls, written: object) -> object:
        return times.part_of_day(written) if isinstance(written, str) else written

    @field_validator("closing_time", mode="before")
    @classmethod
    def _time_of_day(cls, written: object) -> object:
        return times.time_of_day(written) if isinstance(written, str) else written

    @property
    def folder(self) -> Path:
        return data_folder(self.frontdesk_data)

    def secret(self, name: SecretName) -> str:
        """The configured secret, or the one kept in the data folder."""
        configured: str | None = getattr(self, name)
        return configured or kept_secret(self.folder, name)


def _ids(written: str) -> tuple[int, ...]:
    words = re.findall(r"[^,\s]+", written)
    if not words or not all(re.fullmatch(r"-?[0-9]{1,18}", word) for word in words):
        raise ValueError("whole numbers are needed, such as -1001234567890")
    return tuple(int(word) for word in words)
