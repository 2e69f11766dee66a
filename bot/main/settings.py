"""What the bot's process is told at start. A plain model: reading the environment is the caller's step."""

from urllib.parse import urlsplit
from zoneinfo import available_timezones

from pydantic import BaseModel, ConfigDict, Field, SecretStr, field_validator

from agent import AgentSettings
from bot.dialogue.helplines import Helplines
from bot.sending.limits import SendLimits
from bot.texts import Language
from bot.voice import TranscriptionSettings

TELEGRAM = "https://api.telegram.org"


class WebhookSettings(BaseModel):
    """Where Telegram calls us."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    url: str = Field(pattern=r"^https?://[^/]")
    """As Telegram reaches it; its path is served on our port."""
    secret: SecretStr
    """Telegram shows it in a header of each call."""
    max_connections: int = Field(default=40, ge=1, le=100)

    @property
    def path(self) -> str:
        return urlsplit(self.url).path or "/"


class BotSettings(BaseModel):
    """Everything that one bot process needs to know."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    token: SecretStr
    telegram_api_url: str = TELEGRAM
    """Telegram's, or a Bot API server of one's own."""
    webhook: WebhookSettings | None = None
    """None: the bot polls."""
    database_url: str
    """``postgresql://…``; the bot's tables are in its schema `bot`."""
    api_url: str
    """The clinic's service, without the prefix, such as ``http://127.0.0.1:8000``."""
    api_token: SecretStr
    identity_secret: SecretStr
    manager_chat_id: int | None = None
    """The managers' group of all branches."""
    manager_ids: tuple[int, ...] = ()
    """Telegram ids of managers with all rights, beside those whom the clinic knows."""
    helplines: Helplines = Helplines()
    lang: Language = "ru"
    zone: str = "Europe/Moscow"
    """The clinic's zone, IANA name; a branch's own wins for its slots."""
    agent: AgentSettings = AgentSettings()
    transcription: TranscriptionSettings | None = None
    """None: voice messages are not heard."""
    host: str = "127.0.0.1"
    port: int = Field(default=8081, ge=0, le=65535)
    """Of health, metrics and the webhook."""
    limits: SendLimits = SendLimits()
    chats_at_once: int = Field(default=64, ge=1)
    """Turns that run side by side."""
    turn_seconds: float = Field(default=60.0, gt=0)
    """How long a turn may take before it counts as failed."""
    pool_size: int = Field(default=6, ge=2, le=50)
    deliveries_every: float = Field(default=2.0, gt=0)
    """Seconds between questions for news when there is none."""
    digest_every: float | None = Field(default=8.0, gt=0)
    """Seconds between two looks at what the managers' pinned messages count; None: there are none."""
    keep_days: float = Field(default=30.0, gt=0)
    """How long handled updates and sent messages stay in the tables, without their words."""
    stop_seconds: float = Field(default=8.0, gt=0)
    """How long the process may take to finish what it is at when it is asked to stop."""
    kill_at: str | None = Field(default=None, pattern=r"^[a-z ]+:[1-9]\d*$")
    """For tests: end without a word at the n-th passing of a point of `bot.points`, such as ``sent:2``."""

    @field_validator("zone")
    @classmethod
    def _known_zone(cls, name: str) -> str:
        if name not in available_timezones():
            raise ValueError("not an IANA time zone")
        return name

    @field_validator("api_url", "telegram_api_url")
    @classmethod
    def _without_slash(cls, url: str) -> str:
        return url.rstrip("/")
