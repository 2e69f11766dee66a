"""All parts of the demo: started together, looked after, stopped in order."""

from collections.abc import Sequence

from cli.child import stop
from cli.demo.kept_running import KeptRunning
from cli.signals import signals_wait

STOP_SECONDS = 4.0
"""For each step of stopping; what a part leaves undone then is in the database."""


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
        with signals_wait():
            for order in self._orders:
                stop((kept.process for kept in order if kept.process is not None), STOP_SECONDS)
                for kept in order:
                    kept.process = None
