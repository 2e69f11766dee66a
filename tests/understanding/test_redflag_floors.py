"""How many emergencies are seen, and how many near misses are raised, in sets that others wrote.

The floors are what stands today: raise them, never lower them. `held` and `held2` are scored only, never read by
who tunes. The weights of the signs are learned from the dev sets, so those figures only say that nothing broke.
"""

import pytest

from tests.understanding.sets.redflag_scoring import HERE, Row, Tally, false_alarms, judge, read_rows, recall
from understanding import redflags


def _all(_row: Row) -> str:
    return "all"


@pytest.mark.parametrize(
    ("name", "least_recall", "most_alarms"),
    [
        ("dev", 1.0, 0.0),
        ("dev2", 0.99, 0.021),
        ("dev3", 0.99, 0.021),
        ("dev4", 0.98, 0.03),
        ("dev5", 0.95, 0.08),
        ("dev6", 0.0, 0.02),
        ("held", 0.96, 0.045),
        ("held2", 0.97, 0.04),
    ],
)
def test_emergencies_are_seen_and_near_misses_pass(name: str, least_recall: float, most_alarms: float) -> None:
    verdicts = judge(read_rows(HERE / f"redflags_{name}.yaml"), redflags.check)
    none = Tally(0, 0)  # dev6 holds no emergency
    seen, raised = recall(verdicts, _all).get("all", none), false_alarms(verdicts, _all)["all"]
    # Compared as figures: a failure must not print the sentences.
    assert (seen.share >= least_recall, raised.share <= most_alarms) == (True, True)
