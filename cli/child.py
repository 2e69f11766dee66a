"""A process of ours under this one: it ends when this one ends, however that happens."""

import os
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from cli.loopback import answers_ok, free_port
from cli.parent import PARENT_PIPE
from cli.running import Failed
from cli.usage import PREFIX

__all__ = ["Process", "child", "free_port", "how_it_ended", "start", "stop", "wait_until_ready"]

STOP_SECONDS = 12
START_SECONDS = 60
POLL_SECONDS = 0.05
TAIL_BYTES = 4096

Process = subprocess.Popen[bytes]


def start(arguments: list[str], environment: Mapping[str, str], log: Path, keep_open: Iterable[int] = ()) -> Process:
    """Run `frontdesk ARGUMENTS` with exactly this environment; its output goes to `log`.

    Its standard input closes when this process is gone. The files of `keep_open` stay open in it (POSIX only), so that
    their locks hold until it has ended too.
    """
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as output:
        return subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-m", "cli", *arguments],
            stdin=subprocess.PIPE,
            stdout=output,
            stderr=output,
            env={**environment, PARENT_PIPE: "1"},
            start_new_session=True,  # Ctrl-C reaches us alone; we stop it in order
            pass_fds=() if sys.platform == "win32" else tuple(keep_open),
        )


def stop(processes: Iterable[Process], seconds: float = STOP_SECONDS) -> None:
    """Ask all of them to end, wait that long together, kill who is left."""
    asked = list(processes)
    for process in asked:
        process.terminate()
    deadline = time.monotonic() + seconds
    for process in asked:
        try:
            process.wait(max(0.0, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if process.stdin is not None:
            process.stdin.close()


@contextmanager
def child(arguments: list[str], environment: Mapping[str, str], log: Path) -> Iterator[Process]:
    """Run `frontdesk ARGUMENTS` while this is open, with our environment and `environment` over it."""
    process = start(arguments, {**os.environ, **environment}, log)
    try:
        yield process
    finally:
        stop([process])


def wait_until_ready(url: str, process: Process, log: Path) -> None:
    """Until `url`, of the API, answers 200. Raises Failed if the process ends, or takes too long."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise Failed(f"The API {how_it_ended(process, log)}")
        if answers_ok(url, seconds=2):
            return
        time.sleep(POLL_SECONDS)
    raise Failed(f"The API was not ready within {START_SECONDS} seconds; its log: {log}")


def how_it_ended(process: Process, log: Path) -> str:
    """Its exit code, the line for people that its log ends with, if it does, and where the log is."""
    lines = log.read_bytes()[-TAIL_BYTES:].decode("utf-8", "replace").splitlines() if log.exists() else []
    code = process.returncode
    way = f"was killed by signal {-code}" if code < 0 else f"ended with exit code {code}"
    said = f" ({lines[-1].removeprefix(PREFIX)})" if code > 0 and lines and lines[-1].startswith(PREFIX) else ""
    return f"{way}{said}; its log: {log}"
