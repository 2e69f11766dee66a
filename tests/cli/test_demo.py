"""`frontdesk demo` on real processes: it comes up, mends itself, and leaves nothing behind, however it ends."""

import re
import signal
import socket
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from sandbox.client import Telegram
from tests.cli.demos import Demo, demo
from tests.cli.processes import answers, frontdesk, wait_for

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are of POSIX")

REAL = "123456789:hunter2-hunter2-hunter2-hunter2-hun"
LOOKS_REAL = re.compile(r"\d{8,}:[\w-]{35}")
SECONDS_TO_END = 10.0


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """A ready demo; settings of a real clinic are around, in the environment and in `.env`."""
    data = tmp_path_factory.mktemp("clinic")
    (data / ".env").write_text("DATABASE_URL=postgresql://nobody:hunter2@127.0.0.1:9/x\nHOLD_MINUTES=7\n")
    with demo(data, "--lang", "en", settings={"TELEGRAM_BOT_TOKEN": REAL, "REDIS_URL": "redis://127.0.0.1:9"}) as it:
        it.ready()
        yield it


def test_it_says_what_is_ready_and_where(running: Demo) -> None:
    for part in ("database", "API", "local Telegram", "bot"):
        assert re.search(rf"^  {part} +ready after \d+\.\d s$", running.text, re.MULTILINE), running.text
    api = re.search(r"(http://127\.0\.0\.1:\d+/docs)", running.text)
    assert api
    assert f"{running.url}/" in running.text
    assert answers(api[1])
    with urlopen(f"{running.url}/", timeout=10) as page:  # noqa: S310 - http on loopback
        assert '<html lang="en' in page.read().decode()


async def test_a_patient_who_writes_is_answered(running: Demo) -> None:
    async with Telegram(running.url) as telegram:
        emily = await telegram.user("Emily", language_code="en")
        await emily.start()
        assert "front desk" in (await emily.next_message()).text


def test_the_real_bot_and_the_real_clinic_are_left_alone(running: Demo) -> None:
    assert "TELEGRAM_BOT_TOKEN is set, but the demo leaves your bot alone" in running.text
    for part in running.parts("-m cli"):
        given = part.environ()
        assert "hunter2" not in " ".join(given.values())
        assert "REDIS_URL" not in given
        assert given["HOLD_MINUTES"] == "7"


def test_neither_what_it_says_nor_its_logs_hold_a_token(running: Demo) -> None:
    logs = [path.read_text(encoding="utf-8") for path in (running.folder / "logs").iterdir()]
    assert len(logs) == 4
    secrets = [(running.folder / name).read_text().strip() for name in ("telegram_bot_token", "api_token")]
    for text in (running.text, *logs):
        assert not LOOKS_REAL.search(text)
        assert not any(secret in text for secret in secrets)


def test_a_second_one_on_the_same_data_is_refused(running: Demo) -> None:
    done = frontdesk("demo", "--port", "1", "--fresh", data=running.data)
    assert done.returncode == 1
    assert done.stderr.decode().startswith(f"frontdesk: A demo runs in {running.folder} already: stop it first")
    assert answers(f"{running.url}/readyz")


def test_a_port_that_is_taken_is_said_so_before_anything_is_thrown_away(running: Demo, tmp_path: Path) -> None:
    (tmp_path / "demo").mkdir()
    (tmp_path / "demo" / "old").touch()
    done = frontdesk("demo", "--port", str(running.port), "--fresh", data=tmp_path)
    assert done.returncode == 1
    assert b"Choose another --port" in done.stderr
    assert (tmp_path / "demo" / "old").exists()


@pytest.mark.parametrize(("part", "name"), [("-m cli bot", "bot"), ("bin/postgres", "database")])
def test_what_is_killed_comes_back(part: str, name: str, running: Demo) -> None:
    before = len(running.text)
    min(running.parts(part), key=lambda process: process.create_time()).kill()
    wait_for(lambda: re.search(rf"^  {name} +.*(ready|is up again)", running.text[before:], re.MULTILINE))
    wait_for(lambda: answers(f"{running.url}/readyz"))
    assert running.process.poll() is None


@pytest.mark.parametrize(("number", "when"), [(signal.SIGHUP, "Starting"), (signal.SIGTERM, "ready after")])
def test_a_signal_while_it_starts_leaves_nothing(number: signal.Signals, when: str, tmp_path: Path) -> None:
    (tmp_path / "mine").touch()
    (tmp_path / "demo").mkdir()
    (tmp_path / "demo" / "old").touch()
    with demo(tmp_path, "--fresh") as starting:
        starting.says(when)
        assert_ends(starting, number)
    assert (tmp_path / "mine").exists()
    assert not (tmp_path / "demo" / "old").exists()


def test_a_supervisor_killed_while_it_starts_leaves_no_database_either(tmp_path: Path) -> None:
    with demo(tmp_path) as starting:
        starting.says("ready after")
        assert len(starting.parts("-m cli")) == 4
        starting.process.kill()
        wait_for(starting.is_gone)


def test_after_a_killed_supervisor_its_parts_end_and_the_next_start_is_ready(running: Demo) -> None:
    """The last one: it takes the demo that the others share."""
    running.process.kill()
    running.process.wait()
    with demo(running.data) as again:  # it waits for them
        again.says("ready after")
        assert not running.parts(f"--port {running.port}")
        again.ready()
        assert_ends(again, signal.SIGINT)


def assert_ends(demo: Demo, number: signal.Signals) -> None:
    """Within ten seconds there is no process of it, and its port is free."""
    began = time.monotonic()
    demo.process.send_signal(number)
    demo.process.wait(30)
    assert demo.is_gone()
    assert time.monotonic() - began < SECONDS_TO_END
    socket.create_server(("127.0.0.1", demo.port)).close()
    assert not (demo.folder / "postgres" / "postmaster.pid").exists()
