"""Signals wait for the end of a block, then take effect."""

import asyncio
import signal
import threading

import pytest

from cli import event_loop
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


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_on_an_event_loop_a_signal_cancels_the_work_and_then_ends_the_process(number: signal.Signals) -> None:
    done = []

    async def work() -> None:
        try:
            signal.raise_signal(number)
            await asyncio.sleep(60)
        finally:
            done.append("cleaned up")

    before = signal.getsignal(number)
    with pytest.raises(SystemExit) as ended:
        event_loop.run(work())
    assert (ended.value.code, done) == (128 + number, ["cleaned up"])
    assert signal.getsignal(number) is before


def test_without_a_signal_the_work_is_simply_done() -> None:
    async def work() -> str:
        return "done"

    assert event_loop.run(work()) == "done"
