"""The knowledge about complaints is whole: files a clinician corrects stay valid, and nothing in them is dead."""

from importlib.resources import files

import pytest
import yaml

from understanding.complaints import named, rank
from understanding.complaints.knowledge import SPECIALTIES, WEIGHTS, Entry, entries, lists, written_forms
from understanding.complaints.lemma_table import written
from understanding.complaints.pattern import sample

_FOLDER = files("understanding.complaints.specialties")
_DATA = files("understanding.complaints")
_READ_AS_ENTERED = [entry for entry in entries() if entry.topic != "icd"]


class _NoRepeats(yaml.SafeLoader):
    """A loader that refuses a key written twice: the first one would be lost silently."""


def _mapping(loader: _NoRepeats, node: yaml.MappingNode) -> dict[object, object]:
    keys = [loader.construct_object(key) for key, _ in node.value]
    repeated = {key for key in keys if keys.count(key) > 1}
    if repeated:
        raise ValueError(f"written twice: {repeated}")
    return loader.construct_mapping(node, deep=True)


_NoRepeats.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


def test_there_is_a_file_for_each_specialty_of_the_contract_and_no_other() -> None:
    written = {file.name.removesuffix(".yaml") for file in _FOLDER.iterdir() if file.name.endswith(".yaml")}
    assert written == set(SPECIALTIES)
    assert len(SPECIALTIES) == 22


@pytest.mark.parametrize("code", SPECIALTIES)
def test_a_file_has_names_and_topics_with_known_levels(code: str) -> None:
    file = yaml.load(_FOLDER.joinpath(f"{code}.yaml").read_text(encoding="utf-8"), Loader=_NoRepeats)  # noqa: S506
    assert file.pop("names")
    file.pop("icd", None)
    assert file
    assert {level for levels in file.values() for level in levels} <= set(WEIGHTS)


@pytest.mark.parametrize("name", ["words.yaml", "grammar.yaml", "short_forms.yaml"])
def test_no_list_is_written_twice(name: str) -> None:
    assert yaml.load(_DATA.joinpath(name).read_text(encoding="utf-8"), Loader=_NoRepeats)  # noqa: S506


def test_every_list_is_used() -> None:
    used = {
        element.written
        for entry in entries()
        for part in entry.pattern.parts
        for element in part.elements
        if element.written.startswith("<")
    }
    assert {f"<{name}>" for name in lists()} == used


@pytest.mark.parametrize("code", SPECIALTIES)
def test_no_phrase_is_written_twice(code: str) -> None:
    seen: dict[object, str] = {}
    twice = []
    for entry in entries():
        if entry.specialty == code:
            meant = (
                entry.is_name,
                frozenset(tuple(sorted(e.written for e in p.elements)) for p in entry.pattern.parts),
            )
            if meant in seen:
                twice.append((seen[meant], entry.pattern.written))
            seen[meant] = entry.pattern.written
    assert not twice


@pytest.mark.parametrize("code", SPECIALTIES)
def test_every_phrase_is_reachable(code: str) -> None:
    """Said as it is written, a phrase brings its specialty among the first three, a name of the doctor to the top."""
    lost = [
        entry.pattern.written
        for entry in _READ_AS_ENTERED
        if entry.specialty == code
        if not _is_reached(entry, sample(entry.pattern, lists()))
    ]
    assert not lost


def _is_reached(entry: Entry, said: str) -> bool:
    if entry.is_name:
        return named(said, "ru") == entry.specialty == rank(said, "ru")[0]
    return entry.specialty in rank(said, "ru")[:3]


@pytest.mark.parametrize("code", SPECIALTIES)
def test_a_specialty_is_known_broadly_in_both_languages(code: str) -> None:
    phrases = [entry.pattern.written for entry in entries() if entry.specialty == code and entry.topic != "icd"]
    english = [phrase for phrase in phrases if phrase.isascii()]
    assert len(english) >= 40
    assert len(phrases) - len(english) >= 80


def test_the_table_of_words_is_fresh() -> None:
    """After a change of the files: `python -m understanding.complaints.lemma_table`."""
    assert _DATA.joinpath("lemmas.txt").read_text(encoding="utf-8") == written(written_forms())
