"""When somebody of the clinic is there to answer."""

from datetime import datetime

from clinic.applications.domain.opening import open_spans, opening_of
from clinic.platform.errors import NotFound
from clinic.schedule.current import CurrentSchedule
from clinic.schedule.engine.minutes import to_datetime, to_minute
from contracts.tickets import Opening

AHEAD = 14 * 1440
"""Minutes: who is shut for longer has other ways to say so."""


class NextOpening:
    """For anybody: the hours that run now, or the next ones, of a branch or of whichever opens first.

    Raises NotFound for an unknown branch, and where none opens within two weeks.
    """

    def __init__(self, current: CurrentSchedule) -> None:
        self._current = current

    async def __call__(self, branch_id: int | None, now: datetime) -> Opening:
        schedule = (await self._current.newest()).schedule
        if branch_id is not None and branch_id not in schedule.branches:
            raise NotFound("branch")
        begin = to_minute(now)
        found = []
        for number in schedule.branches if branch_id is None else (branch_id,):
            rules = opening_of(schedule, number)
            spans = open_spans(rules, begin, begin + AHEAD)
            if (first := next(spans, None)) is not None:
                closes = first[1]
                for later in spans:
                    if later[0] > closes:
                        break
                    closes = max(closes, later[1])
                found.append((first[0], number, closes, rules.zone))
        if not found:
            raise NotFound("opening")
        opens, number, closes, zone = min(found, key=lambda one: one[:2])
        return Opening(
            branch_id=number,
            time_zone=zone.key,
            opens=to_datetime(opens, zone),
            closes=to_datetime(closes, zone),
            open_now=opens <= begin,
        )
