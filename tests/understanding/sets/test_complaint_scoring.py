"""The scorer's figures, its guard over the held set, and the shape of the sets themselves."""

from collections import Counter
from itertools import combinations

import pytest

from tests.understanding.sets import complaint_scoring as scoring
from tests.understanding.sets.complaint_scoring import Answer, Row

EAR = Row("ухо стреляет", "ru", "lay", ("ent",))
EAR_AGAIN = Row("ear pops", "en", "lay", ("ent",))
HEART = Row("c/o palpitations", "en", "note", ("cardiologist", "therapist"))
COLD = Row("простыл", "ru", "general", ("therapist",))


def test_any_accepted_first_place_counts_and_an_empty_ranking_is_a_miss() -> None:
    assert Answer(HEART, ("therapist", "ent")).first
    assert not Answer(HEART, ("ent", "cardiologist")).first
    assert not Answer(HEART, ()).first


def test_only_the_first_three_places_are_looked_at() -> None:
    assert Answer(EAR, ("surgeon", "dentist", "ent")).in_three
    assert not Answer(EAR, ("surgeon", "dentist", "therapist", "ent")).in_three


def test_macro_weighs_each_best_specialty_the_same() -> None:
    figures = scoring.rates(
        [Answer(EAR, ("ent",)), Answer(EAR_AGAIN, ("ent",)), Answer(HEART, ("surgeon",)), Answer(COLD, ("therapist",))]
    )
    assert figures.rows == 4
    assert figures.first == pytest.approx(3 / 4)
    assert figures.macro == pytest.approx(2 / 3)


def test_the_therapist_is_wrong_only_where_not_accepted() -> None:
    figures = scoring.rates(
        [Answer(EAR, ("therapist",)), Answer(EAR_AGAIN, ("ent", "therapist")), Answer(HEART, ("therapist",))]
    )
    assert figures.therapist_wrongly == pytest.approx(1 / 2)
    assert scoring.rates([Answer(COLD, ("therapist",))]).therapist_wrongly == 0


def test_empty_rankings_are_counted() -> None:
    assert scoring.rates([Answer(EAR, ()), Answer(COLD, ("therapist",))]).empty == pytest.approx(1 / 2)


def test_nothing_cannot_be_scored() -> None:
    with pytest.raises(ValueError, match="nothing"):
        scoring.rates([])


def test_the_ranker_is_given_text_and_language() -> None:
    calls: list[tuple[str, str]] = []

    def rank(text: str, lang: scoring.Lang) -> list[str]:
        calls.append((text, lang))
        return ["ent"]

    assert scoring.answer([EAR, HEART], rank) == [Answer(EAR, ("ent",)), Answer(HEART, ("ent",))]
    assert calls == [("ухо стреляет", "ru"), ("c/o palpitations", "en")]


def test_the_table_has_all_each_language_each_category_and_both() -> None:
    answers = [Answer(EAR, ("ent",)), Answer(EAR_AGAIN, ()), Answer(COLD, ("therapist",))]
    figures = scoring.table(answers)
    assert list(figures) == ["all", "en", "ru", "general", "lay", "general ru", "lay en", "lay ru"]
    assert (figures["ru"].first, figures["en"].first, figures["lay"].first) == (1, 0, 0.5)


def test_the_report_names_the_best_specialty_with_its_share() -> None:
    text = scoring.report([Answer(EAR, ("ent",)), Answer(EAR_AGAIN, ("surgeon",))])
    assert text.splitlines()[-1].split() == ["ent", "2", "50.0%"]


def test_misses_show_what_was_wanted_and_what_came() -> None:
    lines = scoring.misses([Answer(EAR, ("ent",)), Answer(HEART, ("ent", "surgeon")), Answer(COLD, ())])
    assert lines == [
        "cardiologist/therapist <- ent surgeon [note en] c/o palpitations",
        "therapist <- - [general ru] простыл",
    ]


@pytest.mark.parametrize(
    "item",
    [
        "{text: a, lang: ru, category: lay, specialties: [barber]}",
        "{text: a, lang: de, category: lay, specialties: [ent]}",
        "{text: a, lang: ru, category: odd, specialties: [ent]}",
        "{text: a, lang: ru, category: lay, specialties: []}",
        "{text: a, lang: ru, category: lay, specialties: [ent, ent]}",
        "{text: ' ', lang: ru, category: lay, specialties: [ent]}",
    ],
)
def test_a_row_outside_the_protocol_is_refused(item: str) -> None:
    with pytest.raises(ValueError, match="not a row"):
        scoring.parse(f"- {item}")


def test_a_repeated_text_is_refused() -> None:
    item = "- {text: Ear  pops, lang: en, category: lay, specialties: [ent]}\n"
    with pytest.raises(ValueError, match="not a row"):
        scoring.parse(item + item.replace("Ear  pops", "ear pops"))


def test_the_held_misses_are_refused_without_an_explicit_wish(capsys: pytest.CaptureFixture[str]) -> None:
    assert scoring.main(["held", "--misses"], {}) == 2
    out = capsys.readouterr()
    assert out.out == ""
    assert "held" in out.err
    assert scoring.may_show_misses("held", {"FRONTDESK_SHOW_HELD": "1"})
    assert not scoring.may_show_misses("held", {"FRONTDESK_SHOW_HELD": "0"})
    assert scoring.may_show_misses("dev", {})


@pytest.mark.parametrize("arguments", [[], ["train"], ["dev", "held"]])
def test_other_words_are_wrong_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert scoring.main(arguments, {}) == 2
    assert "usage" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "lay_ru", "lay_en", "note_ru", "least"),
    [
        ("dev", 6, 3, 3, {"negated": 20, "child": 15, "several": 15, "named": 20, "general": 20}),
        ("held", 6, 3, 3, {"negated": 20, "child": 15, "several": 15, "named": 20, "general": 20}),
        ("dev2", 5, 2, 3, {"negated": 15, "child": 10, "several": 10, "named": 10}),
    ],
)
def test_each_set_covers_each_specialty_and_category(
    name: str, lay_ru: int, lay_en: int, note_ru: int, least: dict[str, int]
) -> None:
    rows = scoring.load(name)
    lay = Counter((row.specialties[0], row.lang) for row in rows if row.category == "lay")
    notes = Counter((row.specialties[0], row.lang) for row in rows if row.category == "note")
    for code in scoring.SPECIALTIES:
        assert lay[code, "ru"] >= lay_ru, code
        assert lay[code, "en"] >= lay_en, code
        assert notes[code, "ru"] >= note_ru, code
    assert all(sum(row.category == category for row in rows) >= number for category, number in least.items())


@pytest.mark.parametrize("name", ["dev", "held"])
def test_the_first_judge_wrote_notes_in_english_too(name: str) -> None:
    assert sum(row.category == "note" and row.lang == "en" for row in scoring.load(name)) >= 20


def test_the_sets_share_no_text() -> None:
    texts = [{scoring.plain(row.text) for row in scoring.load(name)} for name in scoring.SETS]
    assert all(one.isdisjoint(other) for one, other in combinations(texts, 2))
