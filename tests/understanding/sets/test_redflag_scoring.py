"""The scorer of emergencies: what it counts, what it refuses, and that the sets are sound."""

from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest

from tests.understanding.sets import redflag_scoring
from tests.understanding.sets.redflag_scoring import BadRow, HeldStaysUnseen, Lang, Row, Tally

ROWS = [
    Row("he chokes", "en", "choking", True),
    Row("she bleeds", "en", "bleeding", True),
    Row("он давится", "ru", "choking", True),
    Row("a price, he asks", "en", "question", False),
    Row("кашель", "ru", "ordinary", False),
]


def raises_words_with_he(text: str, lang: Lang) -> object | None:
    return text if "he " in text and lang == "en" else None


def nothing(text: str, lang: Lang) -> object | None:
    return None


def everything(text: str, lang: Lang) -> object | None:
    return text


def test_recall_counts_emergencies_only() -> None:
    verdicts = redflag_scoring.judge(ROWS, raises_words_with_he)

    assert redflag_scoring.recall(verdicts, lambda row: row.lang) == {"en": Tally(2, 2), "ru": Tally(0, 1)}
    assert redflag_scoring.recall(verdicts, lambda row: row.kind) == {"bleeding": Tally(1, 1), "choking": Tally(1, 2)}


def test_false_alarms_count_near_misses_only() -> None:
    verdicts = redflag_scoring.judge(ROWS, raises_words_with_he)

    assert redflag_scoring.false_alarms(verdicts, lambda row: row.lang) == {"en": Tally(1, 1), "ru": Tally(0, 1)}
    assert redflag_scoring.false_alarms(verdicts, lambda row: row.kind) == {
        "ordinary": Tally(0, 1),
        "question": Tally(1, 1),
    }


def test_a_share_of_no_rows_is_nought() -> None:
    assert Tally(0, 0).share == 0.0
    assert Tally(1, 4).share == 0.25


def test_a_raised_emergency_is_an_answer_even_if_it_is_falsy() -> None:
    assert redflag_scoring.judge(ROWS[:1], lambda _text, _lang: "")[0].raised


def test_misses_name_what_went_wrong() -> None:
    verdicts = redflag_scoring.judge(ROWS, raises_words_with_he)

    assert redflag_scoring.misses(verdicts) == [
        "missed\tru\tchoking\tон давится",
        "false alarm\ten\tquestion\ta price, he asks",
    ]


def test_the_report_gives_shares_and_no_sentence() -> None:
    lines = redflag_scoring.report(redflag_scoring.judge(ROWS, raises_words_with_he))

    assert [line.split() for line in lines if " all " in line] == [
        ["recall", "all", "2", "of", "3", "66.7%"],
        ["false", "alarms", "all", "1", "of", "2", "50.0%"],
    ]
    assert not any(row.text in line for row in ROWS for line in lines)


@pytest.mark.parametrize("environment", [{}, {redflag_scoring.SHOW_HELD: ""}, {redflag_scoring.SHOW_HELD: "0"}])
@pytest.mark.parametrize("name", redflag_scoring.HELD)
def test_the_misses_of_a_held_set_are_refused(name: str, environment: dict[str, str]) -> None:
    with pytest.raises(HeldStaysUnseen, match=redflag_scoring.SHOW_HELD):
        redflag_scoring.lines_for([name, "--misses"], nothing, environment)


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("{text: a, lang: en, kind: old}", "fields"),
        ("{text: a, lang: en, kind: old, emergency: false, note: b}", "fields"),
        ("{text: a, lang: en, kind: old, emergency: 'no'}", "emergency"),
        ("{text: '', lang: en, kind: old, emergency: false}", "text"),
        ("{text: a, lang: de, kind: old, emergency: false}", "lang"),
        ("{text: b, lang: en, kind: old, emergency: false}", "twice"),
        ("just words", "fields"),
    ],
)
def test_a_broken_row_is_named(tmp_path: Path, row: str, fault: str) -> None:
    path = tmp_path / "rows.yaml"
    path.write_text(f"- {{text: b, lang: en, kind: old, emergency: false}}\n- {row}\n", encoding="utf-8")

    with pytest.raises(BadRow, match=f"rows.yaml, row 2: .*{fault}"):
        redflag_scoring.read_rows(path)


@pytest.mark.parametrize("name", redflag_scoring.SETS)
def test_a_set_is_large_and_in_both_languages(name: str) -> None:
    rows = redflag_scoring.read_rows(redflag_scoring.HERE / f"redflags_{name}.yaml")

    for emergency in (False,) if name == redflag_scoring.COMPLAINTS else (True, False):
        counted = Counter(row.lang for row in rows if row.emergency is emergency)
        assert counted.total() >= 130
        assert 0.5 < counted["ru"] / counted.total() < 0.7


def test_a_set_of_ordinary_complaints_holds_no_emergency() -> None:
    rows = redflag_scoring.read_rows(redflag_scoring.HERE / f"redflags_{redflag_scoring.COMPLAINTS}.yaml")

    assert not any(row.emergency for row in rows)


@pytest.mark.parametrize(("one", "other"), list(combinations(redflag_scoring.SETS, 2)))
def test_the_sets_share_no_text(one: str, other: str) -> None:
    texts, others = (
        {" ".join(row.text.lower().split()) for row in redflag_scoring.read_rows(redflag_scoring.HERE / path)}
        for path in (f"redflags_{one}.yaml", f"redflags_{other}.yaml")
    )

    shared = len(texts & others)  # a number: a failure must not print the held set
    assert shared == 0


@pytest.mark.parametrize("name", redflag_scoring.HELD)
def test_the_misses_of_a_held_set_are_shown_on_purpose(name: str) -> None:
    scores = redflag_scoring.lines_for([name], everything, {})
    shown = redflag_scoring.lines_for([name, "--misses"], everything, {redflag_scoring.SHOW_HELD: "1"})

    more = len(shown) > len(scores)
    assert more


@pytest.mark.parametrize("name", [name for name in redflag_scoring.SETS if name not in redflag_scoring.HELD])
def test_the_command_scores_a_dev_set_and_shows_its_misses(name: str) -> None:
    rows = redflag_scoring.read_rows(redflag_scoring.HERE / f"redflags_{name}.yaml")
    near_misses = [row for row in rows if not row.emergency]

    scores = redflag_scoring.lines_for([name], everything, {})
    with_misses = redflag_scoring.lines_for([name, "--misses"], everything, {})

    assert with_misses[: len(scores)] == scores
    assert len(with_misses) - len(scores) == len(near_misses)
