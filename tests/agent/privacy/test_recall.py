"""How much personal data is found, on sentences that no rule was made from, and how much else is taken for it."""

import pytest

from tests.agent.privacy.marked import filled, looked_for, scored, templates

STRUCTURED = ("PHONE", "EMAIL", "ACCOUNT", "DOCUMENT", "BIRTHDATE", "ADDRESS")
TIMES = 25


@pytest.mark.parametrize("half", ["dev", "held"])
@pytest.mark.parametrize("language", ["ru", "en"])
def test_recall_and_precision(half: str, language: str) -> None:
    score = scored(list(filled(half, language, TIMES, seed=2026 if half == "held" else 7)))

    assert sum(score.there.values()) > 200
    for kind in STRUCTURED:
        assert score.recall(kind) >= 0.97, (kind, score.missed[:5])
        assert score.precision(kind) >= 0.97, (kind, score.missed[:5])
    assert score.recall("NAME") >= 0.9, score.missed[:5]
    assert score.precision("NAME") >= 0.9, score.missed[:5]


@pytest.mark.parametrize("text", [*templates("plain", "ru"), *templates("plain", "en")])
def test_nothing_is_found_in_a_plain_wish(text: str) -> None:
    assert [(one.kind, text[one.start : one.end]) for one in looked_for(text)] == []
