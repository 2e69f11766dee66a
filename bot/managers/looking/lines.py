"""A visit in one line."""

from bot.dialogue.views.dates import clock_time
from bot.texts import Texts
from contracts.appointments import Appointment, AppointmentStatus

OVER = frozenset(
    {
        AppointmentStatus.CANCELLED,
        AppointmentStatus.DECLINED,
        AppointmentStatus.EXPIRED,
        AppointmentStatus.RELEASED,
        AppointmentStatus.NEEDS_REBOOKING,
    }
)
"""They take no time any more."""


def visit_line(words: Texts, visit: Appointment, *, doctor: bool) -> str:
    """On the branch's clock, such as «10:30 Анна Иванова · Петров · подтверждён»."""
    parts = [visit.patient_name or visit.visitor_name or words.say("looking-nobody")]
    if doctor:
        parts.append(visit.doctor_name)
    parts.append(words.say(f"looking-state-{visit.status.value}"))
    return words.html("looking-line", time=clock_time(words, visit.start_time, visit.time_zone), what=" · ".join(parts))
