"""The demo's own data, beside the clinic's: for one demo at a time."""

import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cli.data_folder import data_folder
from cli.embedded import stop_left_over
from cli.running import Failed

EARLIER_SECONDS = 20.0
"""After a supervisor was killed, its parts end by themselves within this time."""
POLL_SECONDS = 0.05
LOCKS = ("supervisor.lock", "parts.lock")


@contextmanager
def demo_folder(place: Path) -> Iterator[tuple[Path, list[int]]]:
    """The folder, for us alone, and the files that the parts must keep open. Raises Failed if it is in use.

    One lock is the supervisor's. The other is also its parts', through the open file that they inherit: a supervisor
    that comes after a killed one waits until all of them are gone.
    """
    if place.is_symlink():
        raise Failed(f"{place} is a link to somewhere else: remove it, the demo empties its folder when asked to.")
    folder = data_folder(str(place))
    with (folder / LOCKS[0]).open("ab") as alone, (folder / LOCKS[1]).open("ab") as parts:
        if not _locked(alone.fileno()):
            raise Failed(f"A demo runs in {folder} already: stop it first, or set another FRONTDESK_DATA.")
        deadline = time.monotonic() + EARLIER_SECONDS
        while not _locked(parts.fileno()):
            if time.monotonic() > deadline:
                raise Failed(f"Processes of an earlier demo still run in {folder}: end them first.")
            time.sleep(POLL_SECONDS)
        yield folder, [parts.fileno()]


def keep_one_older(logs: Path) -> None:
    """Logs begin anew with each demo; those of the one before stay beside them."""
    for log in logs.glob("*.log"):
        log.replace(log.with_suffix(".log.before"))


def empty(folder: Path) -> None:
    """Forget what earlier demos have left. For one who has the folder. Raises Failed if its database is in use."""
    stop_left_over(folder)
    for item in folder.iterdir():
        if item.name in LOCKS:
            continue
        if item.is_dir() and not item.is_symlink():
            shutil.rmtree(item)
        else:
            item.unlink()


if sys.platform == "win32":

    def _locked(_: int) -> bool:
        return True

else:
    import fcntl

    def _locked(file: int) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
