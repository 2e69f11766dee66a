"""The rules of `rules/*.yaml`, the words that silence them, and the index that finds them, read once."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from understanding.data import read
from understanding.redflags.mending import Mender
from understanding.redflags.patterns import Element, Pattern, pattern

SHARED, SILENCE = "_lists.yaml", "_silence.yaml"


@dataclass(frozen=True, slots=True)
class Rule:
    """One way in which an emergency is told."""

    code: str
    name: str
    signs: tuple[Pattern, ...]
    """What is seen or felt: only a denial, the past or a figure of speech silences it."""
    named: tuple[Pattern, ...]
    """The emergency by its name: talk of a check-up, a course or a relative's past silences that too."""
    mild: bool
    """Whether 'a little', 'sometimes', 'for months' make it an ordinary complaint."""
    over: bool
    """Whether 'it has stopped by itself' makes it one."""
    effort: bool
    """Whether 'goes away at rest' makes it one."""
    days: bool
    """Whether 'yesterday' makes it one."""
    past: bool
    """Whether 'last week' makes it one (years ago always does)."""
    emergencies: tuple[str, ...]
    near_misses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Silence:
    """What makes a sign harmless, by the reach that it has."""

    figure: tuple[Pattern, ...]
    """Figures of speech: silence what they touch."""
    story: tuple[Pattern, ...]
    """Jokes, films, long ago, somebody else's animal: silence their stretch."""
    asking: tuple[Pattern, ...]
    """Courses, definitions, 'what if': silence their sentence, except for the clauses that say 'now'."""
    weeks: tuple[Pattern, ...]
    """Lately, but not now: silences its stretch for rules that let it."""
    topic: tuple[Pattern, ...]
    """A check-up, a paper, a price: silences names in its clause."""
    mild: tuple[Pattern, ...]
    over: tuple[Pattern, ...]
    effort: tuple[Pattern, ...]
    days: tuple[Pattern, ...]
    now: tuple[Pattern, ...]
    """Begins a new stretch, and undoes what silences names."""


class Index:
    """All patterns, and which of their elements a word fits."""

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        self.elements = tuple({element: None for one in patterns for element in one.elements})
        self._of: dict[Element, list[Pattern]] = {element: [] for element in self.elements}
        often = Counter(element for one in patterns for element in one.elements)
        for one in patterns:
            # Found by its rarest word: most patterns are then never looked at.
            self._of[min(one.elements, key=lambda element: often[element])].append(one)
        self._exact: dict[str, list[Element]] = {}
        self._stems: dict[str, list[Element]] = {}
        for element in self.elements:
            for word in element.exact:
                self._exact.setdefault(word, []).append(element)
            for stem in element.stems:
                self._stems.setdefault(stem, []).append(element)
        self.fitting = lru_cache(maxsize=20_000)(self._fitting)

    @property
    def words(self) -> Iterable[str]:
        return self._exact

    @property
    def stems(self) -> Iterable[str]:
        return self._stems

    def possible(self, said: Collection[Element]) -> frozenset[Pattern]:
        """The patterns all of whose words are among `said`."""
        return frozenset(
            one for element in said for one in self._of[element] if all(wanted in said for wanted in one.elements)
        )

    def _fitting(self, forms: frozenset[str]) -> tuple[Element, ...]:
        found: dict[Element, None] = {}
        for form in forms:
            found.update(dict.fromkeys(self._exact.get(form, ())))
            for size in range(len(form) + 1):
                found.update(dict.fromkeys(self._stems.get(form[:size], ())))
        return tuple(found)


@dataclass(frozen=True)
class Knowledge:
    """Everything of the data files."""

    rules: tuple[Rule, ...]
    silence: Silence
    index: Index
    mender: Mender


@cache
def knowledge() -> Knowledge:
    """Raises KeyError or TypeError for a file that is not as it should be."""
    shared: dict[str, list[str]] = read(__package__, f"rules/{SHARED}")
    good = shared.pop("good")
    rules = tuple(rule for name in rule_files() for rule in _rules(read(__package__, f"rules/{name}"), shared))
    kinds = read(__package__, f"rules/{SILENCE}")
    lists = {**shared, **kinds.pop("lists", {})}
    silence = Silence(**{kind: _patterns(written, lists) for kind, written in kinds.items()})
    index = Index([*(p for rule in rules for p in (*rule.signs, *rule.named)), *_all(silence)])
    return Knowledge(rules, silence, index, Mender(index.words, index.stems, good))


def rule_files() -> list[str]:
    """The names of the groups' files, in the order in which their codes win over others."""
    names = [one.name for one in files(__package__).joinpath("rules").iterdir()]
    return sorted(name for name in names if name.endswith(".yaml") and not name.startswith("_"))


def _rules(table: Mapping[str, Any], shared: Mapping[str, Sequence[str]]) -> Iterable[Rule]:
    lists = {**shared, **table.get("lists", {})}
    for name, told in table["rules"].items():
        yield Rule(
            code=told.get("code", table["code"]),
            name=name,
            signs=_patterns(told.get("signs", ()), lists),
            named=_patterns(told.get("named", ()), lists),
            mild="mild" in told.get("passes", ()),
            over="over" in told.get("passes", ()),
            effort="effort" in told.get("passes", ()),
            days="days" in told.get("passes", ()),
            past="weeks" in told.get("passes", ()),
            emergencies=tuple(told["emergencies"]),
            near_misses=tuple(told["near_misses"]),
        )


def _patterns(written: Iterable[str], lists: Mapping[str, Sequence[str]]) -> tuple[Pattern, ...]:
    return tuple(pattern(one, lists) for one in written)


def _all(silence: Silence) -> Iterable[Pattern]:
    for kind in ("figure", "story", "asking", "weeks", "topic", "mild", "over", "effort", "days", "now"):
        yield from getattr(silence, kind)
