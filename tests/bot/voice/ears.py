"""A transcription server on loopback: answers from a script, and refuses what OpenAI's refuses."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import BodyPartReader, web

from bot.voice import TranscriptionSettings

KEY = "key-of-the-ears"
FORMATS = ("flac", "m4a", "mp3", "mp4", "mpeg", "mpga", "oga", "ogg", "wav", "webm")

Answer = Callable[[], web.StreamResponse]


@dataclass
class Ears:
    """`says` is what every recording says, unless `answers` gives another response."""

    url: str = ""
    says: str = ""
    answers: Answer | None = None
    heard: list[dict[str, bytes]] = field(default_factory=list)
    """The fields of each request."""

    def settings(self, **changes: object) -> TranscriptionSettings:
        known: dict[str, object] = {"base_url": self.url, "model": "scripted-ears", "api_key": KEY}
        return TranscriptionSettings.model_validate(known | changes)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        if request.headers.get("Authorization") != f"Bearer {KEY}":
            return _refused(401, "Incorrect API key provided")
        fields: dict[str, bytes] = {}
        async for part in await request.multipart():
            assert isinstance(part, BodyPartReader)
            if part.name == "file" and (part.filename or "").rpartition(".")[2] not in FORMATS:
                return _refused(400, "Invalid file format")
            fields[part.name or ""] = bytes(await part.read())
        if "model" not in fields:
            return _refused(400, "you must provide a model parameter")
        if not fields.get("file"):
            return _refused(400, "file is required and must not be empty")
        self.heard.append(fields)
        return self.answers() if self.answers else web.json_response({"text": self.says})


def _refused(status: int, message: str) -> web.Response:
    return web.json_response({"error": {"message": message, "type": "invalid_request_error"}}, status=status)


@asynccontextmanager
async def listening_ears(says: str = "") -> AsyncIterator[Ears]:
    ears = Ears(says=says)
    app = web.Application()
    app.router.add_post("/v1/audio/transcriptions", ears.handle)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    ears.url = f"http://127.0.0.1:{runner.addresses[0][1]}/v1"
    try:
        yield ears
    finally:
        await runner.cleanup()
