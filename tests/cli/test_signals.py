"""Signals wait for the end of a block, then take effect."""

import signal
import threading

import pytest

from cli.signals import signals_wait


def test_a_signal_takes_effect_after_the_block() -> None:
    done = []
    with pytest.raises(KeyboardInterrupt), signals_wait():  # noqa: PT012 - the point is that the block goes on
        signal.raise_signal(signal.SIGINT)
        done.append("the rest")
    assert done == ["the rest"]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_without_signals_and_in_other_threads_nothing_happens() -> None:
    def block() -> None:
        with signals_wait():
            reached.append(threading.current_thread().name)

    reached: list[str] = []
    block()
    thread = threading.Thread(target=block, name="other")
    thread.start()
    thread.join()
    assert reached == ["MainThread", "other"]
