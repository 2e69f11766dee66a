"""Learns what the signs of an emergency weigh, and writes `understanding/redflags/signs/*.tsv`.

    python -m tests.understanding.sets.train_signs            learn, and write both files: some two minutes
    python -m tests.understanding.sets.train_signs --judge    how well it does on each author, learned from the others

The same sentences give the same files, on every machine. A linear support vector machine, by dual coordinate descent:
plain Python suffices for some ten thousand sentences.
"""

import argparse
import random
import sys
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.understanding.sets.signs_material import DESPAIR, SEED, Learned, material
from understanding import redflags
from understanding.redflags.check import signs
from understanding.redflags.weighing import EVERY_MESSAGE

SIGNS = Path(redflags.__file__).parent / "signs"
WORTH = 0.03
"""What an error costs: more of it fits the sentences closer. Chosen by `--judge`, as the other figures here."""
ROUNDS = 40
RARE, RARE_PAIR = 2, 3
"""Signs of fewer sentences are left out."""
SMALLEST = {"emergency": 17, "despair": 25}
"""Lighter weights are left out, in thousandths."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """The signs of a sentence, whether it is what is looked for, and how much it counts."""

    signs: Collection[str]
    yes: bool
    worth: float = 1.0


def learn(sentences: Sequence[Sentence], smallest: int = 0) -> dict[str, int]:
    """The weights of the signs in thousandths, without those lighter than `smallest`; deterministic."""
    often = Counter(sign for one in sentences for sign in one.signs)
    kept = [sign for sign, count in often.items() if count >= (RARE_PAIR if " " in sign else RARE)]
    number = {sign: at for at, sign in enumerate([EVERY_MESSAGE, *sorted(kept)])}
    rows = [[0, *sorted(number[sign] for sign in one.signs if sign in number)] for one in sentences]
    weight = [0.0] * len(number)
    push = [0.0] * len(rows)
    order = list(range(len(rows)))
    rnd = random.Random(SEED)  # noqa: S311 - the same every time
    for _ in range(ROUNDS):
        rnd.shuffle(order)
        for at in order:
            row, side = rows[at], 1.0 if sentences[at].yes else -1.0
            give = 1 / (2 * WORTH * sentences[at].worth)
            slope = side * sum([weight[sign] for sign in row]) - 1 + push[at] * give
            new = max(push[at] - slope / (len(row) + give), 0.0)
            if step := (new - push[at]) * side:
                push[at] = new
                for sign in row:
                    weight[sign] += step
    found = {sign: round(1000 * weight[at]) for sign, at in number.items()}
    return {sign: one for sign, one in found.items() if abs(one) >= max(smallest, 1) or sign == EVERY_MESSAGE}


def emergencies(examples: Iterable[Learned]) -> list[Sentence]:
    """Emergencies against everything else."""
    return [Sentence(frozenset().union(*signs), one.emergency, one.worth) for one, signs in examples]


def despairs(examples: Iterable[Learned]) -> list[Sentence]:
    """Despair against all other emergencies."""
    return [Sentence(frozenset().union(*signs), one.kind in DESPAIR) for one, signs in examples if one.emergency]


def written(name: str, weights: dict[str, int]) -> str:
    """The content of a file: words and beginnings by the alphabet, pairs behind them."""
    lines = [f"// What signs weigh, in thousandths: {name}. README.md tells how to read, correct and learn them."]
    ordered = sorted(weights.items(), key=lambda item: (" " in item[0], item[0].removeprefix("не_"), item[0]))
    return "\n".join([*lines, *(f"{weight}\t{sign}" for sign, weight in ordered), ""])


def main() -> int:
    """Exit code 0."""
    parser = argparse.ArgumentParser(prog="train_signs")
    parser.add_argument("--judge", action="store_true", help="write nothing; tell how well each author is understood")
    asked = parser.parse_args()
    examples = material(signs)
    if asked.judge:
        from tests.understanding.sets.judge_signs import told

        sys.stdout.writelines(f"{line}\n" for line in told(examples))
        return 0
    for name, sentences in (("emergency", emergencies(examples)), ("despair", despairs(examples))):
        (SIGNS / f"{name}.tsv").write_text(written(name, learn(sentences, SMALLEST[name])), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
