"""The demo's database: nobody's child, so its death is looked for."""

import time
from collections.abc import Callable
from pathlib import Path

from cli.embedded import keep_up

LOOK_SECONDS = 1.0


class WatchedDatabase:
    def __init__(self, folder: Path, say: Callable[[str, str], None]) -> None:
        self._folder = folder
        self._say = say
        self._looked = time.monotonic()

    def look(self) -> None:
        """Start it again if it has died. Raises CannotStart."""
        if time.monotonic() - self._looked < LOOK_SECONDS:
            return
        self._looked = time.monotonic()
        if keep_up(self._folder):
            self._say("database", f"had died and is up again; its log: {self._folder / 'postgres' / 'log'}")
