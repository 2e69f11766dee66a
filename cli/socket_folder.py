"""Where the embedded PostgreSQL has its socket: beside its data, or in a short folder of its own."""

import hashlib
import os
import re
import tempfile
from collections.abc import Callable
from pathlib import Path

from cli.running import Failed

LONGEST = 100
"""Bytes of a socket's name that every system takes: macOS has room for 103, Linux for 107."""
NAME = "/.s.PGSQL.5432.lock"
PLAIN = re.compile(r"[A-Za-z0-9_./-]+")
"""In the setting, a comma or a quote in the folder's name would mean something."""


def socket_folder(data: Path, own: Callable[[Path], None]) -> Path:
    """A folder that only the server's user enters; `own` makes one. Raises Failed if somebody else has its name."""
    if _fits(data):
        return data
    name = f"frontdesk-{hashlib.sha256(os.fsencode(data)).hexdigest()[:16]}"
    folder = next(place for place in (Path(tempfile.gettempdir()) / name, Path("/tmp") / name) if _fits(place))  # noqa: S108
    own(folder)
    found = folder.lstat()
    if folder.is_symlink() or found.st_mode & 0o077 or found.st_uid != data.stat().st_uid:
        raise Failed(
            f"{folder} belongs to somebody else: remove it, or choose a shorter FRONTDESK_DATA without spaces."
        )
    return folder


def _fits(folder: Path) -> bool:
    return len(os.fsencode(f"{folder}{NAME}")) <= LONGEST and PLAIN.fullmatch(str(folder)) is not None
