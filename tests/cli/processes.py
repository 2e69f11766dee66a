"""Run the `frontdesk` command as a person does, and look at the processes it leaves."""

import logging
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from io import BytesIO, TextIOWrapper
from pathlib import Path
from unittest.mock import patch
from urllib.error import URLError
from urllib.request import urlopen

import psutil
import pytest
import structlog

from cli.environment import Environment
from cli.main import main
from cli.signals import ENDING

PATIENCE = 60.0
ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-m", "cli"]
SETTINGS = {name.upper() for name in Environment.model_fields}


def environment(data: Path, settings: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment without this machine's settings; `.env` files are read from the working folder, which is data."""
    kept = {name: value for name, value in os.environ.items() if name.upper() not in SETTINGS}
    return kept | {"FRONTDESK_DATA": str(data), "PYTHONPATH": str(ROOT)} | dict(settings or {})


def frontdesk(
    *arguments: str, data: Path, given: bytes = b"", settings: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run to the end."""
    return subprocess.run(
        [*COMMAND, *arguments],
        input=given,
        capture_output=True,
        env=environment(data, settings),
        cwd=data,
        timeout=PATIENCE,
        check=False,
    )


def called(*arguments: str, data: Path, settings: Mapping[str, str]) -> subprocess.CompletedProcess[bytes]:
    """The same in this process: without the second that the imports take. Not inside a running event loop."""
    raw_out, raw_err = BytesIO(), BytesIO()
    out, err = TextIOWrapper(raw_out, encoding="utf-8"), TextIOWrapper(raw_err, encoding="utf-8")
    handlers = {number: signal.getsignal(number) for number in ENDING}
    before = Path.cwd()
    with (
        patch.dict(os.environ, environment(data, settings), clear=True),
        patch("sys.argv", ["frontdesk", *arguments]),
        logging_kept(),
    ):
        os.chdir(data)
        try:
            with redirect_stdout(out), redirect_stderr(err), pytest.raises(SystemExit) as ended:
                main()
        finally:
            os.chdir(before)
            for number, handler in handlers.items():
                signal.signal(number, handler)
    code = ended.value.code
    assert isinstance(code, int)
    return subprocess.CompletedProcess(arguments, code, raw_out.getvalue(), raw_err.getvalue())


@contextmanager
def logging_kept() -> Iterator[None]:
    """A command says what is logged and where: that must not stay for the tests after it."""
    root = logging.getLogger()
    level, handlers, structured, configured = (
        root.level,
        root.handlers[:],
        structlog.get_config(),
        structlog.is_configured(),
    )
    try:
        yield
    finally:
        root.setLevel(level)
        root.handlers[:] = handlers
        structlog.reset_defaults()
        if configured:
            structlog.configure(**structured)


@contextmanager
def started(*arguments: str, data: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Start and go on; whatever is left of it at the end is killed."""
    process = subprocess.Popen(
        [*COMMAND, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment(data),
        cwd=data,
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()


def left(data: Path) -> list[str]:
    """The processes that belong to a data folder."""
    return [str(process) for process in belonging(data)]


def belonging(data: Path, having: str = "") -> list[psutil.Process]:
    found = []
    for process in psutil.process_iter():
        try:
            if process.status() == psutil.STATUS_ZOMBIE:
                continue
            words = process.cmdline()
            ours = process.environ().get("FRONTDESK_DATA") == str(data) or str(data / "postgres") in words
        except psutil.Error:
            continue
        if ours and having in " ".join(words):
            found.append(process)
    return found


def wait_for(condition: Callable[[], object]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, f"waited {PATIENCE} s in vain"
        time.sleep(0.02)


def answers(url: str) -> bool:
    try:
        with urlopen(url, timeout=5) as answer:  # noqa: S310 - http on loopback
            return bool(answer.status == 200)
    except (URLError, OSError):
        return False
