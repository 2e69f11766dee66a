"""Whom a patient in need calls: the clinic's settings, shown as they are written."""

from pydantic import BaseModel, ConfigDict, Field


class Helplines(BaseModel):
    """Plain numbers, which Telegram lets a thumb dial."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    emergency: tuple[str, ...] = Field(default=("103", "112"), min_length=1)
    """Shown in this order."""
    crisis: str | None = None
    """Of a line for people in despair; None: the emergency numbers alone are shown."""
