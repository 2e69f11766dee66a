"""What happens between the booking and the visit: who is coming, and whether messages arrive."""

from datetime import datetime

from contracts.fields import Instant, Wire


class ComingRequest(Wire):
    start_time: Instant | None = None
    """The start that was read when the patient said so; None: as the visit stands."""


class Coming(Wire):
    """That somebody has said that they are coming."""

    appointment_id: int
    start_time: datetime
    """Aware, with the branch's offset."""
    time_zone: str
    coming_at: datetime
    confirm_by: datetime | None
    """Until when it had to be said, where that was asked for."""


class ReachRequest(Wire):
    reachable: bool
    """False: messages do not arrive, such as after the bot was blocked."""


class Reach(Wire):
    reachable: bool
    unreachable_since: datetime | None
