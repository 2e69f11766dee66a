"""The state of a conversation: any sequence of sentences ends where the moves that they stand for end."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.wanted.clinic import Clinic
from agent.wanted.hear import hear
from agent.wanted.merge import merge
from agent.wanted.state import Shown, Wanted
from agent.wanted.times import hours_of, spans
from tests.agent.clinic_in_memory import NOW, at
from tests.agent.demo_clinic import GARDEN, PARK, STAFF, day

CLINIC = Clinic(STAFF, (GARDEN, PARK))
SPECIALTY = {one.doctor_id: one.specialty for one in STAFF}
GENDER = {one.doctor_id: one.gender for one in STAFF}
BRANCH = {one.doctor_id: one.branch_id for one in STAFF}
LANGUAGES = {one.doctor_id: one.languages for one in STAFF}


@dataclass(frozen=True)
class Reference:
    """What a person at the desk would have noted down."""

    specialty: str | None = None
    doctor: int | None = None
    not_with: frozenset[int] = frozenset()
    gender: str | None = None
    language: str | None = None
    branch: int | None = None
    day: date | None = None
    hours: tuple[int, int] | None = None
    not_on: frozenset[date] = field(default_factory=frozenset)


Move = Callable[[Reference], Reference]


def specialty(code: str) -> Move:
    return lambda r: replace(r, specialty=code, doctor=r.doctor if r.specialty == code else None)


def to_doctor(number: int) -> Move:
    return lambda r: replace(r, doctor=number, specialty=SPECIALTY[number], not_with=r.not_with - {number})


def not_to(number: int) -> Move:
    return lambda r: replace(r, not_with=r.not_with | {number}, doctor=None if r.doctor == number else r.doctor)


def gender(wanted: str | None) -> Move:
    def move(r: Reference) -> Reference:
        leaves = r.doctor is not None and wanted not in (None, GENDER[r.doctor])
        return replace(r, gender=wanted, doctor=None if leaves else r.doctor)

    return move


def language(wanted: str | None) -> Move:
    def move(r: Reference) -> Reference:
        leaves = r.doctor is not None and wanted is not None and wanted not in LANGUAGES[r.doctor]
        return replace(r, language=wanted, doctor=None if leaves else r.doctor)

    return move


def branch(wanted: int | None) -> Move:
    def move(r: Reference) -> Reference:
        leaves = r.doctor is not None and wanted not in (None, BRANCH[r.doctor])
        return replace(r, branch=wanted, doctor=None if leaves else r.doctor)

    return move


def on(wanted: date) -> Move:
    return lambda r: replace(r, day=wanted, not_on=r.not_on - {wanted})


def not_on(*refused: date) -> Move:
    return lambda r: replace(r, not_on=r.not_on | {*refused}, day=None if r.day in refused else r.day)


def at_hours(hours: tuple[int, int] | None) -> Move:
    return lambda r: replace(r, hours=hours)


def anew(_: Reference) -> Reference:
    return Reference()


def nothing(r: Reference) -> Reference:
    return r


MOVES: dict[str, Move] = {
    "к лору": specialty("ent"),
    "нужен кардиолог": specialty("cardiologist"),
    "запишите к терапевту": specialty("therapist"),
    "I need a neurologist": specialty("neurologist"),
    "к Тихонову": to_doctor(2),
    "хочу к Соколовой": to_doctor(3),
    "dr Orlov please": to_doctor(8),
    "только не к Громову": not_to(4),
    "anyone but Dr Tikhonov": not_to(2),
    "женщина-врач": gender("female"),
    "мне нужен врач мужчина": gender("male"),
    "пол не важен": gender(None),
    "врач, говорящий по-английски": language("en"),
    "a doctor who speaks Armenian": language("hy"),
    "язык не важен": language(None),
    "на Садовой": branch(1),
    "в филиале у парка": branch(2),
    "в любом филиале": branch(None),
    "завтра": on(day(1)),
    "а если в пятницу?": on(day(2)),
    "давайте в понедельник": on(day(5)),
    "on Saturday": on(day(3)),
    "завтра не могу": not_on(day(1)),
    "только не в пятницу": not_on(day(2), day(9)),
    "утром": at_hours((480, 720)),
    "вечером": at_hours((1020, 1260)),
    "after 3 pm": at_hours((900, 1440)),
    "в любое время": at_hours(None),
    "начнём сначала": anew,
}
CHATTER = ("спасибо", "привет", "ага, понятно", "минутку", "thanks", "ok", "подумаю", "сколько это стоит?", "где вы?")


def heard(wanted: Wanted, line: str) -> Wanted:
    """As it is kept between turns: through JSON."""
    merged = merge(wanted, hear(line, CLINIC, wanted, NOW, "ru"), NOW)
    return Wanted.model_validate_json(merged.model_dump_json())


def noted(wanted: Wanted) -> Reference:
    """The state as the desk would note it."""
    assert len(wanted.doctors) <= 1
    windows = spans(wanted.windows, NOW)
    days = {span.start.date() for span in windows}
    assert len(days) <= 1
    return Reference(
        specialty=wanted.specialties[0] if wanted.specialties else None,
        doctor=wanted.doctors[0] if wanted.doctors else None,
        not_with=frozenset(wanted.refused_doctors),
        gender=wanted.gender,
        language=wanted.language,
        branch=wanted.branch,
        day=days.pop() if days else None,
        hours=wanted.hours or hours_of(windows),
        not_on=frozenset(
            span.start.date() + timedelta(days=n)
            for span in spans(wanted.refused, NOW)
            for n in range((span.end - span.start).days)
        ),
    )


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from([*MOVES, *CHATTER]), min_size=15, max_size=60))
def test_any_sequence_ends_as_its_moves_do(lines: list[str]) -> None:
    wanted, reference = Wanted(), Reference()
    for line in lines:
        wanted, reference = heard(wanted, line), MOVES.get(line, nothing)(reference)

    assert noted(wanted) == reference


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(list(MOVES)), max_size=6), st.lists(st.sampled_from(CHATTER), min_size=1, max_size=4))
def test_chatter_changes_nothing(lines: list[str], chatter: list[str]) -> None:
    wanted = Wanted()
    for line in lines:
        wanted = heard(wanted, line)
    after = wanted
    for line in chatter:
        after = heard(after, line)

    assert after == wanted


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80), st.lists(st.sampled_from(list(MOVES)), max_size=3))
def test_any_text_can_be_heard_and_kept(text: str, lines: list[str]) -> None:
    wanted = Wanted()
    for line in [*lines, text]:
        wanted = heard(wanted, line)

    assert Wanted.model_validate_json(wanted.model_dump_json()) == wanted


def test_a_relative_day_is_resolved_when_it_is_said() -> None:
    wanted = heard(Wanted(), "к лору завтра")
    tomorrow = NOW + timedelta(days=1)

    later = merge(wanted, hear("спасибо", CLINIC, wanted, tomorrow, "ru"), tomorrow)

    assert later.windows == wanted.windows
    assert later.windows[0].start == day(1)


def test_what_has_passed_is_forgotten() -> None:
    shown = (Shown(doctor_id=1, start=at(day(1), 10)), Shown(doctor_id=1, start=at(day(4), 10)))
    wanted = heard(Wanted(), "к лору завтра, только не утром").model_copy(update={"shown": shown})
    week_later = NOW + timedelta(days=3)

    later = merge(wanted, hear("спасибо", CLINIC, wanted, week_later, "ru"), week_later)

    assert (later.windows, later.refused, later.shown) == ((), (), shown[1:])
    assert later.specialties == ("ent",)


@pytest.mark.parametrize(
    ("lines", "specialties"),
    [
        (("болит голова", "и ещё болит горло"), ("neurologist", "ent", "therapist")),
        (("болит голова", "горло болит"), ("ent", "therapist")),
        (("к лору", "горло болит третий день"), ("ent",)),
        (("у ребёнка болит горло",), ("pediatrician", "ent")),
        (("болит горло", "это у дочки"), ("pediatrician", "ent")),
    ],
)
def test_complaints_replace_or_are_added(lines: tuple[str, ...], specialties: tuple[str, ...]) -> None:
    wanted = Wanted()
    for line in lines:
        wanted = heard(wanted, line)

    assert wanted.specialties == specialties


def test_a_state_of_another_version_is_read_as_far_as_it_goes() -> None:
    assert Wanted.model_validate({"gender": "female", "of_a_later_version": 1}) == Wanted(gender="female")
