"""Whether a message tells of an emergency: by rules, and by what its words weigh."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Literal

from understanding.redflags.denial import denied
from understanding.redflags.knowledge import Knowledge, Rule, knowledge
from understanding.redflags.measures import measured
from understanding.redflags.patterns import Element, Part, Pattern
from understanding.redflags.silence import Silenced, spread, stretches
from understanding.redflags.weighing import signs_of, weights
from understanding.redflags.words import Word, words_of

ALARMING = 500
"""Thousandths. Above it no rule is needed. Lower, a sore throat told in many words is sent to call an ambulance."""
HARMLESS, HARMLESS_IF_BRIEF = -450, -800
"""Below them a rule is not believed if it is the only one that is raised. The limits were chosen by cross-validation,
see `signs/README.md`; the last is for safety: 'my husband does not breathe' has few words, all of them harmless."""
BRIEF = 8
"""So few words say little, and a single one weighs much."""
FIGURES = frozenset(["@oxygen_low", "@sugar_low", "@sugar_high", "@pressure_extreme", "@pressure_low", "@pulse_fast",
                     "@pulse_slow", "@overheated", "@cooled", "@many_tablets", "@infant"])  # fmt: skip
"""Beside such a figure every rule is believed."""
DESPAIR, UNNAMED = "suicide", "urgent"
"""The codes of what no rule names."""


@dataclass(frozen=True, slots=True)
class RedFlag:
    """An emergency: the code of what it sounds like."""

    code: str


def check(text: str, lang: Literal["ru", "en"]) -> RedFlag | None:
    """The emergency a message tells of, or None.

    A rule says so, unless all the words weigh as if they were harmless; or no rule does, but they weigh as one.
    Both languages are read whatever `lang` says. What is denied, long past or a figure of speech passes; in doubt it is
    an emergency. Raises nothing for any text.
    """
    del lang
    known = knowledge()
    readings = _readings(text, known)
    rules = list(islice(_raised(readings, known), 2))
    weight = max(weights("emergency").heaviest(reading.signs) for reading in readings)
    if not rules:
        return _unnamed(readings) if weight > ALARMING else None
    return None if weight < harmless(text) and _doubtful(readings, rules) else RedFlag(rules[0].code)


def doubt(text: str) -> bool | None:
    """Whether the rule that a message raises is one that signs may outweigh; None if it raises none."""
    readings = _readings(text, knowledge())
    rules = list(islice(_raised(readings, knowledge()), 2))
    return _doubtful(readings, rules) if rules else None


def _doubtful(readings: "Sequence[_Reading]", rules: Sequence[Rule]) -> bool:
    return len(rules) == 1 and not any(reading.figures for reading in readings)


def harmless(text: str) -> int:
    """What the words of a message must weigh less than if a single rule is not to be believed."""
    return HARMLESS_IF_BRIEF if _is_brief(text) else HARMLESS


def _is_brief(text: str) -> bool:
    return len(re.findall(r"\w+", text)) <= BRIEF


def _unnamed(readings: "Sequence[_Reading]") -> RedFlag:
    despair = max(weights("despair").heaviest(reading.signs) for reading in readings) > 0
    return RedFlag(DESPAIR if despair else UNNAMED)


def raised(text: str) -> Iterator[Rule]:
    """The rules that a message raises, in the order of the files, whatever its words weigh."""
    known = knowledge()
    return _raised(_readings(text, known), known)


def signs(text: str) -> list[frozenset[str]]:
    """The signs of each sentence of a message, whose weights are learned; see `weighing`."""
    return _readings(text, knowledge())[0].signs


def _readings(text: str, known: Knowledge) -> "list[_Reading]":
    # Lines end sentences, mostly; but people also break lines in the middle of 'I cannot\nbreathe'.
    ways = (True, False) if "\n" in text.strip() else (False,)
    return [_Reading(text, known, breaks=breaks) for breaks in ways]


def _raised(readings: "Sequence[_Reading]", known: Knowledge) -> Iterator[Rule]:
    return (rule for rule in known.rules if any(reading.raises(rule) for reading in readings))


class _Reading:
    """A message as words, and which of them mean nothing bad."""

    def __init__(self, text: str, known: Knowledge, *, breaks: bool) -> None:
        self._words: tuple[Word, ...] = measured(words_of(text, known.mender, breaks))
        self._at = [word.at for word in self._words]
        self._no = denied(self._words)
        self._places: dict[Element, list[int]] = {}
        for place, word in enumerate(self._words):
            for element in known.index.fitting(word.forms):
                if element.denied in (None, place in self._no):
                    self._places.setdefault(element, []).append(place)
        self._possible = known.index.possible(self._places)
        self._silent = self._silenced(known)

    @property
    def figures(self) -> bool:
        """Whether a figure in it is alarming by itself."""
        return any(FIGURES & word.forms for word in self._words)

    @cached_property
    def signs(self) -> list[frozenset[str]]:
        """What is weighed, sentence by sentence."""
        return signs_of(self._words, self._no, self._silent.figure)

    def raises(self, rule: Rule) -> bool:
        return any(
            self._tells(pattern, rule, by_name=by_name)
            for patterns, by_name in ((rule.signs, False), (rule.named, True))
            for pattern in patterns
            if pattern in self._possible
        )

    def _tells(self, pattern: Pattern, rule: Rule, *, by_name: bool) -> bool:
        return all(
            any(not self._harmless(places, rule, by_name) for places in self._occurrences(part))
            for part in pattern.parts
        )

    def _occurrences(self, part: Part) -> Iterator[frozenset[int]]:
        return part.occurrences(self._places, self._at)

    def _harmless(self, places: frozenset[int], rule: Rule, by_name: bool) -> bool:
        silent = self._silent
        return bool(
            places & silent.figure
            or places <= silent.story
            or places <= silent.asking
            or (by_name and places <= silent.topic)
            or (rule.mild and places & silent.mild)
            or (rule.over and places & silent.over)
            or (rule.effort and places & silent.effort)
            or (rule.days and places <= silent.days)
            or (rule.past and places <= silent.weeks)
        )

    def _silenced(self, known: Knowledge) -> Silenced:
        kinds = known.silence
        now = self._said(kinds.now)
        over = stretches(self._words, now)
        clauses = [word.clause for word in self._words]
        sentences = [word.sentence for word in self._words]
        return Silenced(
            figure=self._said(kinds.figure),
            story=spread(self._said(kinds.story), over),
            asking=spread(self._said(kinds.asking), sentences) - spread(now, clauses),
            weeks=spread(self._said(kinds.weeks), over),
            days=spread(self._said(kinds.days), over),
            topic=spread(self._said(kinds.topic), clauses) - spread(now, clauses),
            mild=spread(self._said(kinds.mild), sentences) - spread(now, clauses),
            over=spread(self._said(kinds.over), sentences),
            effort=spread(self._said(kinds.effort), sentences),
        )

    def _said(self, patterns: Sequence[Pattern]) -> frozenset[int]:
        return _union(
            places
            for pattern in patterns
            if pattern in self._possible
            for part in pattern.parts
            for places in self._occurrences(part)
        )


def _union(sets: Iterable[frozenset[int]]) -> frozenset[int]:
    return frozenset().union(*sets)
