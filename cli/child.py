"""A process of ours under this one: it ends when this one ends, however that happens."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from cli.commands import PARENT_PIPE
from cli.running import Failed

STOP_SECONDS = 12
START_SECONDS = 60
POLL_SECONDS = 0.05


def free_port() -> int:
    """A port that was free a moment ago."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


@contextmanager
def child(arguments: list[str], environment: Mapping[str, str], log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Run `frontdesk ARGUMENTS`; its output goes to `log`. Its standard input closes when this process is gone."""
    log.parent.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "cli", *arguments]
    with log.open("ab") as output:
        process = subprocess.Popen(  # noqa: S603 - our own program
            command,
            stdin=subprocess.PIPE,
            stdout=output,
            stderr=output,
            env={**os.environ, **environment, PARENT_PIPE: "1"},
            start_new_session=True,  # Ctrl-C reaches us alone; we stop it in order
        )
        try:
            yield process
        finally:
            if process.stdin is not None:
                process.stdin.close()
            process.terminate()
            try:
                process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def wait_until_ready(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    """Until `url` answers 200. Raises Failed if the process ends, or takes too long."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise Failed(f"The API ended with exit code {process.returncode}; its log: {log}")
        try:
            with urlopen(url, timeout=2):  # noqa: S310 - http on loopback
                return
        except (URLError, OSError):
            time.sleep(POLL_SECONDS)
    raise Failed(f"The API was not ready within {START_SECONDS} seconds; its log: {log}")
