"""The demo's parts are started, started again, given up, and stopped in order; stand-ins are quick commands of ours."""

import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from cli.demo.kept_running import MOST_QUICK_DEATHS, KeptRunning
from cli.demo.part import Part
from cli.demo.supervisor import Supervisor
from cli.running import Failed
from tests.cli.answering import http_server
from tests.cli.processes import environment, wait_for

DIES = ["nonsense"]
WAITS = ["understand", "redflags"]
"""For lines on its standard input, which its supervisor holds open."""
NOWHERE = "http://127.0.0.1:9/readyz"


class Said(list[str]):
    def __call__(self, name: str, line: str) -> None:
        self.append(f"{name}: {line}")


def part(arguments: list[str], folder: Path, ready_url: str = NOWHERE, name: str = "part") -> Part:
    return Part(name, name, arguments, environment(folder), ready_url)


def test_a_part_that_dies_at_once_is_given_up_after_longer_and_longer_pauses(tmp_path: Path) -> None:
    said = Said()
    kept = KeptRunning(part(DIES, tmp_path), tmp_path, (), said, first_pause=0.01)

    def look() -> None:
        kept.look()
        time.sleep(0.01)

    with pytest.raises(Failed, match=f"part died {MOST_QUICK_DEATHS} times .* ended with exit code 2"):
        wait_for(look)
    pauses = [line.rpartition("starts again in ")[2] for line in said]
    assert pauses == ["0.01 s", "0.02 s", "0.04 s", "0.08 s"]
    assert f"No such command 'nonsense'. (see frontdesk --help)); its log: {tmp_path / 'part.log'}" in said[0]


def test_readiness_is_told_once_and_again_after_a_new_start(tmp_path: Path) -> None:
    said = Said()
    with http_server({"/readyz": (200, {})}) as url:
        kept = KeptRunning(part(WAITS, tmp_path, f"{url}/readyz"), tmp_path, (), said, first_pause=0.01)
        supervisor = Supervisor([[kept]])

        def looked_until(condition: Callable[[], bool]) -> None:
            def look() -> bool:
                supervisor.look()
                return condition()

            wait_for(look)

        looked_until(lambda: supervisor.ready)
        assert [line.startswith("part: ready after ") for line in said] == [True]
        assert kept.process is not None
        kept.process.kill()
        looked_until(lambda: len(said) == 3)
        assert "was killed by signal 9" in said[1]
        assert said[2].startswith("part: ready after ")
        supervisor.stop()
        supervisor.stop()


def test_parts_stop_in_order_and_nothing_is_left(tmp_path: Path) -> None:
    parts = [KeptRunning(part(WAITS, tmp_path, name=name), tmp_path, (), Said()) for name in ("one", "two", "three")]
    supervisor = Supervisor([parts[:1], parts[1:]])
    supervisor.look()
    running = [kept.process for kept in parts if kept.process is not None]
    assert [process.poll() for process in running] == [None, None, None]
    supervisor.stop()
    assert all(process.poll() is not None for process in running)
    assert not any(psutil.pid_exists(process.pid) for process in running)
