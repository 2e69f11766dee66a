"""Start and stop the PostgreSQL server of one folder, by its own programs. POSIX only.

The wheel's Python part does this too, but loses the server when a signal comes while it starts, breaks on spaces in the
path, and opens every folder on the way to it for reading. The caller sees to it that one process does this at a time.
"""

import signal
import subprocess
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

import psutil

from cli.postgres_user import as_server_user, install_folder
from cli.running import Failed
from cli.socket_folder import socket_folder

START_SECONDS = 30
STOP_SECONDS = 15
POLL_SECONDS = 0.02
MAJOR = "18"
PORT = "5432"
"""Part of the socket's name; said everywhere, since PGPORT in the environment would decide otherwise."""
SOCKET = f".s.PGSQL.{PORT}"
STILL_GOING = "pre-existing shared memory block"
LAUNCH = 'log=$1; shift; "$@" >>"$log" 2>&1 </dev/null & echo $!'
"""The shell goes at once: the server is nobody's child, whoever is its last user may stop it, and no zombie stays."""


class CannotStart(Failed, RuntimeError):
    """The embedded PostgreSQL does not come up; the message says where to look."""


def ensure_running(data: Path) -> str:
    """The address of the server on `data`, which is made, and started, if need be. Raises CannotStart."""
    if not (data / "PG_VERSION").exists():
        _initialize(data)
    made_by = (data / "PG_VERSION").read_text(encoding="ascii").strip()
    if made_by != MAJOR:
        raise CannotStart(f"{data} was made by PostgreSQL {made_by}, this is {MAJOR}: move the folder away.")
    if _postmaster(data) is None:
        (data / "postmaster.pid").unlink(missing_ok=True)  # of a server that was killed; its number may be another's
        _start(data)
    socket = _pid_file(data)[4]
    return f"postgresql://postgres@/postgres?host={quote(socket)}&port={PORT}"


def runs(data: Path) -> bool:
    """Whether a server of this folder runs."""
    return _postmaster(data) is not None


def stop(data: Path) -> None:
    """End the server with a fast shutdown, if it runs; at the latest by killing it."""
    process = _postmaster(data)
    if process is None:
        return
    socket = Path(_pid_file(data)[4])
    for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):  # fast, immediate, none at all
        process.send_signal(number)
        if _until(lambda: not _alive(process), STOP_SECONDS):
            break
    if socket != data:
        with suppress(OSError):  # after a kill the socket is still in it; the next start takes it away
            socket.rmdir()


def _initialize(data: Path) -> None:
    """Made aside and moved when it is whole: a half-made cluster would never start."""
    new = data.with_name("postgres.new")
    with as_server_user(data.parent) as user:
        subprocess.run(["rm", "-rf", str(new)], check=True)  # noqa: S603, S607
        user.own(new)
        options = ["--auth=trust", "--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "-U", "postgres"]
        made = subprocess.run(  # noqa: S603
            [install_folder() / "bin" / "initdb", *options, "--builtin-locale=C.UTF-8", "-D", new],
            capture_output=True,
            text=True,
            errors="replace",
            start_new_session=True,  # Ctrl-C in the terminal is ours to answer
            cwd="/",
            check=False,
            **user.options,
        )
    if made.returncode != 0:
        raise CannotStart(f"The embedded PostgreSQL cannot be set up in {data}: {_telling(made.stderr)}")
    try:
        new.rename(data)  # in the place of an empty folder too
    except OSError as error:
        raise CannotStart(f"{data} holds something that is no PostgreSQL cluster: move it away.") from error


def _start(data: Path) -> None:
    """Again while what a killed server has left behind is still going."""
    deadline = time.monotonic() + START_SECONDS
    while not _launched(data):
        why = _last_line(data / "log")
        if STILL_GOING not in why or time.monotonic() > deadline:
            raise CannotStart(f"The embedded PostgreSQL does not start; {data / 'log'} ends with: {why}")
        time.sleep(POLL_SECONDS)


def _launched(data: Path) -> bool:
    with as_server_user(data.parent) as user:
        socket = socket_folder(data, user.own)
        for name in (SOCKET, f"{SOCKET}.lock"):  # no server runs here, so nobody needs them
            (socket / name).unlink(missing_ok=True)
        settings = [f"port={PORT}", "listen_addresses=", f"unix_socket_directories={socket}"]
        server = [str(install_folder() / "bin" / "postgres"), "-D", str(data)]
        launched = subprocess.run(  # noqa: S603
            ["/bin/sh", "-c", LAUNCH, "sh", str(data / "log"), *server, *(w for one in settings for w in ("-c", one))],
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
            cwd="/",
            check=True,
            **user.options,
        )
    pid = int(launched.stdout)
    _until(lambda: _ready(data, pid) or not _pid_runs(pid), START_SECONDS)
    return _ready(data, pid)


def _ready(data: Path, pid: int) -> bool:
    lines = _pid_file(data)
    return len(lines) > 7 and lines[0] == str(pid) and lines[7] == "ready"


def _postmaster(data: Path) -> psutil.Process | None:
    """The running server of this folder; a process that only has the number of a dead one is none."""
    lines = _pid_file(data)
    if not lines or not lines[0].isdigit():
        return None
    try:
        process = psutil.Process(int(lines[0]))
        ours = _alive(process) and str(data) in process.cmdline()
    except psutil.AccessDenied:
        return process  # perhaps it is ours: PostgreSQL itself refuses to start a second one
    except psutil.Error:
        return None
    return process if ours else None


def _pid_file(data: Path) -> list[str]:
    """Number, folder, start, port, socket folder, host, shared memory and state of the server; none if it is not up."""
    try:
        return [line.strip() for line in (data / "postmaster.pid").read_text(encoding="utf-8").splitlines()]
    except FileNotFoundError:
        return []


def _alive(process: psutil.Process) -> bool:
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def _pid_runs(pid: int) -> bool:
    try:
        return _alive(psutil.Process(pid))
    except psutil.NoSuchProcess:
        return False


def _until(condition: Callable[[], bool], seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(POLL_SECONDS)
    return True


def _last_line(log: Path) -> str:
    return _telling(log.read_text(encoding="utf-8", errors="replace")) if log.exists() else "it wrote no log"


def _telling(text: str) -> str:
    """The line that says why, as far as one can tell."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return ([line for line in lines if "FATAL" in line or "error:" in line] or lines or ["nothing"])[-1]
