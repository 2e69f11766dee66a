"""Where a clinic on embedded defaults keeps its things: the database, and secrets that are made once."""

import os
import secrets
import sys
from pathlib import Path

SECRET_BYTES = 32


def data_folder(configured: str | None) -> Path:
    """FRONTDESK_DATA, or the system's usual place for a user's data; made if it is not there."""
    folder = Path(configured).expanduser() if configured else _usual_place()
    folder.mkdir(parents=True, exist_ok=True)
    return folder.resolve()


def kept_secret(folder: Path, name: str) -> str:
    """A random secret that is made once and kept in a file that only its owner reads."""
    path = folder / name
    try:
        # O_EXCL: of two processes that start together one makes the secret, the other reads it.
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii").strip()
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        secret = secrets.token_urlsafe(SECRET_BYTES)
        file.write(secret + "\n")
    return secret


def _usual_place() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", str(Path.home()))) / "frontdesk"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "frontdesk"
    if os.geteuid() == 0:
        # The embedded database of root runs as another user, who must not need a way through root's home.
        return Path("/var/lib/frontdesk")
    return Path(os.environ.get("XDG_DATA_HOME", str(Path.home() / ".local" / "share"))) / "frontdesk"
