"""Run `frontdesk demo` as a person does: read what it says, ask whether it is ready, see what it leaves."""

import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread

import psutil

from cli.loopback import free_port
from tests.cli.processes import COMMAND, answers, belonging, environment, wait_for


@dataclass
class Demo:
    data: Path
    port: int
    process: subprocess.Popen[str]
    said: list[str] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def folder(self) -> Path:
        return self.data / "demo"

    @property
    def text(self) -> str:
        return "".join(self.said)

    def says(self, words: str) -> None:
        """Wait until it has said so."""
        wait_for(lambda: words in self.text or self.process.poll() is not None)
        assert words in self.text, self.text

    def ready(self) -> None:
        wait_for(lambda: answers(f"{self.url}/readyz") or self.process.poll() is not None)
        assert self.process.poll() is None, self.text
        self.says("Ctrl-C stops everything.")

    def parts(self, having: str = "") -> list[psutil.Process]:
        """What runs of it, the supervisor excepted."""
        return belonging(self.folder, having)

    def is_gone(self) -> bool:
        return not self.parts() and not belonging(self.data)


@contextmanager
def demo(data: Path, *options: str, settings: Mapping[str, str] | None = None) -> Iterator[Demo]:
    """Started; whatever is left of it at the end is killed."""
    port = free_port()
    process = subprocess.Popen(
        [*COMMAND, "demo", "--port", str(port), *options],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=environment(data, settings),
        cwd=data,
        text=True,
        start_new_session=True,
    )
    running = Demo(data, port, process)
    assert process.stdout is not None
    reader = Thread(target=lambda stream: running.said.extend(stream), args=(process.stdout,))
    reader.start()
    try:
        yield running
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()
        reader.join()
        process.stdout.close()
        wait_for(running.is_gone)
