"""A circuit breaker: a model that failed several turns in a row is left alone for a while.

Closed: every turn may use the model. Open: none may. After `seconds` it is half-open: one turn tries, and its outcome
closes or opens the breaker again. The pattern is M. Nygard's, 'Release It!'.
"""

from collections.abc import Callable


class Breaker:
    """Not thread-safe: one event loop uses it. `clock` gives monotonic seconds."""

    def __init__(self, failures: int, seconds: float, clock: Callable[[], float]) -> None:
        self._limit = failures
        self._seconds = seconds
        self._clock = clock
        self._failed_in_a_row = 0
        self._next_trial_at: float | None = None

    def allows(self) -> bool:
        """Whether a turn may use the model now. When half-open, True is given once: it is the trial.

        A trial whose outcome is never reported (its turn was cancelled) blocks the next one for `seconds` only.
        """
        if self._next_trial_at is None:
            return True
        now = self._clock()
        if now < self._next_trial_at:
            return False
        self._next_trial_at = now + self._seconds
        return True

    def succeeded(self) -> None:
        """A turn got its answer from the model."""
        self._failed_in_a_row = 0
        self._next_trial_at = None

    def failed(self) -> None:
        """A turn did not."""
        self._failed_in_a_row += 1
        if self._failed_in_a_row >= self._limit:
            self._next_trial_at = self._clock() + self._seconds
