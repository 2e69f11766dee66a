"""Connections to a model's server that is not trusted: bodies have a limit, nothing is unpacked, nothing redirects."""

from collections.abc import AsyncIterator

import httpx2
from openai import DefaultAsyncHttpxClient

MOST_BYTES = 512 * 1024
"""Of one answer. Honest ones have a few thousand."""


class OddAnswer(Exception):
    """The server's answer is larger than any honest one, packed although we asked for it unpacked, or no JSON."""


def limited_connections(seconds: float) -> DefaultAsyncHttpxClient:
    """`seconds`: for one read; the turn's own deadline ends a server that drips. Close it with `aclose`.

    A redirect is an error: it would carry what a patient wrote to a host that nobody configured.
    """
    return DefaultAsyncHttpxClient(
        timeout=seconds,
        follow_redirects=False,
        headers={"Accept-Encoding": "identity"},
        event_hooks={"response": [_limit]},
    )


async def _limit(response: httpx2.Response) -> None:
    if response.headers.get("content-encoding", "identity") != "identity":
        raise OddAnswer("a packed answer")
    if "json" not in response.headers.get("content-type", "json"):
        raise OddAnswer("no JSON")
    if isinstance(response.stream, httpx2.AsyncByteStream):
        response.stream = _Limited(response.stream)


class _Limited(httpx2.AsyncByteStream):
    """A body that ends with OddAnswer where it passes the limit."""

    def __init__(self, body: httpx2.AsyncByteStream) -> None:
        self._body = body

    async def __aiter__(self) -> AsyncIterator[bytes]:
        read = 0
        async for chunk in self._body:
            read += len(chunk)
            if read > MOST_BYTES:
                raise OddAnswer("a huge answer")
            yield chunk

    async def aclose(self) -> None:
        await self._body.aclose()
