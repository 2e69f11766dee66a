"""Refusals that a list carries over commas: 'понедельник, вторник и среда не подходят'."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from understanding.dates.atoms import Days, Weekdays
from understanding.dates.clauses import Clause
from understanding.dates.tokens import Token
from understanding.dates.verdicts import Said


@dataclass(slots=True)
class Judged:
    """A clause with what it says of its atoms."""

    clause: Clause
    said: list[Said]
    affirmed: bool = False
    """It has a word that accepts or asks."""
    denies: bool = False
    """It has a word that refuses."""
    denies_rest: bool = False
    """That word stands before its atoms, so that a list may go on behind the comma."""
    negates_last: bool = False
    """Its last time stands behind a 'not' of its own."""
    excepting: str = ""
    """'except' that is still open at the end of the clause."""
    listed: bool = field(default=False)
    """It has 'and' or 'or'."""

    @property
    def bare(self) -> bool:
        """Whether it is nothing but times."""
        return bool(self.said) and not (self.affirmed or self.denies) and not any(one.refused for one in self.said)


def refuse_list(result: Sequence[Judged], at: int, *, listed: bool = False) -> None:
    """Refuses the clauses that are a list with the refusing one, before it and, if its word stands first, behind it."""
    here = result[at]
    refused = [one for one in here.said if one.refused]
    if not refused:
        return
    kind = type(refused[0].atom)
    plain = _plain(here) and issubclass(kind, Days | Weekdays)
    surely = listed or here.listed
    if surely or plain or any(_plural(token) for token in here.clause.tokens):
        before = _listed_before(result, at, kind)
        _refuse(before if surely or not plain else [one for one in before if _plain(one)])
    if here.denies_rest or here.negates_last:
        behind = _listed_behind(result, at, kind)
        named = any(one.listed for one in behind)
        if (named and (here.denies_rest or all(map(_plain, behind)))) or (
            here.denies_rest and plain and all(map(_plain, behind))
        ):
            _refuse(behind)


def _refuse(found: Sequence[Judged]) -> None:
    for one in found:
        for said in one.said:
            said.refused = True


def _listed_before(result: Sequence[Judged], at: int, kind: type) -> list[Judged]:
    """The clauses right before, each a bare item of the same sort with a comma behind it."""
    found: list[Judged] = []
    while at and result[at].clause.begins == "comma" and _item(result[at - 1], kind):
        at -= 1
        found.append(result[at])
    return found


def _listed_behind(result: Sequence[Judged], at: int, kind: type) -> list[Judged]:
    found: list[Judged] = []
    for one in result[at + 1 :]:
        if one.clause.begins != "comma" or not _item(one, kind):
            break
        found.append(one)
    return found


def _item(one: Judged, kind: type) -> bool:
    return one.bare and all(isinstance(said.atom, kind) for said in one.said)


def _plain(one: Judged) -> bool:
    """Whether its days stand there without a preposition, as in a list."""
    return not one.clause.has("at", "on", "by", "from", "until", "before", "after")


def _plural(token: Token) -> bool:
    """'Не подходят', 'are out': said of more than one."""
    many = token.text.endswith(("ят", "ют", "ут", "ны")) or token.text.startswith(("don't", "dont", "are", "aren't"))
    return token.kind == "cannot" and many
