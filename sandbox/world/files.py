"""Bytes that somebody sent."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class File:
    id: str
    """What a bot names it by; another one for every bot in Telegram, one for all here."""
    unique_id: str
    path: str
    """Below /file/bot<token>/."""
    content: bytes
    name: str | None = None
    mime_type: str | None = None

    @property
    def size(self) -> int:
        """Bytes."""
        return len(self.content)
