"""A transcription server over HTTP, by OpenAI's API reference: ``POST /v1/audio/transcriptions``."""

import asyncio
import json
from typing import Any

import httpx

from bot.texts import Language
from bot.voice.settings import TranscriptionSettings
from bot.voice.transcriber import NotHeard, Recording

MOST_BYTES = 256 * 1024
"""Of an answer: minutes of speech are a few kilobytes of text."""
LONGEST_TEXT = 4096
"""As long as one message can be."""


class HttpTranscriber:
    """Implements bot.voice.Transcriber. One for a process, to be closed. Follows no redirect: it carries a key."""

    def __init__(self, settings: TranscriptionSettings) -> None:
        self._settings = settings
        key = settings.api_key.get_secret_value() if settings.api_key else ""
        self._client = httpx.AsyncClient(
            headers={"Authorization": f"Bearer {key}"} if key else {}, timeout=settings.seconds, follow_redirects=False
        )

    async def text_of(self, recording: Recording, language: Language | None) -> str:
        """See bot.voice.Transcriber.text_of."""
        try:
            async with asyncio.timeout(self._settings.seconds):
                answer = await self._ask(recording, language)
        except (httpx.HTTPError, TimeoutError) as error:
            raise NotHeard(type(error).__name__) from error
        text = _text(answer)
        if not text:
            raise NotHeard("nothing was said")
        return text[:LONGEST_TEXT]

    async def aclose(self) -> None:
        await self._client.aclose()

    async def _ask(self, recording: Recording, language: Language | None) -> bytes:
        fields = {"model": self._settings.model, "response_format": "json"}
        if language is not None:
            fields["language"] = language
        file = (recording.name, recording.content, recording.media_type)
        address = f"{self._settings.base_url.rstrip('/')}/audio/transcriptions"
        async with self._client.stream("POST", address, data=fields, files={"file": file}) as response:
            if response.status_code != httpx.codes.OK:
                raise NotHeard(f"the server answered {response.status_code}")
            read = bytearray()
            async for piece in response.aiter_bytes():
                read += piece
                if len(read) > MOST_BYTES:
                    raise NotHeard("the server answered too much")
            return bytes(read)


def _text(answer: bytes) -> str:
    try:
        read: Any = json.loads(answer)
    except ValueError as error:
        raise NotHeard("the answer is no JSON") from error
    text = read.get("text") if isinstance(read, dict) else None
    if not isinstance(text, str):
        raise NotHeard("the answer has no text")
    # Lone surrogates can be stored nowhere, NUL not in PostgreSQL.
    return " ".join(text.replace("\x00", "").encode(errors="replace").decode().split())
