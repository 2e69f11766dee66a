"""The sentences that the weights of the signs are learned from: all written for this project.

The dev sets, the examples beside the rules, and as ordinary messages the dev sets of dates and complaints, beside the
whole of `dev6`. The held
sets are no part of it.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import yaml

from tests.understanding.dev_sets import load
from tests.understanding.sets.date_rows import load_rows
from tests.understanding.sets.redflag_scoring import HERE, read_rows
from understanding.redflags.check import raised
from understanding.redflags.knowledge import knowledge

SETS = ("dev", "dev2", "dev3", "dev4", "dev5", "dev6")
VOICES = {"dev4": (584, 596, 660), "dev5": (947, 287)}
"""How many rows each author of a set wrote, in their order; a set that is not here has one."""
DESPAIR = frozenset({"suicide", "self_harm"})
"""The kinds, and the code, that want a crisis line."""
ORDINARY_WORTH = {"dates": 0.3, "complaints": 1.0}
"""What an ordinary message counts beside a near miss: there are many, and they are far from any emergency."""
SEED = 20261121


@dataclass(frozen=True, slots=True)
class Example:
    """A message, who wrote it, and what it is."""

    text: str
    voice: str
    lang: str
    kind: str
    emergency: bool
    worth: float = 1.0


Learned = tuple[Example, list[frozenset[str]]]
"""An example and its signs, sentence by sentence."""


def judged() -> Iterator[Example]:
    """The rows of the dev sets."""
    for name in SETS:
        rows = read_rows(HERE / f"redflags_{name}.yaml")
        ends = [sum(VOICES[name][: one + 1]) for one in range(len(VOICES[name]))] if name in VOICES else [len(rows)]
        for number, row in enumerate(rows):
            voice = sum(number >= end for end in ends)
            yield Example(row.text, f"{name}.{voice + 1}", row.lang, row.kind, row.emergency)


def of_the_rules() -> Iterator[Example]:
    """The examples beside the rules."""
    for rule in knowledge().rules:
        for texts, emergency in ((rule.emergencies, True), (rule.near_misses, False)):
            for text in texts:
                yield Example(text, "rules", _language(text), rule.code if emergency else "other", emergency)


def ordinary() -> list[Example]:
    """Wishes for a time and complaints. Those that raise a rule are left out: a few do tell of an emergency."""
    wishes = [(row.text, row.lang, "dates") for name in ("dev", "dev2", "dev3") for row in load_rows(name)]
    complaints = [
        (row["text"], row["lang"], "complaints")
        for name in ("dev", "dev2")
        for row in yaml.safe_load((HERE / f"complaints_{name}.yaml").read_text(encoding="utf-8"))
    ]
    short = [
        (text, lang, kind)
        for kind in ORDINARY_WORTH
        for name in ("dev", "dev2", "dev3")
        for lang, pairs in load(f"{name}_{kind}.yaml").items()
        for text, _ in pairs
    ]
    return [
        Example(text, kind, lang, kind, emergency=False, worth=ORDINARY_WORTH[kind])
        for text, lang, kind in dict.fromkeys([*wishes, *complaints, *short])
        if not any(raised(text))
    ]


def _language(text: str) -> str:
    return "ru" if any("а" <= letter <= "я" for letter in text.lower()) else "en"


def with_wishes(examples: Sequence[Example], ordinary_ones: Sequence[Example]) -> list[Example]:
    """Each example once more with a wish for a time before or behind it: it stays what it is, wishes weigh little."""
    rnd = random.Random(SEED)  # noqa: S311 - the same every time
    wishes = {
        lang: [one.text for one in ordinary_ones if one.kind == "dates" and one.lang == lang] for lang in ("ru", "en")
    }
    return [replace(one, text=_joined(one.text, wishes[one.lang], rnd)) for one in examples]


def _joined(text: str, wishes: Sequence[str], rnd: random.Random) -> str:
    wish, between = rnd.choice(wishes), rnd.choice([". ", ", ", " ", "\n"])
    return between.join((wish, text) if rnd.random() < 0.5 else (text, wish))


def material(signs: Callable[[str], list[frozenset[str]]]) -> list[Learned]:
    """Everything that is learned from, with its signs; takes about a minute."""
    plain = ordinary()
    told = [*judged(), *of_the_rules()]
    complaints = [one for one in plain if one.kind == "complaints"]
    everything = [*told, *plain, *with_wishes([*told, *complaints], plain)]
    return [(one, signs(one.text)) for one in everything]
