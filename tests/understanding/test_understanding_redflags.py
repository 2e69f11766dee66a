"""The gate as a whole: what is silenced and what is not, whatever stands around an emergency."""

import random
from collections.abc import Callable
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.understanding.sets.redflag_scoring import HERE, read_rows
from understanding.layout import mend_layout
from understanding.redflags import RedFlag, check
from understanding.redflags.knowledge import knowledge

_DEV = read_rows(HERE / "redflags_dev.yaml")
_EMERGENCIES = [row.text for row in _DEV if row.emergency and check(row.text, row.lang)]
_NEAR_MISSES = [row.text for row in _DEV if not row.emergency and not check(row.text, row.lang)]
_WISHES = (
    "Запишите к кардиологу на завтра",
    "можно на вторник после пяти",
    "can I book for Tuesday",
    "a doctor, please",
)


@settings(deadline=None)  # the first call reads the data files
@given(text=st.text())
def test_any_text_is_checked(text: str) -> None:
    flag = check(text, "ru")
    assert flag is None or flag.code in {rule.code for rule in knowledge().rules}


@settings(deadline=None)  # the first call reads the data files
@given(before=st.text(alphabet="абвгдежзик ,.!", max_size=80), after=st.text(alphabet="abcdefgh ,.!", max_size=80))
def test_an_emergency_is_seen_between_other_sentences(before: str, after: str) -> None:
    assert check(f"{before}. Мама без сознания. {after}", "en") is not None


def test_an_emergency_at_the_end_of_the_longest_message_is_seen() -> None:
    assert check("болит горло. " * 310 + "не могу дышать", "ru") == RedFlag("breathing")


@pytest.mark.parametrize("wish", _WISHES)
def test_a_wish_to_book_never_silences_an_emergency(wish: str) -> None:
    lost = [text for text in _EMERGENCIES if not (check(f"{wish}. {text}", "ru") and check(f"{text}. {wish}", "ru"))]
    assert not lost


def test_a_near_miss_never_silences_an_emergency() -> None:
    near = [_NEAR_MISSES[at % len(_NEAR_MISSES)] for at in range(len(_EMERGENCIES) * 5)]
    pairs = list(zip(_EMERGENCIES * 5, near, strict=True))
    lost = [
        (text, miss) for text, miss in pairs if not (check(f"{miss}. {text}", "ru") and check(f"{text}. {miss}", "ru"))
    ]
    assert not lost


_DENIED = (
    ("боли в груди нет", "одышки нет", "сознание не терял", "судорог не было", "кровь не идёт", "без температуры"),
    ("no chest pain", "no trouble breathing", "never fainted", "not bleeding", "didn't hit his head", "without fever"),
)


@pytest.mark.parametrize("denials", _DENIED, ids=("ru", "en"))
@given(data=st.data())
@settings(deadline=None)
def test_what_is_denied_is_silent_in_any_place(denials: tuple[str, ...], data: st.DataObject) -> None:
    said = data.draw(st.permutations([*denials, "запишите на завтра" if denials is _DENIED[0] else "just a check up"]))
    text = data.draw(st.sampled_from((", ", ". ", "; "))).join(said)
    assert check(text, "ru") is None, text


@pytest.mark.parametrize(
    "text",
    [
        "боли в груди нет, но рука отнялась",
        "температуры нет рука отнялась",
        "нет температуры давит в груди",
        "нет сил болит в груди",
        "без причины давит в груди",
        "I don't feel well chest pain",
        "no fever my arm went numb suddenly",
        "5 лет назад был инсульт, сейчас опять отнялась рука",
        "год назад был инсульт сейчас снова рот съехал",
        "не знаю, но папа без сознания",
        "воздуха нет совсем",
        "отекло лицо утром после укуса осы",
        "умираю от скуки, а если серьёзно, давит в груди",
    ],
)
def test_in_doubt_it_is_an_emergency(text: str) -> None:
    assert check(text, "ru") is not None


def _dropped(text: str) -> str:
    return "".join(char for char in text if char not in ",.!?;:")


@pytest.mark.parametrize(
    "change",
    [str.upper, str.title, lambda text: f"{text}!!!", lambda text: text.replace(" ", "  "), lambda text: f"\n{text}\n"],
    ids=["upper", "title", "exclaimed", "spaced", "broken"],
)
def test_case_spaces_and_exclamation_marks_change_nothing(change: Callable[[str], str]) -> None:
    assert not [text for text in _EMERGENCIES if not check(change(text), "ru")]


def test_a_message_without_punctuation_is_understood() -> None:
    plain = [text for text in _EMERGENCIES if not any(char.isdigit() for char in text)]
    assert not [text for text in plain if not check(_dropped(text), "ru")]


def test_a_slip_in_a_long_word_is_mended() -> None:
    slips = random.Random(7)  # noqa: S311 - the same slips in every run
    total = lost = 0
    for text in _EMERGENCIES:
        words = text.split()
        long = [at for at, word in enumerate(words) if len(word) >= 8 and word.isalpha()]
        for at in long:
            cut = slips.randrange(2, len(words[at]) - 1)
            slip = words[at][:cut] + words[at][cut + 1 :]
            total += 1
            lost += check(" ".join((*words[:at], slip, *words[at + 1 :])), "ru") is None
    assert total > 100
    assert lost <= total * 0.07


@pytest.mark.parametrize(
    "text",
    ["немогу дышать", "сазнание потеряла", "папа непросыпается", "i cantbreathe", "не могу\nдышать", "задыхаааюсь"],
)
def test_how_frightened_people_type(text: str) -> None:
    assert check(text, "ru") is not None


def test_the_wrong_keyboard_layout_is_read() -> None:
    typed = "yt vjue lsifnm"
    assert mend_layout(typed) == "не могу дышать"
    assert check(typed, "en") == RedFlag("breathing")


@pytest.mark.parametrize(
    ("text", "emergency"),
    [
        ("ребёнку 2 месяца, 38", True),
        ("ребёнку 2 месяца, 37.2", False),
        ("ребёнку 2 месяца, температуры нет", False),
        ("месячный ребёнок горячий", True),
        ("шестимесячный ребёнок, температура 38", False),
        ("ребёнку 5 лет, 38, кашель 2 месяца", False),
        ("my 6-week-old baby, 101 F", True),
        ("my 6 year old, 101 F", False),
        ("давление 230 на 130", True),
        ("давление 185 на 100 и болит голова", True),
        ("давление 140 на 90 и болит голова", False),
        ("сахар 1.9", True),
        ("сахар 6.1", False),
        ("выпила 30 таблеток", True),
        ("выпила 1 таблетку", False),
        ("пульс 180 в покое", True),
        ("пульс 80", False),
    ],
)
def test_figures_are_read(text: str, emergency: bool) -> None:
    assert (check(text, "ru") is not None) is emergency


def test_a_year_silences_only_if_it_is_surely_past() -> None:
    assert check("в 2019 году был инсульт", "ru") is None
    assert check("сегодня 21.11.2026 сильная боль в груди", "ru") is not None
    assert check("chest pain since this morning, 2031", "en") is not None


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_the_language_setting_changes_nothing(lang: Literal["ru", "en"]) -> None:
    assert not [text for text in _EMERGENCIES if not check(text, lang)]
    assert not [text for text in _NEAR_MISSES if check(text, lang)]
