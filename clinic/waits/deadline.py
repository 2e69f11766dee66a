"""Until when somebody may answer, and when they are asked. No I/O."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from clinic.platform.settings import ClinicSettings
from clinic.reminders.domain.quiet import QuietHours
from clinic.reminders.rules import rules_of

LEAST = timedelta(minutes=5)
"""Less is no time to answer in: nobody is asked."""


@dataclass(frozen=True, slots=True)
class AskingRules:
    time_to_answer: timedelta
    quiet: QuietHours | None
    """On the branch's clock; the same as for reminders."""


@dataclass(frozen=True, slots=True)
class Asking:
    tell_at: datetime
    answer_by: datetime
    """A whole minute: it is shown to people."""


def asking_rules(settings: ClinicSettings) -> AskingRules:
    return AskingRules(timedelta(minutes=settings.waits.offer_minutes), rules_of(settings.reminding).quiet)


def asking(now: datetime, start: datetime, zone: ZoneInfo, rules: AskingRules) -> Asking | None:
    """When to ask about a visit that begins at `start`; None if that is too near.

    Nobody is woken: at night the question waits for the morning, and the time to answer begins then. It is the set
    time, and at most half of what is left until the visit: the next in line wants to come, too.
    """
    tell_at = now
    if rules.quiet is not None and rules.quiet.hold(now, zone):
        tell_at = rules.quiet.over(now, zone)
    time_to_answer = min(rules.time_to_answer, (start - tell_at) / 2)
    answer_by = (tell_at + time_to_answer).replace(second=0, microsecond=0)
    return Asking(tell_at, answer_by) if answer_by - tell_at >= LEAST else None
