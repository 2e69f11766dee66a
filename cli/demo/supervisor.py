"""All parts of the demo: started together, looked after, stopped in order."""

import time
from collections.abc import Sequence

from cli.child import stop
from cli.demo.kept_running import KeptRunning
from cli.signals import signals_wait

STOP_SECONDS = 8.0
"""For all of it; what a part leaves undone then is in the database."""
KEPT_SECONDS = 3.0
"""Of them, for each step that is still to come."""


class Supervisor:
    """`orders`: those that stop together, in the order in which they stop. All start at once."""

    def __init__(self, orders: Sequence[Sequence[KeptRunning]]) -> None:
        self._orders = orders
        self._kept = [kept for order in self._orders for kept in order]

    @property
    def ready(self) -> bool:
        return all(kept.ready for kept in self._kept)

    def look(self) -> None:
        """See after each once, without waiting long. Raises Failed if one cannot be kept running."""
        for kept in self._kept:
            kept.look()

    def stop(self) -> None:
        """End all of them; who has ended already is no trouble. Further signals wait meanwhile."""
        deadline = time.monotonic() + STOP_SECONDS
        with signals_wait():
            for to_come, order in zip(reversed(range(len(self._orders))), self._orders, strict=True):
                seconds = deadline - time.monotonic() - to_come * KEPT_SECONDS
                stop([kept.process for kept in order if kept.process is not None], seconds)
                for kept in order:
                    kept.process = None
