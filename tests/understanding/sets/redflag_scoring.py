"""How well the emergency gate does on sets of sentences that its rules were not written from.

    python -m tests.understanding.sets.redflag_scoring dev|dev2|dev3|dev4|dev5|dev6|held|held2 [--misses]

`dev2` is a second judge's, in other voices, `dev3` a third's, with each situation told in many ways, `dev4` three more
authors', `dev5` was written to learn the weights of the signs from, `dev6` holds ordinary complaints only; whoever
tunes may read them, as `dev`. The weights are learned from all of them, so their figures say little: `train_signs
--judge` measures on what was left out.
Recall is the share of emergencies that are raised; a false alarm is a near miss that is raised too. The sentences of
the held sets, of two judges, stay unseen by whoever writes the rules, else they would say nothing about words nobody
thought of: `--misses` shows them only with FRONTDESK_SHOW_HELD=1.
"""

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

import yaml

from understanding import redflags

Lang = Literal["ru", "en"]
Check = Callable[[str, Lang], object | None]
"""Takes a message and its language, gives None where it tells of no emergency."""

HERE = Path(__file__).parent
HELD = ("held", "held2")
COMPLAINTS = "dev6"
"""The set without emergencies."""
SETS = ("dev", "dev2", "dev3", "dev4", "dev5", COMPLAINTS, *HELD)
SHOW_HELD = "FRONTDESK_SHOW_HELD"
FIELDS = {"text": str, "lang": str, "kind": str, "emergency": bool}


class BadRow(Exception):
    """A set holds something that is no row; the message names the file and the row's number, from 1."""


class HeldStaysUnseen(Exception):
    """The misses of a held set were asked for without leave."""


@dataclass(frozen=True)
class Row:
    """One message and what a triage nurse says to it; `kind` is the category that scores are told by."""

    text: str
    lang: Lang
    kind: str
    emergency: bool


@dataclass(frozen=True)
class Verdict:
    """A row and whether the gate raised it."""

    row: Row
    raised: bool

    @property
    def wrong(self) -> bool:
        return self.raised != self.row.emergency


@dataclass(frozen=True)
class Tally:
    """How many of `total` rows were raised."""

    raised: int
    total: int

    @property
    def share(self) -> float:
        """From 0 to 1; 0 of no rows."""
        return self.raised / self.total if self.total else 0.0


def read_rows(path: Path) -> list[Row]:
    """The rows of a set; raises BadRow for a missing, unknown or wrongly typed field, and for a repeated text."""
    rows: list[Row] = []
    seen: set[tuple[str, str]] = set()
    for number, fields in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")), start=1):
        fault = _fault(fields)
        if fault is None and (fields["lang"], fields["text"]) in seen:
            fault = "the text comes twice"
        if fault is not None:
            raise BadRow(f"{path.name}, row {number}: {fault}")
        seen.add((fields["lang"], fields["text"]))
        rows.append(Row(**fields))
    return rows


def _fault(fields: object) -> str | None:
    if not isinstance(fields, dict) or fields.keys() != FIELDS.keys():
        return f"the fields are not {', '.join(FIELDS)}"
    for name, kind in FIELDS.items():
        if not isinstance(fields[name], kind) or fields[name] == "":
            return f"{name} is no {kind.__name__}, or empty"
    return None if fields["lang"] in get_args(Lang) else f"lang is {fields['lang']}"


def judge(rows: Iterable[Row], check: Check) -> list[Verdict]:
    """What `check` says to each row, in their order."""
    return [Verdict(row, check(row.text, row.lang) is not None) for row in rows]


def recall(verdicts: Iterable[Verdict], by: Callable[[Row], str]) -> dict[str, Tally]:
    """Emergencies that were raised, by a name that `by` takes from the row."""
    return _raised((each for each in verdicts if each.row.emergency), by)


def false_alarms(verdicts: Iterable[Verdict], by: Callable[[Row], str]) -> dict[str, Tally]:
    """Near misses that were raised, by a name that `by` takes from the row."""
    return _raised((each for each in verdicts if not each.row.emergency), by)


def _raised(verdicts: Iterable[Verdict], by: Callable[[Row], str]) -> dict[str, Tally]:
    groups: dict[str, list[bool]] = {}
    for each in verdicts:
        groups.setdefault(by(each.row), []).append(each.raised)
    return {name: Tally(sum(groups[name]), len(groups[name])) for name in sorted(groups)}


def misses(verdicts: Iterable[Verdict]) -> list[str]:
    """A line for each row that was judged wrongly: what went wrong, language, kind, text."""
    return [
        f"{'missed' if each.row.emergency else 'false alarm'}\t{each.row.lang}\t{each.row.kind}\t{each.row.text}"
        for each in verdicts
        if each.wrong
    ]


def report(verdicts: Sequence[Verdict]) -> list[str]:
    """The scores in lines: recall, then false alarms, each in all, by language, by kind; no sentence of the set."""
    lines: list[str] = []
    for title, score in (("recall", recall), ("false alarms", false_alarms)):
        for by in (lambda _row: "all", lambda row: row.lang, lambda row: row.kind):
            for name, tally in score(verdicts, by).items():
                lines.append(f"{title:<14}{name:<20}{tally.raised:>4} of {tally.total:<4}{tally.share:>7.1%}")
    return lines


def lines_for(arguments: Sequence[str], check: Check, environment: Mapping[str, str]) -> list[str]:
    """What the command prints; raises HeldStaysUnseen, BadRow, and SystemExit (2) for a wrong call."""
    parser = argparse.ArgumentParser(prog="redflag_scoring")
    parser.add_argument("set", choices=SETS)
    parser.add_argument("--misses", action="store_true", help="also print the rows that were judged wrongly")
    asked = parser.parse_args(arguments)
    if asked.misses and asked.set in HELD and environment.get(SHOW_HELD) != "1":
        raise HeldStaysUnseen(f"a held set is for scores only; set {SHOW_HELD}=1 to see its misses and spend it")
    verdicts = judge(read_rows(HERE / f"redflags_{asked.set}.yaml"), check)
    return report(verdicts) + (misses(verdicts) if asked.misses else [])


def main() -> int:
    """Exit code: 0 scored, 1 refused or a broken set, 2 wrong usage."""
    try:
        lines = lines_for(sys.argv[1:], redflags.check, os.environ)
    except (HeldStaysUnseen, BadRow) as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 1
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
