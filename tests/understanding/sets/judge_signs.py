"""How well the weighted signs do on an author whom they were not learned from; `train_signs --judge` prints it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tests.understanding.sets.signs_material import Example, Learned
from tests.understanding.sets.train_signs import SMALLEST, emergencies, learn
from understanding.redflags.check import HARMLESS, alarming, doubt
from understanding.redflags.weighing import Weights

JUDGED = ("dev4.1", "dev4.2", "dev4.3", "dev5.1")
"""The authors whose sentences the rules have never seen: only there a rule's verdict is honest."""

RETELLING = "dev5.2"
"""Tells again what was misjudged in dev4: nothing is learned from it where dev4 judges."""


@dataclass(frozen=True, slots=True)
class Told:
    """What rules and signs say to a message, the signs by what was learned from the other authors."""

    example: Example
    by_rule: bool
    weight: int
    doubtful: bool

    @property
    def raised(self) -> bool:
        if not self.by_rule:
            return self.weight > alarming(self.example.text)
        return not (self.doubtful and self.weight < HARMLESS)


def weighed(examples: Sequence[Learned]) -> list[Told]:
    """The sentences of each author in JUDGED, weighed by the others' weights; wishes around them left out."""
    found: list[Told] = []
    for voice in JUDGED:
        weights = learn(
            emergencies(each for each in examples if each[0].voice not in (voice, RETELLING)), SMALLEST["emergency"]
        )
        own = [each for each in examples if each[0].voice == voice]
        for one, signs in own[: len(own) // 2]:  # the second half is the same with wishes
            believed = doubt(one.text)
            found.append(Told(one, believed is not None, Weights(weights).heaviest(signs), bool(believed)))
    return found


def told(examples: Sequence[Learned]) -> Iterator[str]:
    """Recall and false alarms by author: the rules alone, and with the signs."""
    found = weighed(examples)
    for voice in (*JUDGED, "all"):
        mine = [one for one in found if voice in (one.example.voice, "all")]
        yield f"{voice:<8}rules alone    {_shares([(one.example.emergency, one.by_rule) for one in mine])}"
        yield f"{voice:<8}with the signs {_shares([(one.example.emergency, one.raised) for one in mine])}"


def _shares(verdicts: Sequence[tuple[bool, bool]]) -> str:
    seen = [raised for emergency, raised in verdicts if emergency]
    false = [raised for emergency, raised in verdicts if not emergency]
    return (
        f"recall {sum(seen) / len(seen):.1%} of {len(seen)}, false alarms {sum(false) / len(false):.1%} of {len(false)}"
    )
