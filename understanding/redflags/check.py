"""Whether a message tells of an emergency."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from understanding.redflags.denial import denied
from understanding.redflags.knowledge import Knowledge, Rule, knowledge
from understanding.redflags.measures import measured
from understanding.redflags.patterns import Element, Part, Pattern
from understanding.redflags.silence import Silenced, spread, stretches
from understanding.redflags.words import Word, words_of


@dataclass(frozen=True, slots=True)
class RedFlag:
    """An emergency: the code of what it sounds like."""

    code: str


def check(text: str, lang: Literal["ru", "en"]) -> RedFlag | None:
    """The emergency a message tells of, or None.

    Both languages are read whatever `lang` says. What is denied, long past or a figure of speech passes; in doubt it
    is an emergency. Raises nothing for any text.
    """
    del lang
    rule = next(raised(text), None)
    return None if rule is None else RedFlag(rule.code)


def raised(text: str) -> Iterator[Rule]:
    """The rules that a message raises, in the order of the files."""
    known = knowledge()
    # Lines end sentences, mostly; but people also break lines in the middle of 'I cannot\nbreathe'.
    ways = (True, False) if "\n" in text.strip() else (False,)
    readings = [_Reading(text, known, breaks=breaks) for breaks in ways]
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
