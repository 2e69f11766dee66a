"""How well the weighted signs do on an author whom they were not learned from; `train_signs --judge` prints it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tests.understanding.sets.signs_material import Example, Learned
from tests.understanding.sets.train_signs import SMALLEST, emergencies, learn
from understanding.redflags.check import ALARMING, doubt, harmless
from understanding.redflags.weighing import Weights

JUDGED = ("dev4.1", "dev4.2", "dev4.3", "dev5.1")
"""The authors whose sentences the rules have never seen: only there a rule's verdict is honest."""

RETELLING = "dev5.2"
"""Tells again what was misjudged in dev4: nothing is learned from it where dev4 judges."""

ORDINARY = ("complaints", "dev6.1")
"""Whose messages all are ordinary complaints. In `complaints` none raises a rule."""
PARTS = 5
"""So many parts are left out in turn where those are judged: left out by author, most of what is known of them goes."""


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
            return self.weight > ALARMING
        return not (self.doubtful and self.weight < harmless(self.example.text))


def weighed(examples: Sequence[Learned]) -> list[Told]:
    """The sentences of each author in JUDGED, weighed by the others' weights; wishes around them left out."""
    found: list[Told] = []
    for voice in JUDGED:
        weights = learn(
            emergencies(each for each in examples if each[0].voice not in (voice, RETELLING)), SMALLEST["emergency"]
        )
        own = [each for each in examples if each[0].voice == voice]
        # The second half is the same with wishes.
        found += [_told(each, Weights(weights)) for each in own[: len(own) // 2]]
    return found


def ordinary(examples: Sequence[Learned]) -> list[Told]:
    """The ordinary complaints, each weighed by what was learned without it; wishes around them left out."""
    found: list[Told] = []
    others = [each for each in examples if each[0].voice not in ORDINARY]
    own = {voice: [each for each in examples if each[0].voice == voice] for voice in ORDINARY}
    for part in range(PARTS):
        learned, asked = list(others), list[Learned]()
        for each in own.values():
            half = len(each) // 2  # the second is the same with wishes, in the same order
            learned += [one for number, one in enumerate(each) if number % half % PARTS != part]
            asked += each[:half][part::PARTS]
        weights = Weights(learn(emergencies(learned), SMALLEST["emergency"]))
        found += [_told(one, weights) for one in asked]
    return found


def _told(learned: Learned, weights: Weights) -> Told:
    one, signs = learned
    believed = doubt(one.text)
    return Told(one, believed is not None, weights.heaviest(signs), bool(believed))


def told(examples: Sequence[Learned]) -> Iterator[str]:
    """Recall and false alarms by author: the rules alone, and with the signs; then how many ordinary complaints are
    raised, in all and of those that raise no rule."""
    found = weighed(examples)
    for voice in (*JUDGED, "all"):
        mine = [one for one in found if voice in (one.example.voice, "all")]
        yield f"{voice:<8}rules alone    {_shares([(one.example.emergency, one.by_rule) for one in mine])}"
        yield f"{voice:<8}with the signs {_shares([(one.example.emergency, one.raised) for one in mine])}"
    complaints = ordinary(examples)
    for voice in (*ORDINARY, "all"):
        mine = [one for one in complaints if voice in (one.example.voice, "all")]
        unruled = [one for one in mine if not one.by_rule]
        yield f"{voice:<11}ordinary: raised {_share(mine)}; where no rule is {_share(unruled)}"


def _shares(verdicts: Sequence[tuple[bool, bool]]) -> str:
    seen = [raised for emergency, raised in verdicts if emergency]
    false = [raised for emergency, raised in verdicts if not emergency]
    return (
        f"recall {sum(seen) / len(seen):.1%} of {len(seen)}, false alarms {sum(false) / len(false):.1%} of {len(false)}"
    )


def _share(complaints: Sequence[Told]) -> str:
    raised = sum(one.raised for one in complaints)
    return f"{raised} of {len(complaints)}, {raised / len(complaints):.1%}"
