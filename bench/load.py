"""A small HTTP/1.1 load generator: raw bytes over kept connections, so that it costs less than what it measures."""

import asyncio
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice


@dataclass(frozen=True)
class Load:
    """What one round gave."""

    seconds: float
    statuses: Counter[int]

    @property
    def rate(self) -> float:
        """Requests a second."""
        return sum(self.statuses.values()) / self.seconds


def request(method: str, path: str, token: str = "", body: bytes = b"", headers: str = "") -> bytes:
    head = f"{method} {path} HTTP/1.1\r\nHost: bench\r\nContent-Length: {len(body)}\r\n"
    if body:
        head += "Content-Type: application/json\r\n"
    if token:
        head += f"Authorization: Bearer {token}\r\n"
    return f"{head}{headers}\r\n".encode() + body


async def run(port: int, requests: Iterable[bytes], count: int, connections: int) -> Load:
    """Send `count` requests over `connections` kept connections, each waiting for its answer."""
    waiting = islice(iter(requests), count)
    statuses: Counter[int] = Counter()
    streams = [await asyncio.open_connection("127.0.0.1", port) for _ in range(connections)]
    started = time.perf_counter()
    async with asyncio.TaskGroup() as group:
        for reader, writer in streams:
            group.create_task(_client(reader, writer, waiting, statuses))
    seconds = time.perf_counter() - started
    for _, writer in streams:
        writer.close()
        await writer.wait_closed()
    return Load(seconds, statuses)


async def _client(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, waiting: Iterator[bytes], statuses: Counter[int]
) -> None:
    for asked in waiting:
        writer.write(asked)
        head = await reader.readuntil(b"\r\n\r\n")
        length = int(head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0] or 0)
        if length:
            await reader.readexactly(length)
        statuses[int(head[9:12])] += 1
