"""Standard input and output, whatever the locale is and whoever has closed them."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from typing import TextIO


def standard_streams() -> None:
    """Give every stream something to hold on to, and let no letter that the locale lacks end a command."""
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115, PTH123 - until the process ends
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123
        elif isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def utf8_lines() -> tuple[TextIO, TextIO]:
    """Standard input and output as UTF-8; bytes that are none become replacement characters."""
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    return sys.stdin, sys.stdout


@contextmanager
def reader_may_leave() -> Iterator[None]:
    """A reader such as `head` that has had enough is no failure."""
    with suppress(BrokenPipeError):
        yield


def flush_quietly() -> None:
    """Write what is left; if nobody reads it any more, the interpreter must not complain at its end."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (BrokenPipeError, ValueError):
            with suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
