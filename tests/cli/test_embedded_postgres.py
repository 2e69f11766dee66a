"""The embedded PostgreSQL is shared while it is used, gone when nobody is left, and comes back after any death."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from cli.child import free_port
from tests.cli.processes import answers, belonging, environment, frontdesk, left, started, wait_for

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and flock are of POSIX")


@contextmanager
def running_api(data: Path) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """`frontdesk api`, ready; its process and address."""
    port = free_port()
    with started("api", "--port", str(port), data=data) as process:
        url = f"http://127.0.0.1:{port}"
        wait_for(lambda: answers(f"{url}/readyz") or process.poll() is not None)
        assert process.poll() is None
        yield process, url


def postmaster(data: Path) -> psutil.Process:
    (found,) = (p for p in belonging(data, "bin/postgres"))
    return found


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_to_the_api_leaves_no_process(data: Path, number: int) -> None:
    with running_api(data) as (process, _):
        assert postmaster(data)
        process.send_signal(number)
        process.wait(30)
        assert left(data) == []
        assert not (data / "postgres" / "postmaster.pid").exists()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGHUP])  # SIGTERM is answered as SIGHUP is
def test_a_signal_to_the_chat_leaves_neither_api_nor_database(data: Path, number: int) -> None:
    with started("chat", data=data) as process:
        assert process.stdout is not None
        assert "Здравствуйте" in process.stdout.readline().decode()
        assert len(belonging(data, "-m cli api")) == 1
        process.send_signal(number)
        process.wait(30)
        assert left(data) == []


def test_a_signal_while_the_database_is_being_made_leaves_nothing_and_harms_nothing(tmp_path: Path) -> None:
    with started("migrate", data=tmp_path) as process:
        wait_for((tmp_path / "postgres.new").exists)
        process.send_signal(signal.SIGTERM)
        assert process.wait(30) == 128 + signal.SIGTERM
        assert left(tmp_path) == []
    assert frontdesk("migrate", data=tmp_path).returncode == 0


def test_a_signal_while_the_server_starts_leaves_nothing(data: Path) -> None:
    with started("api", "--port", str(free_port()), data=data) as process:
        wait_for((data / "postgres" / "postmaster.pid").exists)
        process.send_signal(signal.SIGTERM)
        process.wait(30)
        assert left(data) == []


def test_after_a_killed_owner_the_next_start_joins_and_its_end_stops_the_server(data: Path) -> None:
    with running_api(data) as (process, _):
        orphan = postmaster(data)
        process.kill()
        process.wait(30)
    assert orphan.is_running()
    assert frontdesk("token", "list", data=data).returncode == 0
    wait_for(lambda: not left(data))


def test_after_a_killed_server_the_next_start_recovers(data: Path) -> None:
    with running_api(data) as (process, _):
        process.kill()
        process.wait(30)
    postmaster(data).kill()
    wait_for(lambda: not belonging(data, "bin/postgres"))
    assert (data / "postgres" / "postmaster.pid").exists()
    done = frontdesk("token", "list", data=data)
    assert (done.returncode, done.stderr) == (0, b"")


PARENT = """
import sys
from pathlib import Path
from cli.child import child
with child(["api", "--port", "0"], {}, Path(sys.argv[1])) as api:
    print(api.pid, flush=True)
    api.wait()
"""


@pytest.mark.parametrize("when", ["at once", "when it serves"])
def test_the_api_of_a_killed_parent_ends_by_itself(data: Path, when: str) -> None:
    command = [sys.executable, "-c", PARENT, str(data / "logs" / "api.log")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment(data), cwd=data) as parent:
        assert parent.stdout is not None
        api = psutil.Process(int(parent.stdout.readline()))
        if when == "when it serves":
            wait_for(lambda: any(c.status == psutil.CONN_LISTEN for c in api.net_connections("tcp")))
            wait_for(lambda: belonging(data, "bin/postgres"))
        parent.kill()
    wait_for(lambda: not left(data))  # it stops its database too


def test_two_commands_at_once_share_the_server(data: Path) -> None:
    with running_api(data) as (process, url):
        server = postmaster(data).pid
        assert frontdesk("token", "list", data=data).returncode == 0
        assert postmaster(data).pid == server
        assert answers(f"{url}/readyz")
        process.send_signal(signal.SIGTERM)
        process.wait(30)


def test_several_first_starts_at_once_make_one_database(tmp_path: Path) -> None:
    with started("migrate", data=tmp_path) as one, started("migrate", data=tmp_path) as two:
        assert (one.wait(60), two.wait(60)) == (0, 0)
    assert left(tmp_path) == []


def test_a_stale_lock_file_with_somebody_elses_number_is_no_obstacle(data: Path) -> None:
    stranger = os.getpid()
    (data / "postgres" / "postmaster.pid").write_text(f"{stranger}\n{data}/postgres\n1\n5432\n\n\n 1 1\nready\n")
    assert frontdesk("token", "list", data=data).returncode == 0
    assert psutil.pid_exists(stranger)


def test_a_folder_with_spaces_signs_and_a_long_name_works(tmp_path: Path) -> None:
    folder = tmp_path / "my clinic, $HOME \"quoted\" 'и' ещё" / ("long" * 30)
    folder.mkdir(parents=True)
    done = frontdesk("migrate", data=folder, settings={"PGPORT": "1", "PGHOST": "nowhere.invalid", "PGUSER": "nobody"})
    assert (done.returncode, done.stderr) == (0, b"")
    assert left(folder) == []


def test_a_folder_that_is_no_cluster_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "postgres").mkdir()
    (tmp_path / "postgres" / "holiday.jpg").touch()
    done = frontdesk("migrate", data=tmp_path)
    assert done.returncode == 1
    assert done.stderr.decode().endswith("holds something that is no PostgreSQL cluster: move it away.\n")
    assert (tmp_path / "postgres" / "holiday.jpg").exists()
