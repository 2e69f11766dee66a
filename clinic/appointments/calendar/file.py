"""The file: one event with a stable number, so that a later file of the same appointment replaces it."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event

from clinic.appointments.calendar.zones import zone_of_year
from clinic.appointments.domain.states import State
from clinic.platform.texts import Language, Texts, texts
from clinic.schedule.domain.clinic import Branch

REMIND_BEFORE = timedelta(hours=2)
OURS = UUID("6f0ad7de-4a19-4f0c-8d5c-5a6cf0c2b8c1")
TENTATIVE = frozenset({State.HELD, State.PENDING})
OFF = frozenset({State.CANCELLED, State.DECLINED, State.EXPIRED, State.RELEASED, State.NEEDS_REBOOKING})


def calendar_file(row: Mapping[Any, Any], status: str, branch: Branch, language: Language, now: datetime) -> bytes:
    """The appointment as text/calendar. `row` has doctor_name and specialty, too; `status` is the shown one."""
    say = texts(language)
    zone = ZoneInfo(branch.time_zone)
    start, end = row["start_time"].astimezone(zone), row["end_time"].astimezone(zone)
    specialty = say.specialty(row["specialty"])

    event = Event()
    event.add("uid", _uid(row))
    event.add("sequence", row["version"])
    event.add("dtstamp", now.astimezone(UTC))
    event.add("created", row["created_at"].astimezone(UTC))
    event.add("last-modified", row["updated_at"].astimezone(UTC))
    event.add("dtstart", start)
    event.add("dtend", end)
    event.add("summary", say.say("calendar-summary", specialty=specialty))
    event.add("location", _location(row, branch, say))
    event.add("description", _description(row, branch, say))
    event.add("status", _status(status))
    event.add("class", "PRIVATE")
    if branch.latitude is not None and branch.longitude is not None:
        event.add("geo", (branch.latitude, branch.longitude))
    if status not in OFF:
        event.add_component(_alarm(say.say("calendar-alarm", specialty=specialty)))
    return _around(event, start)


def _around(event: Event, start: datetime) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//Frontdesk//Appointments//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    zone = event["dtstart"].params.get("tzid")
    if zone is not None:  # UTC is written with a Z, and needs no zone
        calendar.add_component(zone_of_year(str(zone), start.year))
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def _uid(row: Mapping[Any, Any]) -> str:
    """The same for the appointment's whole life, and another one at another clinic."""
    made = row["created_at"].astimezone(UTC).isoformat()
    name = f"{row['id']}/{made}"
    return f"{uuid5(OURS, name)}@frontdesk"


def _location(row: Mapping[Any, Any], branch: Branch, say: Texts) -> str:
    office = say.say("calendar-office", office=row["office_number"]) if row["office_number"] else ""
    return ", ".join(filter(None, (branch.name, branch.address, office)))


def _description(row: Mapping[Any, Any], branch: Branch, say: Texts) -> str:
    lines = [say.say("calendar-doctor", name=row["doctor_name"])]
    if branch.phone:
        lines.append(say.say("calendar-phone", phone=branch.phone))
    return "\n".join(lines)


def _status(status: str) -> str:
    if status in OFF:
        return "CANCELLED"
    return "TENTATIVE" if status in TENTATIVE else "CONFIRMED"


def _alarm(text: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", text)
    alarm.add("trigger", -REMIND_BEFORE)
    return alarm
