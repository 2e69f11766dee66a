"""The words about time say one thing each, and every one of them is understood."""

from collections import Counter

import pytest

from understanding.dates.lexicon import CUES, Form, lexicon
from understanding.dates.tokens import tokenise

_GRAMMAR = [form for form in lexicon().forms if form.kind not in CUES]


def test_no_form_has_two_meanings() -> None:
    seen = Counter(form.words for form in _GRAMMAR)
    assert [" ".join(words) for words, times in seen.items() if times > 1] == []


def test_every_form_is_read_as_what_it_is() -> None:
    misread = [form for form in _GRAMMAR if not _read_as_itself(form)]
    assert misread == []


def _read_as_itself(form: Form) -> bool:
    found = [(token.kind, token.value) for token in tokenise(" ".join(form.words).removesuffix("*").replace("*", "а"))]
    return found == ([] if form.kind == "filler" else [(form.kind, form.value)])


@pytest.mark.parametrize(
    ("typed", "kind"), [("зватра", "day"), ("понедельнк", "weekday"), ("tommorow", "day"), ("wendesday", "weekday")]
)
def test_a_slip_in_a_common_word_is_forgiven(typed: str, kind: str) -> None:
    assert tokenise(typed)[0].kind == kind


@pytest.mark.parametrize("word", ["обед", "лето", "вечность", "марта", "среди", "money"])
def test_a_word_that_only_resembles_one_is_not_taken(word: str) -> None:
    assert not {token.kind for token in tokenise(word)} & {"day", "weekday", "month"}
