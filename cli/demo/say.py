"""What the demo tells the person who started it."""

import sys
from contextlib import suppress


def say(line: str) -> None:
    with suppress(OSError, ValueError):  # whoever closes the terminal, or has read enough, may do so
        sys.stdout.write(line + "\n")
        sys.stdout.flush()


def say_part(name: str, line: str) -> None:
    """News of one part."""
    say(f"  {name:16} {line}")
