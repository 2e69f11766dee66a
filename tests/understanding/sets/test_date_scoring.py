"""The judge of date wishes judges rightly."""

from collections import Counter
from datetime import datetime
from itertools import combinations
from typing import Any

import pytest

from tests.understanding.sets.date_gold import Reading, read_gold
from tests.understanding.sets.date_rows import Lang, load_rows, make_row
from tests.understanding.sets.date_scoring import Verdict, judge, main, table

WEDNESDAY = datetime.fromisoformat("2026-11-18T10:20:00+03:00")
NOTHING: dict[str, Any] = {"from": None, "to": None}


def verdict(answer: dict[str, Any], gold: str, category: str = "sentence") -> Verdict:
    return judge(answer, make_row("text", "en", WEDNESDAY, category, gold))


def window(start: str | None, end: str | None) -> dict[str, Any]:
    return {"from": start, "to": end}


def several(*windows: dict[str, Any]) -> dict[str, Any]:
    return {"from": windows[0]["from"], "to": windows[-1]["to"], "windows": list(windows)}


@pytest.mark.parametrize(
    ("gold", "answer"),
    [
        ("11-19", window("2026-11-19", "2026-11-19")),
        ("11-19", window("2026-11-19T00:00:00+03:00", "2026-11-20T00:00:00+03:00")),
        ("11-19@morning", window("2026-11-19T08:00:00+03:00", "2026-11-19T12:00:00+03:00")),
        ("11-19@morning", window("2026-11-19T06:00:00+03:00", "2026-11-19T11:00:00+03:00")),
        ("11-19@15", window("2026-11-19T15:00:00+03:00", "2026-11-19T15:00:00+03:00")),
        ("11-19@15", window("2026-11-19T12:00:00+00:00", "2026-11-19T12:00:00+00:00")),
        ("11-19@15", window("2026-11-19T15:00:00+03:00", "2026-11-19T15:30:00+03:00")),
        ("11-19@~15", window("2026-11-19T14:00:00+03:00", "2026-11-19T16:00:00+03:00")),
        ("11-19@18-", window("2026-11-19T18:00:00+03:00", "2026-11-19")),
        ("~11-21..11-30", window("2026-11-20", "2026-11-30")),
        ("11-23..", window("2026-11-23", None)),
        ("11-23..", window("2026-11-23", "2026-12-31")),
        ("11-19 + 11-21", several(window("2026-11-19", "2026-11-19"), window("2026-11-21", "2026-11-21"))),
        ("asap", NOTHING | {"asap": True}),
        ("asap", window("2026-11-18", None)),
        ("any", NOTHING),
        ("any", window("2026-11-18T10:20:00+03:00", None)),
        ("none", NOTHING),
        ("11-19@lunch | none", NOTHING),
        ("2027-09-01", window("2027-09-01", "2027-09-01")),
    ],
)
def test_a_right_answer_is_right(gold: str, answer: dict[str, Any]) -> None:
    assert verdict(answer, gold).right


@pytest.mark.parametrize(
    ("gold", "answer"),
    [
        ("11-19", NOTHING),
        ("11-19", window("2026-11-20", "2026-11-20")),
        ("11-19", window("2026-11-19", "2026-11-20")),
        ("11-19", window("2026-11-19", None)),
        ("11-19", NOTHING | {"asap": True}),
        ("11-19@morning", window("2026-11-19", "2026-11-19")),
        ("11-19@morning", window("2026-11-19T12:00:00+03:00", "2026-11-19T17:00:00+03:00")),
        ("11-19@15", window("2026-11-19T15:00:00+03:00", "2026-11-19T16:00:00+03:00")),
        ("11-19@15", window("2026-11-19T15:15:00+03:00", "2026-11-19T15:15:00+03:00")),
        ("11-19@15", window("2026-11-19T15:00:00+00:00", "2026-11-19T15:00:00+00:00")),
        ("11-19@~15", window("2026-11-19T15:00:00+03:00", "2026-11-19")),
        ("11-19@18-", window("2026-11-19T17:00:00+03:00", "2026-11-19")),
        ("11-23..", window("2026-11-23", "2026-11-24")),
        ("11-23..", window("2026-11-18", None)),
        ("11-19 + 11-21", window("2026-11-19", "2026-11-21")),
        ("11-19 + 11-21", window("2026-11-19", "2026-11-19")),
        ("asap", NOTHING),
        ("asap", window("2026-11-18", "2026-11-18")),
        ("asap", window("2026-11-23", None)),
        ("any", window("2026-11-19", "2026-11-19")),
        ("2027-09-01", window("2027-09-02", "2027-09-02")),
        ("11-19", window("2026-11-17", "2026-11-17")),
        ("~11-20", NOTHING),
        ("~11-20", window("2026-11-17", "2026-11-17")),
        ("11-19@10:10", window("2026-11-19T10:00:00+03:00", "2026-11-19T10:05:00+03:00")),
    ],
)
def test_a_slightly_wrong_answer_is_wrong(gold: str, answer: dict[str, Any]) -> None:
    assert not verdict(answer, gold).right


def test_a_refusal_that_is_heeded_is_kept() -> None:
    answer = several(window("2026-11-18", "2026-11-22"), window("2026-11-24", None))
    assert verdict(answer, "! 11-23", "refusal") == Verdict(right=True, kept=True)


def test_asap_alone_offers_nothing_refused_but_loses_the_refusal() -> None:
    assert verdict(NOTHING | {"asap": True}, "! 11-23", "refusal") == Verdict(right=False, kept=True)


def test_a_mere_refusal_is_no_wish_for_one_other_day() -> None:
    assert verdict(window("2026-11-24", "2026-11-24"), "! 11-23", "refusal") == Verdict(right=False, kept=True)


def test_an_empty_answer_to_a_refusal_is_not_kept() -> None:
    assert verdict(NOTHING, "! 11-23", "refusal") == Verdict(right=False)


def test_a_refused_day_alone_is_inverted() -> None:
    inverted = verdict(window("2026-11-23", "2026-11-23"), "11-24 ! 11-23", "refusal")
    assert inverted == Verdict(right=False, inverted=True)


def test_a_refused_day_among_others_is_neither_kept_nor_inverted() -> None:
    assert verdict(window("2026-11-22", "2026-11-25"), "! 11-23", "refusal") == Verdict(right=False)


def test_a_kept_refusal_with_another_wish_missed_is_not_right() -> None:
    assert verdict(window("2026-11-25", "2026-11-25"), "11-24 ! 11-23", "refusal") == Verdict(right=False, kept=True)


def test_a_refused_part_of_day_is_refused_on_every_day() -> None:
    evenings = window("2027-01-20T17:00:00+03:00", "2027-01-20T20:00:00+03:00")
    mornings = window("2027-01-20T08:00:00+03:00", "2027-01-20T12:00:00+03:00")
    assert verdict(evenings, "! *@morning", "refusal").kept
    assert verdict(mornings, "! *@8-12", "refusal").inverted


def test_a_weekly_wish_is_demanded_for_a_week_and_allowed_after() -> None:
    once = window("2026-11-24", "2026-11-24")
    twice = several(once, window("2026-12-01", "2026-12-01"))
    assert verdict(once, "tue*").right
    assert verdict(twice, "tue*").right
    assert not verdict(window("2026-12-01", "2026-12-01"), "tue*").right


@pytest.mark.parametrize("answer", [window("2026-11-19", "2026-11-19"), NOTHING | {"asap": True}])
def test_a_date_out_of_nothing_is_invented(answer: dict[str, Any]) -> None:
    assert verdict(answer, "none", "nodate") == Verdict(right=False, invented=True)


def test_silence_where_nothing_was_said_is_right() -> None:
    assert verdict(NOTHING, "none", "nodate") == Verdict(right=True)


@pytest.mark.parametrize("written", ["tomorrow", "11-19@noonish", "11-19@25h", "1-1"])
def test_a_gold_value_outside_the_notation_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="not a"):
        read_gold(written, WEDNESDAY)


def test_the_misses_of_the_held_set_stay_unseen(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("FRONTDESK_SHOW_HELD", raising=False)
    assert main(["held", "--misses"]) == 2
    assert capsys.readouterr().out == ""


def test_the_table_counts_by_category_and_language() -> None:
    row = make_row("text", "en", WEDNESDAY, "refusal", "! 11-23")
    shown = table([(row, Verdict(right=True, kept=True)), (row, Verdict(right=False, inverted=True))])
    assert "refusal   en  right   1 of   2  kept   1  inverted   1" in shown


SETS = ("dev", "dev2", "dev3", "held")
LEAST: dict[tuple[str, Lang], int] = {("sentence", "ru"): 90, ("sentence", "en"): 60}
LEAST_TOGETHER = {"phrase": 45, "refusal": 45, "nodate": 30}


@pytest.mark.parametrize("name", SETS)
def test_a_set_is_as_large_as_it_must_be_and_repeats_nothing(name: str) -> None:
    rows = load_rows(name)
    size = Counter((row.category, row.lang) for row in rows)
    together = Counter(row.category for row in rows)
    assert not {kind: size[kind] for kind, least in LEAST.items() if size[kind] < least}
    assert not {kind: together[kind] for kind, least in LEAST_TOGETHER.items() if together[kind] < least}
    assert [text for text, count in Counter(row.text.casefold() for row in rows).items() if count > 1] == []


@pytest.mark.parametrize("name", SETS)
def test_each_row_says_what_its_category_must(name: str) -> None:
    for row in load_rows(name):
        words = {reading.word for reading in row.gold.readings}
        assert bool(row.gold.refused) or row.category != "refusal", row.text
        assert (words == {"none"}) == (row.category == "nodate"), row.text


@pytest.mark.parametrize(("one", "other"), list(combinations(SETS, 2)))
def test_the_sets_share_no_text(one: str, other: str) -> None:
    texts, others = ({row.text.casefold() for row in load_rows(name)} for name in (one, other))
    shared = len(texts & others)
    assert shared == 0  # only counted, so that a failure shows no text of the held set


def answer_with(reading: Reading) -> dict[str, Any]:
    """The plainest answer that says just this reading."""
    if reading.word:
        return NOTHING | {"asap": reading.word == "asap"}
    plain = [
        (span.core_from, span.core_to) if span.core_from <= span.core_to else (span.allowed_from, span.allowed_to)
        for span in reading.spans
    ]
    return several(*(window(start.isoformat(), end.isoformat()) for start, end in plain))


@pytest.mark.parametrize("name", SETS)
def test_no_row_contradicts_itself(name: str) -> None:
    wrong = [
        (row.text, number)
        for row in load_rows(name)
        for number, reading in enumerate(row.gold.readings)
        if not judge(answer_with(reading), row).right
    ]
    assert wrong == []
