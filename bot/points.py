"""Named places in an update's way at which a test can kill the process, as a power cut would."""

import os
import signal
from collections.abc import Callable
from typing import Literal

Point = Literal["taken", "before commit", "dialogue done", "sent", "recorded"]
"""Kept · the dialogue has acted, nothing is stored · stored, nothing sent · sent, not recorded · recorded."""
Passing = Callable[[Point], None]


def nothing_happens(_: Point) -> None:
    """What a process passes its points with, outside of tests."""


def kill_at(where: str) -> Passing:
    """End this process without a word at the n-th passing of a point: ``sent:2``."""
    name, _, number = where.rpartition(":")
    left = int(number)

    def passing(point: Point) -> None:
        nonlocal left
        if point == name:
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    return passing
