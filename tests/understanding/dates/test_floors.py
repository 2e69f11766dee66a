"""How much of what strangers wrote is understood. The floors are what stands: raise them, never lower them.

The sets `dev`, `dev2` and `dev3` are tuned on. `held` is not, and only its figures are ever shown.
"""

from collections import Counter

import pytest

from tests.understanding.sets.date_rows import load_rows
from tests.understanding.sets.date_scoring import answer_of, judge

FLOORS: dict[str, dict[str, dict[str, float]]] = {
    "dev": {
        "sentence": {"right": 1.0},
        "phrase": {"right": 1.0},
        "refusal": {"right": 1.0, "kept": 1.0, "inverted": 0},
        "nodate": {"right": 1.0},
    },
    "dev2": {
        "sentence": {"right": 1.0},
        "phrase": {"right": 1.0},
        "refusal": {"right": 1.0, "kept": 1.0, "inverted": 0},
        "nodate": {"right": 1.0},
    },
    "dev3": {
        "sentence": {"right": 0.98},
        "phrase": {"right": 1.0},
        "refusal": {"right": 1.0, "kept": 1.0, "inverted": 0},
        "nodate": {"right": 1.0},
    },
    "held": {
        "sentence": {"right": 0.90},
        "phrase": {"right": 0.93},
        "refusal": {"right": 0.84, "kept": 0.88, "inverted": 0.04},
        "nodate": {"right": 0.97},
    },
}
"""Parts of a category's rows: at least so many, of `inverted` at most."""


@pytest.mark.parametrize("name", FLOORS)
def test_the_floors_hold(name: str) -> None:
    rows: Counter[str] = Counter()
    scores: dict[str, Counter[str]] = {category: Counter() for category in FLOORS[name]}
    for row in load_rows(name):
        rows[row.category] += 1
        verdict = judge(answer_of(row), row)
        scores[row.category].update(kind for kind in ("right", "kept", "inverted") if getattr(verdict, kind))
    figures = {
        category: {kind: scores[category][kind] / rows[category] for kind in floors}
        for category, floors in FLOORS[name].items()
    }
    missed = {
        (category, kind): (figure, FLOORS[name][category][kind])
        for category, kinds in figures.items()
        for kind, figure in kinds.items()
        if (figure > FLOORS[name][category][kind] if kind == "inverted" else figure < FLOORS[name][category][kind])
    }
    assert missed == {}
