"""What the signs of a message weigh, the heaviest first: for whoever corrects them.

python -m tests.understanding.sets.weigh "мама синяя и не отвечает"
"""

import sys

from understanding.redflags.check import signs
from understanding.redflags.weighing import EVERY_MESSAGE, weights


def lines_for(text: str) -> list[str]:
    """The sum, then a line for each sign that has a weight; the sum may be that of the heaviest sentence."""
    of = weights("emergency").of
    sentences = signs(text)
    found = {sign for sentence in sentences for sign in sentence if sign in of} | {EVERY_MESSAGE}
    ordered = sorted(found, key=lambda sign: (-abs(of[sign]), sign))
    return [f"{weights('emergency').heaviest(sentences):>6}", *(f"{of[sign]:>6}  {sign}" for sign in ordered)]


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in lines_for(" ".join(sys.argv[1:])))
