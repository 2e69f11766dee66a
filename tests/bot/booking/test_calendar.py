"""The calendar: only days with free time can be pressed, each of them can be reached, days are the branch's."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from bot.dialogue.use_cases.month import Month
from bot.dialogue.use_cases.wish import Wish
from bot.dialogue.views.calendar import calendar
from bot.dialogue.views.screen import Button
from bot.dialogue.views.times import slot_rows
from bot.dialogue.way_callbacks import NoTime, ToDay, ToMonth, ToSpecialties
from bot.dialogue.where import Where, from36, minute_of, moment_of, to36
from bot.texts import Language, texts
from clinic.platform.database import connect
from contracts.schedule import Branch, Doctor, PartOfDay, Slot
from tests.bot.booking.tapping import days, labels, taps
from tests.bot.patient import Patient, at_the_terminal
from tests.bot.receptionists import ProposesNearest
from tests.support.clock import StillClock
from tests.support.serving import Clinic, running_clinic

ENT = ProposesNearest("ent")
DOCTOR = Doctor(
    doctor_id=7, full_name="D. Octor", specialty="ent", branch_id=1, office_number="1", languages=("ru",),
    sees_adults=True, sees_children=True,
)  # fmt: skip
BERLIN = Branch(branch_id=1, name="B", address="A", time_zone="Europe/Berlin")
NOW = datetime(2026, 3, 18, 9, tzinfo=UTC)
BACK = Button("back", ToSpecialties(at=Where()))
DAYS = st.dates(date(2000, 1, 1), date(2999, 11, 30))
SPECIALTIES = st.from_regex(r"[a-z][a-z0-9_]{1,39}", fullmatch=True)


def wish(where: Where, zone: str = "Europe/Berlin") -> Wish:
    branch = BERLIN.model_copy(update={"time_zone": zone})
    return Wish(where=where, specialty="ent", fitting=(DOCTOR,), branches={1: branch}, client_id=None)


@given(
    first=DAYS.map(lambda day: day.replace(day=1)),
    free=st.sets(st.integers(1, 28)),
    language=st.sampled_from(["ru", "en"]),
)
def test_only_free_days_can_be_pressed_and_weeks_begin_on_monday(
    first: date, free: set[int], language: Language
) -> None:
    open_days = {first.replace(day=day): 1 for day in free}
    month = Month(first=first, free=open_days, earlier=None, later=first)
    screen = calendar(texts(language), wish(Where(doctor_id=7)), month, NOW, BACK)
    header, *weeks, turns = screen.grid
    assert all(isinstance(one.data, NoTime) for one in header)
    cells = [button for week in weeks for button in week]
    assert len(cells) % 7 == 0
    pressed = [one.data.at.day for one in cells if isinstance(one.data, ToDay)]
    assert pressed == sorted(open_days)
    assert all(isinstance(one.data, ToDay | NoTime) for one in cells)
    for week in weeks:
        for weekday, one in enumerate(week):
            day = one.data.at.day if isinstance(one.data, ToDay) else None
            assert day is None or day.weekday() == weekday
    assert isinstance(turns[0].data, ToMonth)
    assert sum(map(len, screen.grid)) + len(screen.buttons) <= 100  # Telegram's limit


def test_weeks_that_are_over_take_no_room() -> None:
    month = Month(first=date(2026, 3, 1), free={date(2026, 3, 20): 1}, earlier=None, later=None)
    header, *weeks = calendar(texts("ru"), wish(Where(doctor_id=7)), month, NOW, BACK).grid
    assert len(weeks) == 3  # 16-22, 23-29 and 30 March: what ended on the 15th is left out
    assert weeks[0][4].label == "20"
    assert len(header) == 7


PLACES = st.builds(
    Where,
    specialty=SPECIALTIES,
    branch_id=st.integers(0, 36**2),
    day=st.none() | DAYS,
    part=st.none() | st.sampled_from(PartOfDay),
    page=st.integers(0, 99),
) | st.builds(
    Where,
    doctor_id=st.integers(1, 2_000_000_000),
    branch_id=st.integers(0, 2_000_000_000),
    day=st.none() | DAYS,
    part=st.none() | st.sampled_from(PartOfDay),
    page=st.integers(0, 99),
    move=st.integers(0, 2**53 - 1),
)


@given(place=PLACES)
def test_a_place_comes_back_from_its_button_and_fits(place: Where) -> None:
    packed = ToDay(at=place).pack()
    assert len(packed.encode()) <= 64
    assert ToDay.unpack(packed).at == place


@given(typed=st.text(max_size=30))
def test_what_nobody_packed_is_refused_with_value_error_only(typed: str) -> None:
    try:
        place = Where.parse(typed)
    except ValueError:
        return
    assert Where.parse(place.pack()) == place


@given(number=st.integers(0, 2**60))
def test_base_36(number: int) -> None:
    assert from36(to36(number)) == number


@given(place=PLACES, minute=st.integers(0, 10**8))
def test_every_times_button_fits(place: Where, minute: int) -> None:
    slot = Slot(
        slot_id="s" * 40, doctor_id=2_000_000_000, doctor_name="D", specialty="ent", branch_id=1, office_number="1",
        time_zone="Europe/Berlin", start_time=moment_of(minute), end_time=moment_of(minute + 30),
    )  # fmt: skip
    (row,) = slot_rows(texts("ru"), wish(place), [slot], moment_of(minute) - timedelta(days=2))
    assert len(row.data.pack().encode()) <= 64
    assert minute_of(slot.start_time) == minute


@pytest.mark.parametrize("specialty", ["^Невролог", "^Стоматолог"])
async def test_every_free_day_can_be_reached_and_no_other_one(demo_clinic: Clinic, specialty: str) -> None:
    async with at_the_terminal(demo_clinic, ENT, language="ru") as patient:
        await patient.types("/book", "1")
        await taps(patient, specialty)
        doctor_id = next(ToDay.unpack(one.data).at.doctor_id for one in days(patient))
        pressed = await all_days(patient)
        path = f"/slots/days?doctor_id={doctor_id}&from="
        first = (await demo_clinic.staff.get(f"{path}2026-03-02")).json()["days"]
        more = (await demo_clinic.staff.get(f"{path}2026-05-03")).json()["days"]
        assert pressed == [date.fromisoformat(one["date"]) for one in [*first, *more]]


async def all_days(patient: Patient) -> list[date]:
    """Of all months, going on as long as there is a next one; and back again to the first."""
    found: list[date] = []
    months = 1
    while True:
        found += [day for one in days(patient) if (day := ToDay.unpack(one.data).at.day) is not None]
        if not any(one.endswith("→") for one in labels(patient)):
            break
        await taps(patient, "→$")
        months += 1
    for _ in range(months - 1):
        await taps(patient, "^← [А-Я].* 2026")
    assert days(patient)[0].label == str(found[0].day)
    return found


async def test_the_calendar_opens_at_the_first_month_that_has_free_time(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ENT, language="ru") as patient:
        await patient.types("/book", "1")
        demo_clinic.clock.now = datetime.fromisoformat("2026-03-31T20:30:00+03:00")  # nothing of March is left
        assert "Апрель 2026" in await taps(patient, "^Стоматолог")


@pytest.mark.parametrize(
    ("zone", "now", "tomorrow", "offset"),
    [
        ("Asia/Vladivostok", "2026-03-02T20:00:00+00:00", "4", "UTC+10"),
        ("America/New_York", "2026-03-07T20:00:00+00:00", "9", "UTC-4"),  # the clocks go forward on the 8th
        ("Europe/Berlin", "2026-03-28T20:00:00+00:00", "30", "UTC+2"),  # and here on the 29th
    ],
)
async def test_days_and_times_are_the_branchs_over_daylight_saving(
    demo_database: str, zone: str, now: str, tomorrow: str, offset: str
) -> None:

    database = connect(demo_database, 1)
    async with database.transaction() as connection:
        await connection.execute(text("UPDATE branches SET time_zone = :zone"), {"zone": zone})
    await database.close()
    clock = StillClock(datetime.fromisoformat(now))
    async with running_clinic(demo_database, clock) as clinic, at_the_terminal(clinic, ENT) as patient:
        await patient.types("/book", "1")
        await taps(patient, "^Dentist", f"^{tomorrow}$", "^Evening", "17:30")
        card = await taps(patient, "Book it")
        assert "17:30–18:00" in card
        assert f", {offset}\n" in card
        (booked,) = (await patient.calls.appointments()).appointments
    assert booked.start_time.isoformat()[8:16] == f"{int(tomorrow):02}T17:30"
