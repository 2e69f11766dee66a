"""What may be said is said, what may not is not: on sentences, and on every listed word in its forms and disguises."""

import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from agent.never_said import lists
from tests.agent.output.sets import Language, sentences, why_refused
from understanding.morphology import _analyzer

WORDS = sorted(lists().words | set(lists().beginnings))
CYRILLIC = sorted(word for word in WORDS if re.fullmatch("[а-я]{5,}", word))
LATIN = sorted(word for word in WORDS if re.fullmatch("[a-z]{5,}", word))
TWINS = str.maketrans("асеорху", "aceopxy")


@pytest.mark.parametrize("half", ["dev", "held"])
def test_honest_sentences_are_let_through(half: str) -> None:
    honest = sentences("honest", half)

    assert len(honest) == 70
    refused = [(text, rule) for language, text in honest if (rule := why_refused(text, language))]
    assert len(refused) <= (0 if half == "dev" else 2), refused


@pytest.mark.parametrize("half", ["dev", "held"])
def test_forbidden_sentences_are_refused(half: str) -> None:
    forbidden = sentences("forbidden", half)

    assert len(forbidden) > 100
    said = [text for language, text in forbidden if not why_refused(text, language)]
    assert len(said) <= (0 if half == "dev" else 2), said


def test_the_list_is_wide() -> None:
    assert len(WORDS) > 800


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(CYRILLIC),
    st.sampled_from(["gent", "datv", "accs", "ablt", "loct"]),
    st.sampled_from(["", " ", ".", "-", "·", "\u200b", "twins", "upper", "stress", "long"]),
)
def test_no_russian_word_of_the_list_passes_in_any_case_or_disguise(word: str, case: str, disguise: str) -> None:
    own = [one for one in _analyzer().parse(word) if one.normal_form == word and one.tag.POS in ("NOUN", "ADJF")]
    form = own[0].inflect({case}) if own and word in lists().words else None
    said = form.word if form else word
    assume(not said.startswith(lists().fine))
    written = disguised(said, disguise)

    assert why_refused(f"Бывает так, {written}, есть время завтра.", "ru") is not None, written


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(LATIN),
    st.sampled_from(["", " ", ".", "-", "\u200b", "upper", "long"]),
    st.sampled_from(["ru", "en"]),
)
def test_no_english_word_of_the_list_passes_in_either_language(word: str, disguise: str, language: Language) -> None:
    around = {
        "ru": "Есть время завтра, {} принимает отдельный врач.",
        "en": "There is a time tomorrow, {} is for another.",
    }

    written = disguised(word, disguise)

    assert why_refused(around[language].format(written), language) is not None, written


def disguised(word: str, how: str) -> str:
    match how:
        case "twins":
            return word.translate(TWINS)
        case "upper":
            return word.upper()
        case "stress":
            return word[0] + "\u0301" + word[1:]
        case "long":
            return word[:2] + word[2] * 3 + word[2:]
        case _:
            return how.join(word)
