"""Word forms, slips of the keyboard, and a keyboard left in the other alphabet."""

import pytest

from understanding.layout import mend_layout
from understanding.morphology import is_word, lemmas, readings
from understanding.spelling import Speller


@pytest.mark.parametrize(
    ("form", "word"),
    [("пятницу", "пятница"), ("субботам", "суббота"), ("болели", "болеть"), ("зубной", "зубной"), ("friday", "friday")],
)
def test_a_form_leads_to_its_word(form: str, word: str) -> None:
    assert word in lemmas(form)


def test_a_reading_tells_the_case() -> None:
    assert any({"accs", "femn"} <= reading.grammemes for reading in readings("среду"))


def test_other_alphabets_are_no_words_of_the_dictionary() -> None:
    assert is_word("завтра")
    assert not is_word("завтро")
    assert not is_word("tomorrow")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("пятниццу", "пятницу"),
        ("пятинцу", "пятницу"),
        ("понедельнк", "понедельник"),
        ("опнедельник", "понедельник"),
        ("пятницу", None),
        ("птица", None),
        ("сред", None),
        ("совсемдругое", None),
    ],
)
def test_a_slip_is_mended_towards_the_vocabulary(typed: str, meant: str | None) -> None:
    assert Speller(["пятницу", "среда", "понедельник"]).mend(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("pfdnhf enhjv", "завтра утром"),
        (",jkbn ujhkj", "болит горло"),
        ("pfgbibnt yf 15:30 d gznybwe", "запишите на 15:30 в пятницу"),
        ("tomorrow morning", "tomorrow morning"),
        ("my throat hurts", "my throat hurts"),
        ("завтра утром", "завтра утром"),
        ("22.11", "22.11"),
        ("ok", "ok"),
    ],
)
def test_a_keyboard_left_in_the_other_alphabet_is_mended(typed: str, meant: str) -> None:
    assert mend_layout(typed) == meant
