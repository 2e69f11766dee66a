"""Weighted signs: what they may decide and what not, that their files are sound, and that they are learned the same."""

import re
import sys

import pytest

from tests.understanding.sets import weigh
from tests.understanding.sets.train_signs import RARE, SIGNS, Sentence, learn, written
from understanding.redflags.check import check, signs
from understanding.redflags.weighing import BEGINNINGS, EVERY_MESSAGE, SENTENCE, Weights, weights

_FILES = ("emergency", "despair")
_WORD = r"(?:не_)?(?:#|[^\W\d_]+(?:'[^\W\d_]+)*)"
_SHAPES = re.compile(rf"{_WORD}|(?:не_)?[^\W\d_']{{3,6}}\*|{_WORD} {_WORD}|@[a-z_]+")
# The module: its package gives the name to a function.
_GATE = sys.modules[check.__module__]


@pytest.mark.parametrize("name", _FILES)
def test_a_file_holds_sane_weights_of_signs_that_can_be_met(name: str) -> None:
    of = weights(name).of
    assert len(of) > 500
    assert all(0 < abs(weight) < 2000 for sign, weight in of.items() if sign != EVERY_MESSAGE)
    assert not [
        sign for sign in of if not _SHAPES.fullmatch(sign.replace("'", "")) or sign != sign.lower() or "ё" in sign
    ]
    assert (SIGNS / f"{name}.tsv").stat().st_size < 400_000


def test_most_signs_speak_of_more_than_one_sentence() -> None:
    assert RARE >= 2


def test_words_beginnings_pairs_denials_and_measures_are_signs() -> None:
    (found,) = signs("у мамы посинели губы, боли нет, сатурация 80")
    assert {"мама", "посинеть", "посине*", "посинеть губа", "не_боль", "@oxygen_low", "#"} <= found
    assert "губа боль" not in found  # not in one clause
    assert {len(sign) - 1 for sign in found if re.fullmatch(r"[а-я]+\*", sign)} == set(BEGINNINGS)


def test_a_figure_of_speech_is_no_sign() -> None:
    assert not {"кровь", "сердце"} & set().union(*signs("сердце кровью обливается от этих цен"))


def test_the_heaviest_sentence_speaks_if_it_is_by_far_the_heaviest() -> None:
    of = Weights({EVERY_MESSAGE: -100, "bad": 1000, "good": -2000})
    bad, good = frozenset({"bad"}), frozenset({"good"})
    assert of.heaviest([bad]) == 900
    assert of.heaviest([bad, good]) == 900 - SENTENCE
    assert of.heaviest([good]) == -2100
    assert of.heaviest([]) == -100


def test_two_rules_or_a_figure_are_never_outweighed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_GATE, "HARMLESS", 10**6)
    monkeypatch.setattr(_GATE, "HARMLESS_IF_BRIEF", 10**6)
    assert check("папа без сознания и не дышит, изо рта пена, судороги", "ru")
    assert check("сатурация 80", "ru")
    assert check("мама без сознания", "ru") is None


def test_what_weighs_enough_needs_no_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    assert check("запишите к терапевту", "ru") is None
    monkeypatch.setattr(_GATE, "ALARMING", -(10**6))
    flag = check("запишите к терапевту", "ru")
    assert flag is not None
    assert flag.code == "urgent"


def test_despair_brings_its_own_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_GATE, "_raised", lambda *_: iter(()))
    monkeypatch.setattr(_GATE, "ALARMING", -(10**6))
    flags = [check(text, "ru") for text in ("не хочу больше жить, прощайте", "нога распорота, хлещет кровь")]
    assert [flag and flag.code for flag in flags] == ["suicide", "urgent"]


def test_learning_is_the_same_every_time_and_finds_what_parts_the_sentences() -> None:
    sentences = [
        Sentence({"blood", "the"}, yes=True),
        Sentence({"price", "the"}, yes=False),
        Sentence({"once"}, yes=True),
    ]
    learned = learn(sentences * 2)
    assert learned == learn(sentences * 2)
    assert learned["blood"] > abs(learned["the"]) > -1 > learned["price"]
    assert "once" not in learn(sentences)  # one sentence tells nothing
    assert written("tiny", {"b": 1, "a b": 2, "a": -3}).splitlines()[1:] == ["-3\ta", "1\tb", "2\ta b"]


def test_what_a_message_weighs_is_shown() -> None:
    total, *lines = weigh.lines_for("губы синие")
    assert int(total) == sum(int(line.split(maxsplit=1)[0]) for line in lines)


@pytest.mark.parametrize("text", ["my husband does not breathe", "муж не дышит", "she stopped breathing"])
def test_few_harmless_words_outweigh_no_rule(text: str) -> None:
    assert check(text, "en")
