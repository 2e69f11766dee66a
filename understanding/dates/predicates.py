"""Words that say whether a time will do: 'can', 'works', 'не могу', 'занята', 'нет'."""

from collections.abc import Callable

from understanding.dates.atoms import Atom, Days, Weekdays
from understanding.dates.clauses import Clause
from understanding.dates.lexicon import lexicon
from understanding.dates.tokens import Token

_AT_IT = frozenset({"i'm", "im", "i am", "we're", "we are", "be", "i'll be", "we'll be"})


def is_wish(token: Token) -> bool:
    """Whether the word speaks of a wish or of its being possible."""
    return bool(token.cues & {"wish", "can", "visit"}) or token.kind in ("freed", "polite", "notonly")


def can(clause: Clause, place: int) -> bool:
    """Whether the word at that place says that a time will do."""
    token = clause.items[place]
    if not isinstance(token, Token) or _after_not(clause, place):
        return False
    return token.kind == "freed" or ("can" in token.cues and token.kind not in ("cannot", "unable"))


def cannot(clause: Clause, place: int) -> bool:
    """Whether the word at that place says that a time will not do."""
    token = clause.items[place]
    if not isinstance(token, Token) or clause.has("if"):
        return False
    if clause.asks and any(token.text.endswith(one) for one in lexicon().lists["impersonal"]):
        return False
    judge = _JUDGES.get(token.kind)
    if judge is not None:
        return judge(clause, place)
    if token.kind == "word" and any(of(clause, place, token) for of in (_of_ones_own, _has_event, _is_doing)):
        return True
    if token.text == "out":
        return place > 0 and not isinstance(clause.items[place - 1], Token)
    refused = _after_not(clause, place) and token.text not in lexicon().lists["harmless"]
    if refused and token.kind == "come" and "infinitive" in token.cues:
        return True  # 'мне в среду не прийти'
    if refused and "does" in token.cues and not token.cues & {"trouble"}:
        return _negates(clause, place) and not any(map(_lasts, clause.atoms().values()))
    return refused and (token.kind in ("ends", "back") or bool(token.cues & {"willdo", "order", "can"}))


def explains(clause: Clause) -> bool:
    """Whether it only tells of one's own work: a reason, not a refusal of what was said before."""
    return any(token.text in lexicon().lists["own"] for token in clause.tokens) or clause.has(
        "before", "after", "notbefore"
    )


def other_verb(clause: Clause, place: int) -> bool:
    """'Can't sleep', 'не могу наступить': what one cannot do is not to come."""
    following = [item for item in clause.items[place + 1 : place + 3] if isinstance(item, Token)]
    if not following:
        return False
    token = following[0]
    if token.kind in ("not", "this") and len(following) > 1:
        token = following[1]
    if token.cues & {"trouble"} or token.text in ("работать", "есть"):
        return True
    if token.kind != "word" or clause.items[place + 1] is not following[0]:
        return False
    if token.text.isascii():
        return not is_wish(token) and token.text not in lexicon().lists["following"]
    return "infinitive" in token.cues and not token.cues & {"wish", "can"}


def _after_not(clause: Clause, place: int) -> bool:
    before = clause.items[place - 1] if place else None
    return isinstance(before, Token) and before.kind == "not"


def _closes(clause: Clause, place: int) -> bool:
    """'завтра нет', 'в среду нет времени': behind what it denies; 'нет ли', 'нет записи' ask or tell of something."""
    if not any(at < place for at in clause.atoms()):
        return False
    following = clause.items[place + 1] if place + 1 < len(clause.items) else None
    if following is None or not isinstance(following, Token):
        return True
    return following.text not in ("записи", "мест", "окон", "талонов", "приема", "slots", "appointments")


def _of_ones_own(clause: Clause, place: int, token: Token) -> bool:
    """'в четверг у меня внуки': a noun behind 'у меня', in a clause that neither complains nor asks."""
    if token.kind != "word" or "nominative" not in token.cues or not clause.atoms():
        return False
    before = [item for item in clause.items[:place] if isinstance(item, Token)]
    mine = [at for at, one in enumerate(before) if one.text == "у"]
    if not mine or len(before) - mine[-1] > 3 or any(one.cues & {"wish", "can", "trouble"} for one in clause.tokens):
        return False
    lasts = any(map(_lasts, clause.atoms().values()))
    return not lasts and token.text not in lexicon().lists["goodnews"]


def _is_doing(clause: Clause, place: int, token: Token) -> bool:
    """'I'm teaching on Wednesday', 'we'll be moving': whatever it is, in a clause that neither complains nor asks."""
    before = clause.items[place - 1] if place else None
    if not isinstance(before, Token) or before.text not in _AT_IT or not token.text.endswith("ing"):
        return False
    if token.text in lexicon().lists["asking"] or any(
        is_wish(one) or one.cues & {"trouble", "past"} for one in clause.tokens
    ):
        return False
    days = [atom for atom in clause.atoms().values() if isinstance(atom, Days | Weekdays)]
    return bool(days) and not any(map(_lasts, days))


def _lasts(atom: Atom) -> bool:
    return isinstance(atom, Days) and atom.lasting


def _has_event(clause: Clause, place: int, token: Token) -> bool:
    """'у меня узи', 'в среду экзамен': an affair of one's own; what a clinic does counts only as one's own."""
    if not token.cues & {"event", "affair"}:
        return False
    before = [item for item in clause.items[:place] if isinstance(item, Token)]
    if before and before[-1].kind in ("after", "before", "on", "for") and clause.items[place - 1] is before[-1]:
        return False
    if "affair" in token.cues and clause.atoms() and not any(is_wish(one) for one in clause.tokens):
        return True
    return any(
        token.text in lexicon().lists["having"] or token.text.startswith(("i have", "i've", "we have"))
        for token in before
    )


def _negates(clause: Clause, place: int) -> bool:
    """'Friday won't …', 'doesn't … on Friday': whatever the verb is, unless it tells of a trouble."""
    following = [item for item in clause.items[place + 1 : place + 4] if isinstance(item, Token)]
    if any(token.cues & {"trouble", "past"} for token in clause.tokens):
        return False
    days = any(isinstance(atom, Days | Weekdays) for atom in clause.atoms().values())
    return days and not any(token.text in lexicon().lists["unmoved"] for token in following[:1])


def _too_soon(clause: Clause, place: int) -> bool:
    """'10 утра рано': behind all times of its clause."""
    atoms = clause.atoms()
    return bool(atoms) and max(atoms) < place


def _last_not(clause: Clause, place: int) -> bool:
    """'утром не, вечером да'."""
    token = clause.items[place]
    if isinstance(token, Token) and token.text in lexicon().lists["isnot"]:
        # 'tomorrow isn't going to happen'
        return bool(clause.atoms()) and max(clause.atoms()) < place and not clause.asks
    return 0 < place == len(clause.items) - 1 and not clause.asks


_JUDGES: dict[str, Callable[[Clause, int], bool]] = {
    "cannot": lambda clause, place: not _after_not(clause, place),
    "negation": lambda clause, place: _negates(clause, place),
    "vacation": lambda clause, place: not _after_not(clause, place),
    "unable": lambda clause, place: not other_verb(clause, place),
    "no": _closes,
    "leave": lambda clause, place: not _after_not(clause, place),
    "toosoon": _too_soon,
    "earlyword": _too_soon,
    "not": _last_not,
}
