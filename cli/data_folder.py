"""Where a clinic on embedded defaults keeps its things: the database, and secrets that are made once."""

import os
import secrets
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from cli.running import Failed

SECRET_BYTES = 32


def data_folder(configured: str | None) -> Path:
    """FRONTDESK_DATA, or the system's usual place for a user's data; made if it is not there. Raises Failed."""
    folder = Path(configured).expanduser() if configured else _usual_place()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Failed(f"The data folder {folder} cannot be made ({error.strerror}): set FRONTDESK_DATA.") from error
    return folder.resolve()


def kept_secret(folder: Path, name: str) -> str:
    """A random secret that is made once and kept in a file that only its owner reads. Raises Failed if it is empty."""
    path = folder / name
    if not path.exists():
        _keep(path, secrets.token_urlsafe(SECRET_BYTES))
    secret = path.read_text(encoding="ascii").strip()
    if not secret:
        raise Failed(f"{path} is empty: remove it, and a new secret is made.")
    return secret


def _keep(path: Path, secret: str) -> None:
    """Whole or not at all: of two processes that start together one makes the secret, both read it."""
    descriptor, written = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")  # 0600
    try:
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secret + "\n")
        with suppress(FileExistsError):
            os.link(written, path)
    finally:
        Path(written).unlink()


def _usual_place() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", str(Path.home()))) / "frontdesk"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "frontdesk"
    if os.geteuid() == 0:
        # The embedded database of root runs as another user, who must not need a way through root's home.
        return Path("/var/lib/frontdesk")
    return Path(os.environ.get("XDG_DATA_HOME", str(Path.home() / ".local" / "share"))) / "frontdesk"
