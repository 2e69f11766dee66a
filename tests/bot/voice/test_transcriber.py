"""The client of a transcription server: text, or NotHeard; never anything else."""

import asyncio
import json

import pytest
from aiohttp import web
from aiohttp.abc import AbstractStreamWriter
from aiohttp.payload import Payload
from hypothesis import given
from hypothesis import strategies as st

from bot.voice import NotHeard, Recording
from bot.voice.over_http import MOST_BYTES, HttpTranscriber, _text
from tests.bot.voice.ears import Answer, listening_ears

RECORDING = Recording(b"OggS...", "voice.ogg", "audio/ogg")


async def test_a_recording_becomes_text() -> None:
    async with listening_ears("  Болит\n горло ") as ears:
        transcriber = HttpTranscriber(ears.settings())
        assert await transcriber.text_of(RECORDING, "ru") == "Болит горло"
        assert await transcriber.text_of(RECORDING, None) == "Болит горло"
        await transcriber.aclose()
    asked = {"model": b"scripted-ears", "response_format": b"json", "file": RECORDING.content}
    assert ears.heard == [asked | {"language": b"ru"}, asked]


class _Dripping(Payload):
    """A body that never ends: a byte now and then."""

    def __init__(self) -> None:
        super().__init__(b"")

    def decode(self, *_form: str) -> str:
        return ""

    async def write(self, writer: AbstractStreamWriter) -> None:
        while True:
            await writer.write(b" ")
            await asyncio.sleep(0.02)  # the server's pace, not the test's


def drips() -> web.StreamResponse:
    return web.Response(body=_Dripping())


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (lambda: web.Response(status=500), "the server answered 500"),
        (lambda: web.Response(status=429), "the server answered 429"),
        (lambda: web.Response(status=302, headers={"Location": "http://127.0.0.1:9/"}), "the server answered 302"),
        (lambda: web.json_response({"text": "   "}), "nothing was said"),
        (lambda: web.json_response({"text": None}), "the answer has no text"),
        (lambda: web.json_response(["text"]), "the answer has no text"),
        (lambda: web.Response(body=b'{"text": "half'), "the answer is no JSON"),
        (lambda: web.Response(body=b"\xff\xfe"), "the answer is no JSON"),
        (lambda: web.json_response({"text": "a" * MOST_BYTES}), "the server answered too much"),
        (drips, "TimeoutError"),
    ],
)
async def test_whatever_the_server_does_it_ends_in_not_heard(answer: Answer, why: str) -> None:
    async with listening_ears() as ears:
        ears.answers = answer
        transcriber = HttpTranscriber(ears.settings(seconds=0.3 if why == "TimeoutError" else 20))
        with pytest.raises(NotHeard, match=f"^{why}$"):
            await transcriber.text_of(RECORDING, None)
        await transcriber.aclose()


async def test_a_server_that_is_not_there() -> None:
    async with listening_ears() as ears:
        settings = ears.settings()
    transcriber = HttpTranscriber(settings)
    with pytest.raises(NotHeard, match=r"^ConnectError$"):
        await transcriber.text_of(RECORDING, None)
    await transcriber.aclose()


async def test_a_wrong_key() -> None:
    async with listening_ears("x") as ears:
        transcriber = HttpTranscriber(ears.settings(api_key="another"))
        with pytest.raises(NotHeard, match=r"^the server answered 401$"):
            await transcriber.text_of(RECORDING, None)
        await transcriber.aclose()


@given(st.text())
def test_any_text_can_be_stored_and_sent(said: str) -> None:
    text = _text(json.dumps({"text": said}).encode())
    assert "\x00" not in text
    assert text.encode().decode() == text
