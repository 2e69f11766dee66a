"""An appointment as a calendar file, read back as calendars read it."""

from datetime import UTC, datetime, timedelta
from typing import Any, cast
from zoneinfo import ZoneInfo

import asyncpg
import httpx
import pytest
from icalendar import Calendar

from clinic.appointments.calendar.zones import zone_of_year
from tests.clinic.api.asking import at, book, free, refused, registered
from tests.clinic.api.test_slots import add
from tests.support.serving import Clinic


async def parsed(client: httpx.AsyncClient, appointment_id: int, lang: str | None = None) -> tuple[Any, Any]:
    """The event and the calendar around it; their properties are of too many types to name."""
    answer = await client.get(f"/appointments/{appointment_id}.ics", params={"lang": lang} if lang else {})
    assert answer.status_code == 200, answer.text
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert f"appointment-{appointment_id}.ics" in answer.headers["Content-Disposition"]
    assert all(len(line) <= 75 for line in answer.content.split(b"\r\n"))
    calendar: Any = Calendar.from_ical(answer.content)
    (event,) = calendar.events
    return event, calendar


async def booked(clinic: Clinic) -> tuple[httpx.AsyncClient, dict[str, Any]]:
    patient, client_id = await registered(clinic, "telegram:1")
    slot = (await free(patient, doctor_id=5, from_="2026-03-03"))[0]
    return patient, await book(patient, slot["start_time"], doctor_id=5, client_id=client_id)


@pytest.mark.parametrize(
    ("lang", "summary", "doctor", "office"),
    [
        ("ru", "Приём: кардиолог", "Врач: Виктор Орлов", "каб. 201"),
        ("en", "Visit: cardiologist", "Doctor: Виктор Орлов", "office 201"),
        (None, "Приём: кардиолог", "Врач: Виктор Орлов", "каб. 201"),
    ],
)
async def test_the_file_says_what_when_and_where(
    demo_clinic: Clinic, lang: str | None, summary: str, doctor: str, office: str
) -> None:
    patient, made = await booked(demo_clinic)
    event, calendar = await parsed(patient, made["id"], lang)
    assert (event["SUMMARY"], event["STATUS"], event["SEQUENCE"]) == (summary, "CONFIRMED", 1)
    assert event["LOCATION"] == f"Клиника на Садовой, ул. Садовая, 10, {office}"
    assert event["DESCRIPTION"].splitlines()[0] == doctor
    assert "+7 495 000-00-10" in event["DESCRIPTION"]
    assert event["GEO"].to_ical() == "55.7741;37.6208"
    assert event["DTSTART"].params["TZID"] == "Europe/Moscow"
    assert event.start == datetime.fromisoformat(made["start_time"])
    assert event.end == datetime.fromisoformat(made["end_time"])
    assert event["DTSTAMP"].dt == demo_clinic.clock()
    (zone,) = calendar.timezones
    assert zone["TZID"] == "Europe/Moscow"
    (alarm,) = event.subcomponents
    assert alarm.name == "VALARM"
    assert (alarm["ACTION"], alarm["TRIGGER"].dt) == ("DISPLAY", -timedelta(hours=2))


async def test_a_move_and_a_cancellation_replace_the_event(demo_clinic: Clinic) -> None:
    patient, made = await booked(demo_clinic)
    first, _ = await parsed(patient, made["id"])
    later = (await free(patient, doctor_id=5, from_="2026-03-04"))[0]
    move = {"slot_id": later["slot_id"]}
    assert (await patient.post(f"/appointments/{made['id']}/reschedule", json=move)).status_code == 200
    moved, _ = await parsed(patient, made["id"])
    assert moved.start == datetime.fromisoformat(later["start_time"])
    await patient.post(f"/appointments/{made['id']}/cancel")
    cancelled, _ = await parsed(patient, made["id"])
    assert first["UID"] == moved["UID"] == cancelled["UID"]
    assert [event["SEQUENCE"] for event in (first, moved, cancelled)] == [1, 2, 3]
    assert (cancelled["STATUS"], cancelled.subcomponents) == ("CANCELLED", [])


async def test_states_become_what_calendars_know(clinic: Clinic) -> None:
    made = await book(clinic.staff, at(9))
    connection = await asyncpg.connect(clinic.database_url)
    for status, expected in (
        ("held", "TENTATIVE"),
        ("pending", "TENTATIVE"),
        ("arrived", "CONFIRMED"),
        ("completed", "CONFIRMED"),
        ("no_show", "CONFIRMED"),
        ("needs_rebooking", "CANCELLED"),
        ("declined", "CANCELLED"),
    ):
        await connection.execute("UPDATE appointments SET status = $1, hold_expires_at = '2026-03-02 07:00Z'", status)
        event, _ = await parsed(clinic.staff, made["id"])
        assert event["STATUS"] == expected, status
    await connection.execute("UPDATE appointments SET status = 'held', hold_expires_at = '2026-03-02 05:00Z'")
    await connection.close()
    event, calendar = await parsed(clinic.staff, made["id"])
    assert event["STATUS"] == "CANCELLED"
    assert event["DTSTART"].to_ical() == b"20260302T090000Z"  # a branch in UTC needs no zone
    assert calendar.timezones == []
    assert "GEO" not in event


async def test_awkward_names_stay_text(clinic: Clinic) -> None:
    awkward = r'A; B, "C" \n END:VEVENT ü'
    await add(
        clinic,
        f"""
branches: [{{id: 9, name: '{awkward}', address: '{awkward}', time_zone: America/New_York}}]
doctors: [{{id: 90, name: '{awkward}', specialty: tea_master, branch: 9, hours: {{mon: 09:00-12:00}}}}]
""",
    )
    made = await book(clinic.staff, at(15), doctor_id=90)
    event, calendar = await parsed(clinic.staff, made["id"], "en")
    assert event["LOCATION"] == f"{awkward}, {awkward}"
    assert event["DESCRIPTION"] == f"Doctor: {awkward}"
    assert event["SUMMARY"] == "Visit: tea master"
    assert [part.name for part in calendar.subcomponents] == ["VTIMEZONE", "VEVENT"]


async def test_the_file_is_for_staff_and_the_account_that_booked(clinic: Clinic) -> None:
    patient, client_id = await registered(clinic, "telegram:1")
    made = await book(patient, at(9), client_id=client_id)
    stranger, _ = await registered(clinic, "telegram:2")
    address = f"/appointments/{made['id']}.ics"
    refused(await stranger.get(address), 404, "not_found")
    refused(await (await clinic.client()).get(address), 401, "unauthorized")
    refused(await clinic.staff.get("/appointments/424242.ics"), 404, "not_found")
    refused(await patient.get(address, params={"lang": "de"}), 422, "validation_failed")
    refused(await patient.get("/appointments/x.ics"), 422, "validation_failed")
    for client in (patient, clinic.staff):
        event, _ = await parsed(client, made["id"])
        assert "A. Patient" not in event.to_ical().decode()


ZONES = ("Europe/Moscow", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "Asia/Gaza")


@pytest.mark.parametrize("key", ZONES)
@pytest.mark.parametrize("year", [2026, 2027])
def test_a_written_zone_is_the_zone(key: str, year: int) -> None:
    """Every hour of the year has the offset that the IANA database gives, read as RFC 5545 says."""
    zone, written = ZoneInfo(key), cast("Any", zone_of_year(key, year))
    changes = sorted(
        (part["DTSTART"].dt.replace(tzinfo=UTC) - part["TZOFFSETFROM"].td, part["TZOFFSETTO"].td)
        for part in written.subcomponents
    )
    moment = datetime(year, 1, 1, tzinfo=zone).astimezone(UTC)
    while moment < datetime(year + 1, 1, 3, tzinfo=UTC):
        offset = [to for begin, to in changes if begin <= moment][-1]
        assert offset == moment.astimezone(zone).utcoffset(), moment
        moment += timedelta(hours=1)
