"""The rules' files as data that a clinician may correct: each rule lives, and shows what it is for."""

import re

import pytest

from understanding.data import read
from understanding.morphology import lemmas
from understanding.redflags.check import raised
from understanding.redflags.knowledge import Rule, knowledge, rule_files
from understanding.redflags.words import CANNOT

_RULES = knowledge().rules
_EACH_RULE = pytest.mark.parametrize("rule", _RULES, ids=lambda rule: f"{rule.code}-{rule.name}")
_FIELDS = {"code", "signs", "named", "passes", "emergencies", "near_misses"}
_PASSES = {"mild", "over", "effort", "days", "weeks"}


@_EACH_RULE
def test_a_rule_is_raised_by_its_own_examples(rule: Rule) -> None:
    assert len(rule.emergencies) >= 3
    assert not [text for text in rule.emergencies if rule not in list(raised(text))]


@_EACH_RULE
def test_nothing_is_raised_by_its_near_misses(rule: Rule) -> None:
    assert len(rule.near_misses) >= 2
    assert not [text for text in rule.near_misses if any(raised(text))]


@pytest.mark.parametrize("name", rule_files())
def test_a_file_says_only_what_is_read(name: str) -> None:
    table = read("understanding.redflags", f"rules/{name}")
    assert table.keys() <= {"code", "lists", "rules"}
    for told in table["rules"].values():
        assert told.keys() <= _FIELDS
        assert set(told.get("passes", ())) <= _PASSES


def test_no_name_comes_twice() -> None:
    names = [(rule.code, rule.name) for rule in _RULES]
    assert len(names) == len(set(names))


def test_every_word_of_a_pattern_can_be_met() -> None:
    """A Russian word in another form than the dictionary's would never be found among the forms of a message."""
    written = {word for element in knowledge().index.elements for word in element.exact}
    russian = {word for word in written if re.fullmatch("[а-я]+", word) and word != CANNOT}
    assert not {word for word in russian if word not in lemmas(word)}
    assert not {word for word in written if re.search(r"[^a-zа-я0-9@_'+]", word)}
