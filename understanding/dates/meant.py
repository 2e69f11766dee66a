"""The atoms that belong to the wish, in order, with what the words around them do to them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from understanding.dates.atoms import Atom, Days, Hours, Part, Weekdays
from understanding.dates.clauses import Clause, clauses
from understanding.dates.lexicon import lexicon
from understanding.dates.lists import Judged
from understanding.dates.predicates import cannot, is_wish
from understanding.dates.refusals import judged
from understanding.dates.rules import Item
from understanding.dates.tokens import Token

Mark = Literal["", "correct", "better"]
_BETTER_BEHIND = frozenset(
    {
        "better",
        "best",
        "preferable",
        "лучше",
        "удобнее",
        "удобней",
        "предпочтительнее",
        "предпочтительней",
        "instead",
        "комфортнее",
        "желательнее",
        "prefer",
    }
)

_MEANWHILE = frozenset({"before", "after", "while", "пока"})
_IT_OPENS = frozenset({"open", "work", "available"})


@dataclass(frozen=True, slots=True)
class Meant:
    """An atom of the wish: whether it is refused, and what led to it: 'or', 'comma', 'stop', 'but' or nothing.

    `again`: it has a 'not' of its own: 'not Tuesday and not Wednesday morning' are two refusals. `mark`: 'correct', it
    takes back what was said before ('no, sorry'); 'better', it is preferred to that.
    """

    atom: Atom
    refused: bool
    link: str
    again: bool = False
    mark: Mark = ""


def meant(items: Sequence[Item]) -> list[Meant]:
    """The atoms that belong to the wish, in order."""
    result: list[Meant] = []
    link, mark = "", ""
    heard = judged(clauses(items))
    if _only_complains(heard) or _asks_for_opening_hours(heard):
        heard = []
    refused_hours: list[Atom] = []
    for one in heard:
        marks = _marks(one.clause)
        behind = _better_behind(one)
        link = one.clause.begins or link
        before = 0
        if _and_then(one) and refused_hours:
            result += [Meant(day, refused=False, link="comma") for day in refused_hours]
        refused_hours = _days_of_refused_hours(one)
        for said in one.said:
            mark = next((marks[at] for at in range(said.place, before - 1, -1) if at in marks), mark)
            before = said.place
            if behind and not mark:
                mark = "better"
            result.append(Meant(said.atom, said.refused, said.link or link, said.again, _mark(mark)))
            link, mark, behind = "", "", False
        left = [name for at, name in marks.items() if at >= before]
        mark = left[-1] if left and not (one.said and left[-1] == "better") else mark
    return result


def _days_of_refused_hours(one: Judged) -> list[Atom]:
    """The days of 'on Thursday I work until three': of them the hours before are refused."""
    hours = [said for said in one.said if isinstance(said.atom, Hours) and said.atom.relation in ("before", "between")]
    if not hours or not all(said.refused for said in one.said):
        return []
    return [said.atom for said in one.said if isinstance(said.atom, Days | Weekdays)]


def _and_then(one: Judged) -> bool:
    """'Then I can': the time behind the refused hours is wished."""
    return one.affirmed and not one.said and any(token.text in lexicon().lists["then"] for token in one.clause.tokens)


def _only_complains(heard: Sequence[Judged]) -> bool:
    """'I take 5 mg twice a day, in the morning and in the evening': parts of the day, but neither days nor a wish."""
    words = frozenset[str]().union(*(token.cues for one in heard for token in one.clause.tokens))
    if "trouble" not in words or words & {"wish", "can", "visit"}:
        return False
    atoms = [said.atom for one in heard for said in one.said]
    return all(isinstance(atom, Part) for atom in atoms) and not any(said.refused for one in heard for said in one.said)


def _asks_for_opening_hours(heard: Sequence[Judged]) -> bool:
    """'До скольки работаете в субботу?', 'are you open on Sundays?': a day of the clinic, if no visit is asked for."""
    about = [one for one in heard if any("hours" in token.cues for token in one.clause.tokens)]
    aside = any(token.kind == "if" or token.text in _MEANWHILE for one in about for token in one.clause.tokens)
    if not about or aside or any(one.said for one in heard if one not in about):
        return False
    tokens = [token for one in heard for token in one.clause.tokens]
    return not any(is_wish(token) and "hours" not in token.cues and token.text not in _IT_OPENS for token in tokens)


def _mark(name: str) -> Mark:
    return "correct" if name == "correct" else "better" if name == "better" else ""


def _marks(clause: Clause) -> dict[int, str]:
    """Words that take back or prefer, by their place; a 'no' that refuses nothing takes back."""
    found: dict[int, str] = {}
    for place, item in enumerate(clause.items):
        if not isinstance(item, Token):
            continue
        follows = place + 1 < len(clause.items) and not isinstance(clause.items[place + 1], Token)
        if item.kind in ("correct", "better"):
            found[place] = max(item.kind, found.get(place, ""))
        elif (
            item.kind == "no"
            and not clause.has("if")
            and not cannot(clause, place)
            and not (follows and item.text.isascii())
        ):
            found[place] = "correct"
    return found


def _better_behind(one: Judged) -> bool:
    """'Friday is better': the word stands behind its times."""
    places = [place for place, item in enumerate(one.clause.items) if isinstance(item, Token) and item.kind == "better"]
    words = [one.clause.items[place] for place in places]
    if not one.said or not places or places[0] < one.said[-1].place:
        return False
    return all(isinstance(word, Token) and word.text in _BETTER_BEHIND for word in words)
