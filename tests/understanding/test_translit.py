"""Russian in Latin letters becomes Russian; everything else stays as it is."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from understanding.text import normalise
from understanding.translit import as_meant, in_cyrillic

SETS = Path(__file__).parent / "sets"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("bolit gorlo, hochu k loru zavtra posle 5", "болит горло, хочу к лору завтра после 5"),
        ("privet, mozhno zapisatsya k terapevtu?", "привет, можно записаться к терапевту?"),
        ("zapishite rebenka k pediatru", "запишите ребенка к педиатру"),
        ("nuzhen okulist v pyatnicu", "нужен окулист в пятницу"),
        ("hochu k zhenshine vrachu", "хочу к женщине врачу"),
        ("u menya uzhe 4etvertyj den kashel", "у меня уже четвертый ден кашель"),
        ("kogda est vremya u svetlovoj", "когда ест время у светловой"),
    ],
)
def test_russian_in_latin_letters(typed: str, meant: str) -> None:
    assert in_cyrillic(typed) == meant


@pytest.mark.parametrize(
    "text",
    ["sore throat", "unbearable belly pain", "dentist monday", "ok", "doktor", "anna maria", "head hurts", "net", ""],
)
def test_other_words_stay(text: str) -> None:
    assert in_cyrillic(text) == text


def test_no_english_message_of_our_sets_is_taken_for_russian() -> None:
    texts = [
        normalise(row["text"])
        for file in sorted(SETS.glob("*dev*.yaml"))
        for row in yaml.safe_load(file.read_text(encoding="utf-8"))
        if isinstance(row, dict) and row.get("lang") == "en"
    ]
    assert len(texts) > 500
    assert [text for text in texts if in_cyrillic(text) != text] == []


@given(st.text(alphabet="абвгдежзиклмнопрстуя ", min_size=1).filter(str.strip))
def test_russian_letters_stay(text: str) -> None:
    assert in_cyrillic(text) == text


def test_both_slips_are_mended() -> None:
    assert as_meant("pfdnhf enhjv") == "завтра утром"
    assert as_meant("zavtra utrom") == "завтра утром"
