"""Run a coroutine so that signals end it in order."""

import asyncio
import signal
import sys
import threading
from collections.abc import Coroutine
from types import FrameType
from typing import Any, TypeVar

from cli.signals import ENDING

T = TypeVar("T")


def run(work: Coroutine[Any, Any, T]) -> T:
    """As asyncio.run, but SIGTERM and SIGHUP cancel the work as SIGINT does, and end the process after it.

    Raised in the midst of the database driver's machine code, a signal handler's SystemExit crashes the interpreter.
    """
    if threading.current_thread() is not threading.main_thread():
        return asyncio.run(work)
    came: list[int] = []

    async def main() -> T:
        task, loop = asyncio.current_task(), asyncio.get_running_loop()

        def leave(number: int, _: FrameType | None) -> None:
            came.append(number)
            if task is not None:
                loop.call_soon_threadsafe(task.cancel)

        before = {number: signal.signal(number, leave) for number in ENDING if number != signal.SIGINT}
        try:
            return await work
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    try:
        return asyncio.run(main())
    finally:
        if came:
            sys.exit(128 + came[0])
