"""What the HTTP benchmarks run on: an embedded PostgreSQL, one process of the service, one of the bare yardstick."""

import asyncio
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import asyncpg
import psutil

from bench.bare import TABLE
from cli.child import child, free_port, wait_until_ready
from cli.embedded import embedded_postgres
from clinic.migrations import runner
from clinic.platform.database import connect
from clinic.schedule.seed import seed_synthetic

TOKEN = "bench-token-bench-token"


@dataclass(frozen=True)
class Server:
    port: int
    process: psutil.Process

    def cpu_seconds(self) -> float:
        times = self.process.cpu_times()
        return times.user + times.system

    def memory_mb(self) -> float:
        return self.process.memory_info().rss / 1e6


@dataclass(frozen=True)
class Setting:
    database_url: str
    ours: Server
    bare: Server


@contextmanager
def setting(doctors: int) -> Iterator[Setting]:
    """Both services, one worker each, on one database with synthetic doctors; TEST_DATABASE_URL is used if set."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        url = os.environ.get("TEST_DATABASE_URL") or stack.enter_context(embedded_postgres(folder))
        asyncio.run(_prepare(url, doctors))
        environment = {"DATABASE_URL": url, "API_TOKEN": TOKEN, "FRONTDESK_DATA": str(folder), "LOG_LEVEL": "INFO"}
        port, log = free_port(), folder / "api.log"
        process = stack.enter_context(child(["api", "--port", str(port)], environment, log))
        wait_until_ready(f"http://127.0.0.1:{port}/readyz", process, log)
        bare_port = free_port()
        bare = subprocess.Popen([sys.executable, "-m", "bench.bare", str(bare_port), url])
        stack.callback(bare.wait)
        stack.callback(bare.terminate)
        wait_until_ready(f"http://127.0.0.1:{bare_port}/openapi.json", bare, log)
        yield Setting(url, Server(port, psutil.Process(process.pid)), Server(bare_port, psutil.Process(bare.pid)))


async def _prepare(url: str, doctors: int) -> None:
    await runner.upgrade(url)
    database = connect(url, 1)
    await seed_synthetic(database, doctors)
    await database.close()
    connection = await asyncpg.connect(url)
    await connection.execute(TABLE)
    await connection.close()
