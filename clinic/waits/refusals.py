"""Why somebody was not put on the wait-list, or not taken off it.

DomainError
├── NobodyFits       there is nobody to wait for
├── WindowOver       the wished days are over
├── TooFarAhead
├── TooManyWaits
└── WaitOver         it has ended otherwise
"""

from clinic.platform.errors import DomainError
from clinic.waits.domain import Status


class NobodyFits(DomainError):
    def __init__(self) -> None:
        super().__init__("nobody_fits", "No doctor answers to this wish. See GET /api/v1/doctors.")


class WindowOver(DomainError):
    def __init__(self) -> None:
        super().__init__("in_the_past", "The days to wait for are over.")


class TooFarAhead(DomainError):
    def __init__(self, days: int) -> None:
        super().__init__("beyond_horizon", f"A wish reaches at most {days} days ahead.", horizon_days=days)


class TooManyWaits(DomainError):
    def __init__(self, maximum: int) -> None:
        limit = "waits_per_person"
        super().__init__("quota", f"The limit '{limit}' of {maximum} is reached.", limit=limit, maximum=maximum)


class WaitOver(DomainError):
    def __init__(self, status: Status) -> None:
        super().__init__("wrong_transition", f"A wait that is {status} cannot be left.", status=status)
