"""Keep one part of the demo running: start it again when it ends, each time after a longer pause."""

import time
from collections.abc import Callable, Iterable
from pathlib import Path

from cli.child import Process, how_it_ended, start
from cli.demo.part import Part
from cli.loopback import answers_ok
from cli.running import Failed
from cli.signals import signals_wait

PAUSE_SECONDS = 0.5
"""Before the first new start; doubled for each quick death in a row."""
QUICK_SECONDS = 15.0
"""Who lives shorter, or was never ready, has died quickly."""
MOST_QUICK_DEATHS = 5
PROBE_SECONDS = 0.25
"""A part that has its port but is not ready yet may keep us waiting that long."""


class KeptRunning:
    """`look` is to be called again and again; it never waits long."""

    def __init__(
        self,
        part: Part,
        logs: Path,
        keep_open: Iterable[int],
        say: Callable[[str, str], None],
        first_pause: float = PAUSE_SECONDS,
    ) -> None:
        self.part = part
        self.ready = False
        self.process: Process | None = None
        self._log = logs / f"{part.log_name}.log"
        self._keep_open = tuple(keep_open)
        self._say = say
        self._first_pause = first_pause
        self._started = 0.0
        self._start_at = 0.0
        self._quick_deaths = 0

    def look(self) -> None:
        """Start it if it is time, see whether it lives and is ready. Raises Failed after too many quick deaths."""
        if self.process is None:
            if time.monotonic() >= self._start_at:
                self._start()
        elif self.process.poll() is not None:
            self._ended(self.process)
        elif not self.ready and answers_ok(self.part.ready_url, PROBE_SECONDS):
            self.ready = True
            self._say(self.part.name, f"ready after {time.monotonic() - self._started:.1f} s")

    def _start(self) -> None:
        self._started = time.monotonic()
        with signals_wait():  # not between the start and knowing of it
            self.process = start(self.part.arguments, self.part.environment, self._log, self._keep_open)

    def _ended(self, process: Process) -> None:
        if process.stdin is not None:
            process.stdin.close()
        end = how_it_ended(process, self._log)
        quick = not self.ready or time.monotonic() - self._started < QUICK_SECONDS
        self._quick_deaths = self._quick_deaths + 1 if quick else 0
        self.process, self.ready = None, False
        if self._quick_deaths >= MOST_QUICK_DEATHS:
            raise Failed(f"{self.part.name} died {MOST_QUICK_DEATHS} times soon after its start; at last it {end}")
        pause = self._first_pause * 2 ** max(0, self._quick_deaths - 1)
        self._start_at = time.monotonic() + pause
        self._say(self.part.name, f"{end}; starts again in {pause:g} s")
