"""What stands around a name: whether a doctor is meant, is refused, or is only told of."""

from collections.abc import Sequence

from understanding.requests.lexicon import lexicon
from understanding.requests.words import Token

_BEFORE, _AFTER = 4, 2
_CASES = {"before_a_dative": frozenset({"datv"}), "before_a_genitive": frozenset({"gent", "accs"})}


def meant(tokens: Sequence[Token], first: int) -> bool:
    """Whether the word before says that a doctor is named: 'к', 'доктор', 'dr', 'лору Тихонову'."""
    before = _near(tokens, first, -1)
    return bool(before) and _any(before[:1], "before_a_doctor")


def titled(tokens: Sequence[Token], first: int) -> bool:
    """Whether it is surely a doctor: 'к' and 'у' stand before a daughter's name, too."""
    before = _near(tokens, first, -1)
    return bool(before) and _any(before[:1], "doctors_title")


def cases_asked_for(tokens: Sequence[Token], first: int) -> frozenset[str]:
    """The cases that the word before puts a Russian name into; without such a word, the nominative."""
    before = _near(tokens, first, -1)
    found = (cases for name, cases in _CASES.items() if before and _any(before, name))
    return next(found, frozenset({"nomn"}))


def is_refused(tokens: Sequence[Token], first: int, last: int) -> bool:
    """'Не к Петрову', 'кроме Петрова', 'Петров не подходит', 'anyone but Dr Petrov'."""
    before, after = _near(tokens, first, -_BEFORE), _near(tokens, last, _AFTER)
    if len(after) == _AFTER and after[0] in {"не", "not"} and _any(after[1:], "not_wanted"):
        return True
    for place, word in enumerate(before):
        if word in {"а", "но", "лучше", "rather", "instead,"}:
            return False
        if _any([word], "not_with"):
            return True
        if word == "but":
            return any(_any([other], "anyone") for other in before[place + 1 :][:2])
    return False


def is_told_of(tokens: Sequence[Token], first: int, last: int) -> bool:
    """'Петров направил', 'я был у Петрова', 'Dr Petrov said'; not if the patient wants there again."""
    told = _any(_near(tokens, last, _AFTER), "tells") or _any(_near(tokens, first, -_BEFORE), "visited")
    return told and not _any([token.text for token in tokens], "again")


def _near(tokens: Sequence[Token], at: int, reach: int) -> list[str]:
    """The words of the same clause next to a place, nearest first; behind it if `reach` is negative."""
    places = range(at - 1, at - 1 + reach, -1) if reach < 0 else range(at + 1, at + 1 + reach)
    clause = tokens[at].clause
    return [tokens[n].text for n in places if 0 <= n < len(tokens) and tokens[n].clause == clause]


def _any(words: Sequence[str], name: str) -> bool:
    exact, stems = lexicon().words(name)
    return any(word in exact or word.startswith(stems) for word in words)
