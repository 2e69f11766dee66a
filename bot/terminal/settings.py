"""What the terminal's conversation is told at start. A plain model: reading the environment is the caller's step."""

from zoneinfo import available_timezones

from pydantic import BaseModel, ConfigDict, Field, SecretStr, field_validator

from agent import AgentSettings
from bot.dialogue.helplines import Helplines
from bot.texts import Language


class ChatSettings(BaseModel):
    """Where the clinic's API is, who talks, and how the agent thinks."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    api_url: str
    """Without the prefix, such as ``http://127.0.0.1:8000``."""
    api_token: SecretStr
    identity_secret: SecretStr
    account: str = Field(min_length=1, max_length=100)
    """Such as ``terminal:alex``: who books."""
    lang: Language = "ru"
    zone: str = "Europe/Moscow"
    """The clinic's zone, IANA name; a branch's own wins for its slots."""
    agent: AgentSettings = AgentSettings()
    helplines: Helplines = Helplines()

    @field_validator("zone")
    @classmethod
    def _known_zone(cls, name: str) -> str:
        if name not in available_timezones():
            raise ValueError("not an IANA time zone")
        return name
