"""What the words of one clause do to its times: refuse those before them, those behind them, or none."""

from dataclasses import dataclass, field

from understanding.dates.atoms import Atom, Days, Hours, Part, Soonest, Weekdays
from understanding.dates.clauses import Clause
from understanding.dates.predicates import can, cannot, is_wish
from understanding.dates.tokens import Token

_TRANSPARENT = frozenset(
    {
        "at",
        "on",
        "by",
        "from",
        "only",
        "around",
        "in",
        "this",
        "or",
        "and",
        "not",
        "no",
        "until",
        "each",
        "nearest",
        "any",
    }
)
"""Between 'not' and what it refuses."""
_TRULY_EXCEPT = frozenset(
    {
        "кроме",
        "за исключением",
        "исключая",
        "помимо",
        "окромя",
        "except",
        "except for",
        "apart from",
        "other than",
        "but",
        "excluding",
        "besides",
        "aside from",
    }
)


@dataclass(slots=True)
class Said:
    """An atom of a clause: its place, whether it is refused, by what, and what led to it."""

    place: int
    atom: Atom
    refused: bool = False
    link: str = ""
    again: bool = False
    """It has a 'not' of its own: 'not Tuesday and not Wednesday morning' are two refusals."""


@dataclass(slots=True)
class Verdicts:
    """Where a clause has got to: what refuses the next atom, and which atoms still wait for a verdict."""

    excepting: str = ""
    last: Atom | None = None
    said: list[Said] = field(default_factory=list)
    refusing: str = ""
    waiting: list[Said] = field(default_factory=list)
    denied: list[Said] = field(default_factory=list)
    affirmed: list[Said] = field(default_factory=list)
    affirmed_at: int = -2
    denying: bool = False
    link: str = ""
    again: bool = False
    flips: bool = False
    needless: bool = False
    """'Not necessarily' leaves out what follows: neither wished nor refused."""
    unsure: bool = False
    """In an 'if not Friday, then …' nothing is refused."""

    def __post_init__(self) -> None:
        self.refusing = self.excepting

    def take(self, place: int, atom: Atom) -> None:
        """The next atom."""
        if self.needless:
            return
        if self.excepting and self.refusing == "except" and not self._goes_on(atom):
            self.refusing = ""
        if self.refusing == "instead" and not self.again and type(self.said[-1].atom) is not type(atom):
            self.refusing = ""  # 'ten instead of eleven on Monday'
        one = Said(place, atom, link=self.link, again=self.again)
        self.link, self.again = "", False
        self.said.append(one)
        if self.refusing:
            one.refused = not (self.refusing == "except" and self.flips)
            return
        if self.denying:
            one.refused = True
            self.denied.append(one)
        else:
            self.waiting.append(one)

    def _goes_on(self, atom: Atom) -> bool:
        """Whether an 'except' goes on behind the comma for it: for more of the same, never for a whole week."""
        return type(atom) is type(self.last) and not (isinstance(atom, Days) and atom.loose)

    def pass_by(self, token: Token) -> None:
        """A token that gives no verdict of its own."""
        if token.kind in ("or", "and"):
            self.link = token.kind
        if token.kind in ("not", "no", "without"):
            self.refusing, self.again = ("", False) if self.unsure else ("not", True)
        elif token.kind == "insteadof":
            self.refusing, self.again = "instead", True
        elif token.kind == "except":
            self.refusing, self.again = "except", True
            self.flips = self.denying and token.text in _TRULY_EXCEPT
        elif token.kind == "notonly":
            self.refusing = ""
        elif token.kind == "notneeded":
            self.needless = True
        elif self.needless and token.kind not in _TRANSPARENT:
            self.needless = False
        elif self._ends_refusal(token):
            self.refusing = ""

    def _narrowed_by(self, following: list[Atom]) -> bool:
        """'на следующей неделе не могу в среду': days within the stretch that waits."""
        stretch = all(isinstance(one.atom, Days) and one.atom.loose for one in self.waiting)
        return stretch and all(isinstance(a, Weekdays) or (isinstance(a, Days) and not a.loose) for a in following)

    def _ends_refusal(self, token: Token) -> bool:
        if self.refusing == "not":
            return token.kind not in _TRANSPARENT
        return self.refusing in ("except", "instead") and is_wish(token)

    def deny(self, clause: Clause, place: int, past: frozenset[int]) -> None:
        """A word that refuses what stands before it; what follows, if nothing stands before it."""
        self.refusing = ""
        if not self.waiting and self.affirmed_at == place - 1:
            self.waiting = self.affirmed  # 'среду можно не предлагать'
        excepted = [one for one in self.said if one.refused and one.again]
        if not self.waiting and excepted and _text_before(clause, excepted[0].place) in _TRULY_EXCEPT:
            for one in excepted:
                one.refused = False  # 'кроме среды не могу'
            return
        following = _until_predicate(clause, place, past)
        days_before = self.waiting and all(isinstance(one.atom, Days | Weekdays) for one in self.waiting)
        word = clause.items[place]
        affair = isinstance(word, Token) and word.kind == "word"
        if affair:
            self.denying = True  # 'в среду у меня совещание в 15'
        elif days_before and following and (_all_hours(following) or self._narrowed_by(following)):
            self.denying = True  # 'в среду не могу раньше десяти'
            self.waiting = []
            return
        for one in self.waiting:
            one.refused = not isinstance(one.atom, Soonest)
        self.denying = affair or not self.waiting or _and_follows(clause, place)
        self.waiting = []

    def affirm(self, clause: Clause, place: int) -> None:
        """A word that accepts: it ends a refusal, and takes the last day of it back if nothing follows."""
        follows = any(at > place for at in clause.atoms())
        days = [one for one in self.denied if isinstance(one.atom, Days | Weekdays)]
        if self.denying and not follows and len(days) > 1 and days[-1].link not in ("or", "and"):
            for one in self.denied[self.denied.index(days[-1]) :]:
                one.refused = False
        self.refusing = ""
        self.denying = False
        self.denied = []
        self.affirmed, self.affirmed_at = self.waiting, place
        self.waiting = []


def _all_hours(atoms: list[Atom]) -> bool:
    return all(isinstance(atom, Hours | Part) for atom in atoms)


def _text_before(clause: Clause, place: int) -> str:
    tokens = [item for item in clause.items[:place] if isinstance(item, Token) and item.kind == "except"]
    return tokens[-1].text if tokens else ""


def _until_predicate(clause: Clause, place: int, past: frozenset[int]) -> list[Atom]:
    """The atoms behind a refusing word, up to the next word that judges; none if that one accepts them."""
    found: list[Atom] = []
    for at in range(place + 1, len(clause.items)):
        if isinstance(clause.items[at], Token):
            if can(clause, at) and not any(later > at for later in clause.atoms()):
                return []
            if can(clause, at) or cannot(clause, at):
                break
        elif at in clause.atoms() and at not in past:
            found.append(clause.atoms()[at])
    return found


def _and_follows(clause: Clause, place: int) -> bool:
    following = clause.items[place + 1] if place + 1 < len(clause.items) else None
    if not (isinstance(following, Token) and following.kind in ("and", "or")):
        return False
    return not any(can(clause, at) for at in range(place + 1, len(clause.items)))
