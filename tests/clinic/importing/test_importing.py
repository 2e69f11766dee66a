"""What an import writes, shows and leaves alone, on a real database."""

import asyncio

import pytest

from clinic.schedule.domain.clinic import Branch, Doctor
from clinic.schedule.domain.rules import ExceptionKind, WeeklyHours
from clinic.schedule.importing.read_file import BadImport
from tests.clinic.importing.files import NEW, bring, stored
from tests.support.serving import Clinic


async def test_new_entries_are_written_and_shown_in_words(synthetic_database: str) -> None:
    before = await stored(synthetic_database)
    assert await bring(synthetic_database, NEW) == [
        "+ branch 5: Branch by the park; address: 3 Park Street; time zone: Europe/Moscow",
        "+ visit type 1: First visit; code: first_visit; kind: first visit; length: 30 min; price: 2500.00 RUB",
        "+ doctor 70: Olga Rechnaya; specialty: ent; branch: 5; office: 012; languages: ru, en; "
        "hours: mon 09:00-13:00, 14:00-18:00; fri 10:00-16:00; "
        "time off and extra hours: time off 2026-07-01 to 2026-07-14",
    ]
    after = await stored(synthetic_database)
    assert after.version == before.version + 1
    assert after.branches[5] == Branch(5, "Branch by the park", "3 Park Street", "Europe/Moscow")
    doctor = after.doctors[70]
    assert (doctor.office_number, doctor.languages) == ("012", ("ru", "en"))
    assert doctor.weekly_hours == (WeeklyHours(0, 540, 780), WeeklyHours(0, 840, 1080), WeeklyHours(4, 600, 960))
    assert [exception.kind for exception in doctor.exceptions] == [ExceptionKind.TIME_OFF]
    assert {**after.doctors, 70: None} == {**before.doctors, 70: None}


async def test_the_same_file_again_changes_nothing(synthetic_database: str) -> None:
    await bring(synthetic_database, NEW)
    version = (await stored(synthetic_database)).version
    assert await bring(synthetic_database, NEW) == []
    assert (await stored(synthetic_database)).version == version


async def test_changes_name_the_field_and_its_values_in_words(synthetic_database: str) -> None:
    await bring(synthetic_database, NEW)
    changed = """
branches: [{id: 5, name: Park, time_zone: Asia/Yekaterinburg, closures: [{from: 2026-01-01, hours: 00:00-12:00}]}]
visit_types: [{id: 1, code: first_visit, kind: follow_up, name: First visit, minutes: 45, price: ~}]
doctors:
  - {id: 70, name: Olga Rechnaya, specialty: ent, branch: 1, children: yes, adults: no, languages: [], gender: female,
     slot_minutes: 20, lead_minutes: 90, horizon_days: 14, hours: {tue: 08:00-24:00},
     time_off: [], extra_hours: [{from: 2026-05-02, hours: 10:00-12:00}]}
"""
    assert await bring(synthetic_database, changed) == [
        "~ branch 5 (Branch by the park), name: Branch by the park -> Park",
        "~ branch 5 (Branch by the park), time zone: Europe/Moscow -> Asia/Yekaterinburg",
        "~ branch 5 (Branch by the park), closed: none -> 2026-01-01 00:00-12:00",
        "~ visit type 1 (First visit), kind: first visit -> follow-up",
        "~ visit type 1 (First visit), length: 30 min -> 45 min",
        "~ visit type 1 (First visit), price: 2500.00 RUB -> none",
        "~ doctor 70 (Olga Rechnaya), branch: 5 -> 1",
        "~ doctor 70 (Olga Rechnaya), languages: ru, en -> none",
        "~ doctor 70 (Olga Rechnaya), sees adults: yes -> no",
        "~ doctor 70 (Olga Rechnaya), sees children: no -> yes",
        "~ doctor 70 (Olga Rechnaya), gender: none -> female",
        "~ doctor 70 (Olga Rechnaya), slot length: 30 min -> 20 min",
        "~ doctor 70 (Olga Rechnaya), booked at least this long ahead: 0 min -> 90 min",
        "~ doctor 70 (Olga Rechnaya), booked at most this long ahead: 60 days -> 14 days",
        "~ doctor 70 (Olga Rechnaya), hours: mon 09:00-13:00, 14:00-18:00; fri 10:00-16:00 -> tue 08:00-24:00",
        "~ doctor 70 (Olga Rechnaya), time off and extra hours: time off 2026-07-01 to 2026-07-14 "
        "-> extra hours 2026-05-02 10:00-12:00",
    ]
    assert (await stored(synthetic_database)).doctors[70].branch_id == 1


async def test_what_a_file_does_not_say_stays_as_it_is(synthetic_database: str) -> None:
    await bring(synthetic_database, NEW)
    before = await stored(synthetic_database)
    text = "doctors: [{id: 70, name: Olga Rechnaya, specialty: ent, branch: 5, office: 14}]"
    assert await bring(synthetic_database, text) == ["~ doctor 70 (Olga Rechnaya), office: 012 -> 14"]
    kept: Doctor = (await stored(synthetic_database)).doctors[70]
    assert (kept.weekly_hours, kept.exceptions, kept.languages) == (
        before.doctors[70].weekly_hours,
        before.doctors[70].exceptions,
        before.doctors[70].languages,
    )


async def test_a_dry_run_shows_the_same_and_writes_nothing(synthetic_database: str) -> None:
    before = await stored(synthetic_database)
    shown = await bring(synthetic_database, NEW, dry_run=True)
    assert await stored(synthetic_database) == before
    assert await bring(synthetic_database, NEW) == shown


async def test_a_branch_has_a_place_and_a_phone(synthetic_database: str) -> None:
    text = "branches: [{{id: 1, name: Synthetic branch, time_zone: UTC, {}}}]"
    assert await bring(synthetic_database, text.format("latitude: 55.7, longitude: -0.125, phone: 8 495 000")) == [
        "~ branch 1 (Synthetic branch), latitude: none -> 55.7",
        "~ branch 1 (Synthetic branch), longitude: none -> -0.125",
        "~ branch 1 (Synthetic branch), phone: none -> 8 495 000",
    ]
    branch = (await stored(synthetic_database)).branches[1]
    assert (branch.latitude, branch.longitude, branch.phone) == (55.7, -0.125, "8 495 000")
    table = "id;name;time_zone;latitude;longitude\n1;Synthetic branch;UTC;0;30\n"
    assert await bring(synthetic_database, table, csv_format=True) == [
        "~ branch 1 (Synthetic branch), latitude: 55.7 -> 0",
        "~ branch 1 (Synthetic branch), longitude: -0.125 -> 30",
    ]
    assert await bring(synthetic_database, text.format("latitude: ~, longitude: ~, phone: ~")) == [
        "~ branch 1 (Synthetic branch), latitude: 0 -> none",
        "~ branch 1 (Synthetic branch), longitude: 30 -> none",
        "~ branch 1 (Synthetic branch), phone: 8 495 000 -> none",
    ]


@pytest.mark.parametrize(
    ("wrong", "problem"),
    [
        (
            "branches: [{id: 5, name: A, time_zone: UTC, latitude: 55.7}]",
            "branches, id 5, latitude: it goes with longitude, and neither without the other",
        ),
        ("doctors: [{id: 71, name: A, specialty: ent, branch: 9}]", "doctors, id 71, branch: there is no branch 9"),
        (
            "branches: [{id: 5, name: A, time_zone: UTC}, {id: 5, name: B, time_zone: UTC}]",
            "branches, id 5: this id is given twice",
        ),
        (
            "visit_types:\n- {id: 1, code: one, kind: first, name: A, minutes: 30}\n"
            "- {id: 2, code: one, kind: first, name: B, minutes: 30}\n"
            "branches: [{id: 5, name: A, time_zone: UTC}]",
            "visit_types, id 1, code: 'one' is used twice",
        ),
    ],
)
async def test_what_does_not_fit_the_schedule_writes_nothing(synthetic_database: str, wrong: str, problem: str) -> None:
    before = await stored(synthetic_database)
    with pytest.raises(BadImport) as raised:
        await bring(synthetic_database, wrong)
    assert problem in raised.value.problems
    assert await stored(synthetic_database) == before


async def test_visit_types_may_exchange_their_codes(synthetic_database: str) -> None:
    entry = "- {{id: {}, code: {}, kind: first, name: Visit, minutes: 30}}\n"
    await bring(synthetic_database, "visit_types:\n" + entry.format(1, "one") + entry.format(2, "two"))
    await bring(synthetic_database, "visit_types:\n" + entry.format(1, "two") + entry.format(2, "one"))
    types = (await stored(synthetic_database)).visit_types
    assert (types[1].code, types[2].code) == ("two", "one")


async def test_two_imports_at_once_both_stand_and_each_counts(synthetic_database: str) -> None:
    before = await stored(synthetic_database)
    texts = [f"doctors: [{{id: {n}, name: N{n}, specialty: ent, branch: 1, office: {n}}}]" for n in range(20, 28)]
    await asyncio.gather(*(bring(synthetic_database, text) for text in texts))
    after = await stored(synthetic_database)
    assert after.version == before.version + len(texts)
    assert {after.doctors[n].office_number for n in range(20, 28)} == {str(n) for n in range(20, 28)}


async def test_a_running_service_shows_what_was_imported(clinic: Clinic) -> None:
    async def offices() -> dict[int, str]:
        doctors = (await clinic.staff.get("/doctors")).json()["doctors"]
        return {doctor["doctor_id"]: doctor["office_number"] for doctor in doctors}

    before = await offices()
    await bring(
        clinic.database_url, "doctors: [{id: 3, name: Doctor 3, specialty: cardiologist, branch: 1, office: 9-b}]"
    )
    assert await offices() == before | {3: "9-b"}


async def test_a_doctor_moved_to_another_branch_is_offered_there_in_its_time(clinic: Clinic) -> None:
    await bring(
        clinic.database_url,
        "branches: [{id: 2, name: East, time_zone: Asia/Yekaterinburg}]\n"
        "doctors: [{id: 3, name: Doctor 3, specialty: cardiologist, branch: 2}]",
    )
    slots = (await clinic.staff.get("/slots/nearest", params={"doctor_id": 3})).json()["slots"]
    assert (slots[0]["branch_id"], slots[0]["time_zone"]) == (2, "Asia/Yekaterinburg")
    assert slots[0]["start_time"].endswith("+05:00")
