"""When to ask again, and how long to wait: bounded exponential backoff with full jitter.

Full jitter as in M. Brooker, "Exponential Backoff And Jitter" (AWS Architecture Blog, 2015): a uniform wait between
zero and the exponential bound, so that many clients of a recovering service do not come back together.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """How often and how patiently a safe or idempotent call is repeated. Times in seconds."""

    attempts: int = 3
    """Calls in all, the first one included; 1 never repeats."""
    base: float = 0.1
    cap: float = 2.0
    """No single wait is longer; a service that asks for a longer one is not asked again."""

    def __post_init__(self) -> None:
        if self.attempts < 1 or self.base < 0 or self.cap < 0:
            raise ValueError("attempts must be at least 1, base and cap at least 0")

    def delay(self, attempt: int, rng: Callable[[], float]) -> float:
        """Seconds to wait after failed attempt number `attempt` (from 1); `rng` gives 0 <= x < 1."""
        bound = min(self.cap, self.base * 2.0 ** min(attempt - 1, 30))
        return bound * rng()


def asked_wait(retry_after: str | None, now: datetime) -> float | None:
    """Seconds that a Retry-After header asks for (RFC 9110, section 10.2.3): a number, or a date after `now`."""
    if retry_after is None:
        return None
    text = retry_after.strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    if moment.tzinfo is None:
        return None
    return max(0.0, (moment - now).total_seconds())
