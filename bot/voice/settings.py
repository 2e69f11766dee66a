"""Where recordings are made into text."""

from pydantic import BaseModel, ConfigDict, Field, SecretStr


class TranscriptionSettings(BaseModel):
    """A server that speaks OpenAI's ``POST …/audio/transcriptions``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    base_url: str = Field(pattern=r"^https?://[^/]")
    """Such as ``https://speech.example.org/v1``."""
    model: str = Field(min_length=1)
    api_key: SecretStr | None = None
    """None: the server asks for none."""
    seconds: float = Field(default=20.0, gt=0, le=50)
    """How long one recording may take."""
