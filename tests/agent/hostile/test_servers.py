"""A model's server that breaks HTTP: every failure ends in an answer, in time, in the patient's language."""

import asyncio
import gzip
import json

import pytest

from tests.agent.hostile.invariants import Arena
from tests.agent.receptionists import LOOKS, Language
from tests.agent.scripted_openai import Line, Reply, error, message, says

GOOD = says("Какой день вам удобен?").body
JSON = ("Content-Type", "application/json")
HUGE = json.dumps(
    {"id": "c", "object": "chat.completion", "created": 1, "model": "m", "choices": [], "x": "a" * 10_000_000}
)
REFUSALS: dict[str, Line] = {
    "10 MB": Reply(HUGE.encode()),
    "10 MB of white space": Reply(b" " * 10_000_000 + GOOD),
    "gzip bomb": Reply(gzip.compress(b" " * 50_000_000), headers=(JSON, ("Content-Encoding", "gzip"))),
    "packed, and honest": Reply(gzip.compress(GOOD), headers=(JSON, ("Content-Encoding", "gzip"))),
    "says deflate, is not": Reply(GOOD, headers=(JSON, ("Content-Encoding", "deflate"))),
    "slow drip": Reply(GOOD, drip=0.05),
    "cut in mid-JSON": Reply(GOOD, cut=True),
    "text/html": Reply(GOOD, headers=(("Content-Type", "text/html"),)),
    "an image": Reply(b"\x89PNG\r\n\x1a\n", headers=(("Content-Type", "image/png"),)),
    "200 with an error object": Reply(b'{"error":{"message":"quota","type":"x","code":"insufficient_quota"}}'),
    "not UTF-8": Reply(GOOD.replace(b"\\u041a", b"\xff\xfe\xc3\x28")),
    "not JSON": Reply(b"Bearer test-key"),
    "null": Reply(b"null"),
    "NaN": Reply(b'{"choices":[{"message":NaN}]}'),
    "choices of nothing": Reply(b'{"choices":[null]}'),
    "deep nesting": Reply(b"[" * 100_000),
    "empty body": Reply(b""),
    "event stream": Reply(b"data: {}\n\ndata: [DONE]\n\n", headers=(("Content-Type", "text/event-stream"),)),
    "401": error(401, "invalid_api_key"),
    "429": error(429, "rate_limit_exceeded"),
    "500": error(500, "server_error"),
    "503 with advice to wait": Reply(b"{}", 503, headers=(JSON, ("Retry-After", "3600"))),
    "204": Reply(b"", 204),
    "another role": Reply(message("Какой день?").body.replace(b'"assistant"', b'"user"')),
    "the system's role": Reply(message("Какой день?").body.replace(b'"assistant"', b'"system"')),
    "a tool's role": Reply(message("Какой день?").body.replace(b'"assistant"', b'"tool", "tool_call_id": "1"')),
    "cut short at the limit": Reply(GOOD.replace(b'"stop"', b'"length"')),
    "filtered": Reply(GOOD.replace(b'"stop"', b'"content_filter"')),
}


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("reply", REFUSALS.values(), ids=REFUSALS.keys())
async def test_a_broken_answer_is_answered_offline(arena: Arena, reply: Line, language: Language) -> None:
    arena.play(reply)
    result = await arena.turn(language)

    assert (result.answered_by, len(result.proposals)) == ("offline", 3)
    assert len(arena.model.requests) == 1


@pytest.mark.parametrize("reply", REFUSALS.values(), ids=REFUSALS.keys())
async def test_also_after_the_model_has_looked(arena: Arena, reply: Line) -> None:
    arena.play(LOOKS, reply)
    result = await arena.turn("ru")

    assert (result.answered_by, len(result.proposals)) == ("offline", 3)
    assert len(arena.model.requests) == 2


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_a_redirect_is_not_followed(arena: Arena, status: int) -> None:
    reached: list[bytes] = []

    async def trap(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        reached.append(await reader.read(64))
        writer.close()

    elsewhere = await asyncio.start_server(trap, "127.0.0.1", 0)
    port = elsewhere.sockets[0].getsockname()[1]
    to = ("Location", f"http://127.0.0.1:{port}/v1/chat/completions")
    arena.play(Reply(b"{}", status, headers=(JSON, to)))
    async with elsewhere:
        result = await arena.turn("en")

    assert result.answered_by == "offline"
    assert reached == []


async def test_an_honest_answer_passes_all_this(arena: Arena) -> None:
    arena.play(says("Какой день вам удобен?"))
    result = await arena.turn("ru")

    assert (result.answered_by, result.text) == ("model", "Какой день вам удобен?")
