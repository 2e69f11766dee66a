"""Voice messages: a recording goes to a transcription server and comes back as text."""

from bot.voice.settings import TranscriptionSettings
from bot.voice.transcriber import NotHeard, Recording, Transcriber

__all__ = ["NotHeard", "Recording", "Transcriber", "TranscriptionSettings"]
