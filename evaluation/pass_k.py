"""pass^k: the chance that all of k independent tries of a task succeed (Yao et al., tau-bench, 2024)."""

from collections.abc import Sequence
from math import comb


def pass_k(successes: Sequence[int], tries: int, k: int) -> float:
    """The mean over tasks of C(c, k) / C(n, k), where c of n tries of a task succeeded; unbiased for any k up to n.

    Raises ValueError for k outside 1..n, or without tasks.
    """
    if not 1 <= k <= tries or not successes:
        raise ValueError("k must lie between 1 and the number of tries, and there must be tasks")
    return sum(comb(passed, k) for passed in successes) / comb(tries, k) / len(successes)
