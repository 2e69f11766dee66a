"""Scores a ranking of specialties against independent sets of complaints.

`python -m tests.understanding.sets.complaint_scoring dev|dev2|held [--misses]`; `dev2` is a second judge's. The held
set's misses are shown only with FRONTDESK_SHOW_HELD=1, so that nobody tunes to it by accident. Everything but `main`
is pure.
"""

import os
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from typing import Literal

import yaml

from understanding import complaints

SPECIALTIES = frozenset(
    {
        "therapist",
        "pediatrician",
        "cardiologist",
        "neurologist",
        "gastroenterologist",
        "ent",
        "ophthalmologist",
        "dermatologist",
        "surgeon",
        "orthopedist",
        "urologist",
        "gynecologist",
        "endocrinologist",
        "pulmonologist",
        "rheumatologist",
        "allergist",
        "psychiatrist",
        "dentist",
        "oncologist",
        "nephrologist",
        "infectionist",
        "proctologist",
    }
)
CATEGORIES = ("lay", "note", "negated", "child", "several", "named", "general")
LANGUAGES = ("ru", "en")
SETS = ("dev", "dev2", "held")

Lang = Literal["ru", "en"]
Ranker = Callable[[str, Lang], Sequence[str]]


@dataclass(frozen=True)
class Row:
    """One complaint. `specialties`: the first places that a judge accepts, the best one first."""

    text: str
    lang: Lang
    category: str
    specialties: tuple[str, ...]


@dataclass(frozen=True)
class Answer:
    """A complaint and how it was ranked, best first; an empty ranking is a miss."""

    row: Row
    ranked: tuple[str, ...]

    @property
    def first(self) -> bool:
        return bool(self.ranked) and self.ranked[0] in self.row.specialties

    @property
    def in_three(self) -> bool:
        return any(code in self.row.specialties for code in self.ranked[:3])


@dataclass(frozen=True)
class Rates:
    """Shares from 0 to 1. `macro`: first places averaged over the best specialties, each weighing the same.

    `therapist_wrongly`: of the rows where the therapist is not accepted, the share that was sent to the therapist.
    """

    rows: int
    first: float
    macro: float
    in_three: float
    empty: float
    therapist_wrongly: float


def parse(source: str) -> list[Row]:
    """Rows of a YAML list. Raises ValueError on an unknown code, category or language, an empty or repeated row."""
    rows = [
        Row(item["text"], item["lang"], item["category"], tuple(item["specialties"])) for item in yaml.safe_load(source)
    ]
    seen: set[str] = set()
    for row in rows:
        known = row.category in CATEGORIES and row.lang in LANGUAGES and set(row.specialties) <= SPECIALTIES
        once = len(set(row.specialties)) == len(row.specialties) > 0
        text = plain(row.text)
        if not (known and once and text) or text in seen:
            raise ValueError(f"not a row of a set: {row}")
        seen.add(text)
    return rows


def plain(text: str) -> str:
    """The text as compared with others: case and spacing do not count."""
    return " ".join(text.casefold().split())


def load(name: str) -> list[Row]:
    """The rows of the set `name`, one of SETS."""
    return parse(Path(__file__).with_name(f"complaints_{name}.yaml").read_text(encoding="utf-8"))


def answer(rows: Iterable[Row], rank: Ranker) -> list[Answer]:
    """Each row with what `rank(text, lang)` makes of it."""
    return [Answer(row, tuple(rank(row.text, row.lang))) for row in rows]


def rates(answers: Sequence[Answer]) -> Rates:
    """The figures for these answers. Raises ValueError when there are none."""
    if not answers:
        raise ValueError("nothing to score")
    beyond_therapist = [a for a in answers if "therapist" not in a.row.specialties]
    return Rates(
        rows=len(answers),
        first=mean(a.first for a in answers),
        macro=mean(mean(a.first for a in group) for group in by_specialty(answers).values()),
        in_three=mean(a.in_three for a in answers),
        empty=mean(not a.ranked for a in answers),
        therapist_wrongly=mean(a.ranked[:1] == ("therapist",) for a in beyond_therapist) if beyond_therapist else 0.0,
    )


def by_specialty(answers: Iterable[Answer]) -> dict[str, list[Answer]]:
    """The answers grouped by the best specialty of their row."""
    return _grouped(answers, lambda row: row.specialties[0])


def table(answers: Sequence[Answer]) -> dict[str, Rates]:
    """Rates for all, for each language, each category, and each category in each language, under a readable name."""
    groups: dict[str, Sequence[Answer]] = {"all": answers}
    groups |= dict(sorted(_grouped(answers, lambda row: row.lang).items()))
    groups |= dict(sorted(_grouped(answers, lambda row: row.category).items()))
    groups |= dict(sorted(_grouped(answers, lambda row: f"{row.category} {row.lang}").items()))
    return {name: rates(group) for name, group in groups.items()}


def report(answers: Sequence[Answer]) -> str:
    """Both tables as text: by language and category, then by specialty."""
    lines = [f"{'':22}{'rows':>6}{'first':>8}{'macro':>8}{'top 3':>8}{'empty':>8}{'GP wrongly':>12}"]
    lines += [_line(name, figures) for name, figures in table(answers).items()]
    lines += ["", f"{'best specialty':22}{'rows':>6}{'first':>8}"]
    for code, group in sorted(by_specialty(answers).items()):
        lines.append(f"{code:22}{len(group):6}{mean(a.first for a in group):8.1%}")
    return "\n".join(lines)


def misses(answers: Iterable[Answer]) -> list[str]:
    """One line for each answer whose first place is not accepted: wanted, got, and the text."""
    return [
        f"{'/'.join(a.row.specialties)} <- {' '.join(a.ranked[:3]) or '-'} [{a.row.category} {a.row.lang}] {a.row.text}"
        for a in answers
        if not a.first
    ]


def may_show_misses(name: str, environment: Mapping[str, str]) -> bool:
    """Whether the misses of this set may be printed: the held one's only on an explicit wish."""
    return name != "held" or environment.get("FRONTDESK_SHOW_HELD") == "1"


def main(arguments: Sequence[str], environment: Mapping[str, str]) -> int:
    """Print the scores of one set. Returns the exit code: 0 done, 2 wrong usage or a refusal."""
    names = [argument for argument in arguments if argument != "--misses"]
    if len(names) != 1 or names[0] not in SETS:
        sys.stderr.write("usage: complaint_scoring dev|dev2|held [--misses]\n")
        return 2
    if "--misses" in arguments and not may_show_misses(names[0], environment):
        sys.stderr.write("The held set is not shown: whoever tunes to it can no longer be judged by it.\n")
        return 2
    answers = answer(load(names[0]), complaints.rank)
    sys.stdout.write(report(answers) + "\n")
    if "--misses" in arguments:
        sys.stdout.write("\n" + "\n".join(misses(answers)) + "\n")
    return 0


def _grouped(answers: Iterable[Answer], key: Callable[[Row], str]) -> dict[str, list[Answer]]:
    groups: defaultdict[str, list[Answer]] = defaultdict(list)
    for each in answers:
        groups[key(each.row)].append(each)
    return dict(groups)


def _line(name: str, figures: Rates) -> str:
    return (
        f"{name:22}{figures.rows:6}{figures.first:8.1%}{figures.macro:8.1%}{figures.in_three:8.1%}"
        f"{figures.empty:8.1%}{figures.therapist_wrongly:12.1%}"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], os.environ))
