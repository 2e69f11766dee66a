"""What the dialogue knows of transcription: a recording in, text out."""

from dataclasses import dataclass
from typing import Protocol

from bot.texts import Language


@dataclass(frozen=True, slots=True)
class Recording:
    """A file as the messenger gave it: its bytes, a name whose ending tells the format, and its media type."""

    content: bytes
    name: str
    media_type: str


class NotHeard(Exception):
    """There is no text: the server failed, was too slow, or heard nothing. The message holds nothing that was said."""


class Transcriber(Protocol):
    async def text_of(self, recording: Recording, language: Language | None) -> str:
        """What was said, never empty. `language`: if the speaker has chosen one. Raises NotHeard."""
        ...
