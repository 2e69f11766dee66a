"""Failures that only a real socket shows: silence, dripping answers, dropped and refused connections."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest

from api_client import ClinicClient, RetryPolicy, Unreachable

Behaviour = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]
OK = b'HTTP/1.1 200 OK\r\nContent-Length: 15\r\nConnection: close\r\n\r\n{"branches":[]}'


@asynccontextmanager
async def serving(*script: Behaviour) -> AsyncIterator[tuple[str, list[int]]]:
    """A server on loopback; connection N behaves as script N, further ones as the last. Yields its URL and a count."""
    seen: list[int] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        seen.append(len(seen))
        try:
            await script[min(len(seen), len(script)) - 1](reader, writer)
        finally:
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    host, port = server.sockets[0].getsockname()[:2]
    try:
        yield f"http://{host}:{port}", seen
    finally:
        server.close()
        await server.wait_closed()


async def drop(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.readuntil(b"\r\n\r\n")


async def drop_in_the_middle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.readuntil(b"\r\n\r\n")
    writer.write(OK[:-5])
    await writer.drain()


async def silence(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.read()  # until the client hangs up


async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.readuntil(b"\r\n\r\n")
    writer.write(OK)
    await writer.drain()


def client(url: str, timeout: float = 5.0) -> ClinicClient:
    return ClinicClient(url, "token", timeout=timeout, retry=RetryPolicy(attempts=3, base=0.0))


@pytest.mark.parametrize("failure", [drop, drop_in_the_middle])
async def test_a_dropped_connection_is_tried_again(failure: Behaviour) -> None:
    async with serving(failure, answer) as (url, seen), client(url) as clinic:
        assert await clinic.branches() == ()
    assert len(seen) == 2


async def test_silence_ends_at_the_timeout() -> None:
    async with serving(silence) as (url, seen), client(url, timeout=0.05) as clinic:
        with pytest.raises(Unreachable, match=r"0\.05 s"):
            await clinic.branches()
    assert len(seen) == 3


async def test_a_dripping_answer_ends_at_the_timeout_too() -> None:
    """httpx limits the wait for each read, not the whole; the client limits the whole."""
    never = asyncio.Event()

    async def drip(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
        hung_up = asyncio.ensure_future(reader.read())
        while not hung_up.done():
            writer.write(b" ")
            try:
                await asyncio.wait_for(never.wait(), 0.01)
            except TimeoutError:
                continue

    async with serving(drip) as (url, _), client(url, timeout=0.1) as clinic:
        async with asyncio.timeout(5):
            with pytest.raises(Unreachable):
                await clinic.branches()


async def test_a_closed_port_is_unreachable() -> None:
    async with serving(answer) as (url, _):
        pass
    async with client(url) as clinic:
        with pytest.raises(Unreachable, match="ConnectError"):
            await clinic.branches()
