"""pass^k is an unbiased estimate: the share of all choices of k tries that succeeded throughout."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.pass_k import pass_k


@given(st.lists(st.lists(st.booleans(), min_size=4, max_size=4), min_size=1, max_size=5), st.integers(1, 4))
def test_it_is_the_share_of_choices_without_a_failure(tasks: list[list[bool]], k: int) -> None:
    chosen = [[all(choice) for choice in combinations(tries, k)] for tries in tasks]
    by_hand = sum(sum(each) / len(each) for each in chosen) / len(chosen)
    assert pass_k([sum(tries) for tries in tasks], 4, k) == pytest.approx(by_hand)


def test_two_of_four_tries_are_worth_half_and_then_a_sixth() -> None:
    assert [pass_k([2], 4, k) for k in (1, 2, 3, 4)] == [pytest.approx(x) for x in (1 / 2, 1 / 6, 0, 0)]


@pytest.mark.parametrize(("successes", "tries", "k"), [([1], 1, 2), ([1], 1, 0), ([], 1, 1)])
def test_what_cannot_be_estimated_is_refused(successes: list[int], tries: int, k: int) -> None:
    with pytest.raises(ValueError, match="k must lie"):
        pass_k(successes, tries, k)
