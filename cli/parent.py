"""The process of ours that started this one, if there is one: we leave when it is gone, however it went."""

import os
import signal
import sys
import threading
import time

PARENT_PIPE = "FRONTDESK_PARENT_PIPE"
"""Set by a supervising process: standard input is a pipe that closes when that process is gone."""
ATTEMPTS, PATIENCE = 3, 5.0
"""Seconds for an orderly end after each. Python drops what a handler raises while it runs a destructor."""

_gone = threading.Event()


def leave_with_parent() -> None:
    """From now on the end of standard input counts as SIGTERM, if a supervising process has asked for it."""
    if os.environ.pop(PARENT_PIPE, None):  # not for our own children: they have another parent
        threading.Thread(target=_watch, name="parent", daemon=True).start()


def parent_is_gone() -> bool:
    """Whether we end because a supervising process has ended first, which it does not do in good order."""
    return _gone.is_set()


def _watch() -> None:
    while os.read(0, 1024):
        pass
    _gone.set()
    for _ in range(ATTEMPTS):
        _end_main_thread()
        time.sleep(PATIENCE)
    os._exit(1)  # nobody is left to kill a process that hangs


def _end_main_thread() -> None:
    if sys.platform == "win32":
        signal.raise_signal(signal.SIGTERM)
    else:  # to the main thread itself, or a system call that it waits in would go on
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGTERM)
