"""Which words of a clause are denied: 'кашля нет', 'голова не болит', 'no fever', 'without a rash'."""

from understanding.phrases import Clause

_NONE = frozenset({"нет", "нету", "отсутствует", "отсутствуют"})
_WITHOUT = frozenset({"без", "no", "without", "never", "denies"})
_NOT = frozenset({"не", "ни", "not"})
_HAVE_NOT = frozenset({"don't", "doesn't", "didn't", "haven't", "hasn't", "isn't", "aren't", "wasn't", "not"})
_HAVING = frozenset({"have", "has", "had", "having", "hurt", "hurts", "cough", "coughing", "a", "any"})
_COMPLAINING = (
    "бол",
    "беспоко",
    "мучает",
    "тошн",
    "рвет",
    "кашля",
    "чеш",
    "кружит",
    "немеет",
    "кровоточ",
    "отекл",
    "опух",
)
_STOPS = frozenset({"и", "and", "только", "просто", "just", "only"})
_LITTLE = frozenset({"у", "меня", "него", "нее", "ребенка", "мамы", "папы", "уже", "пока", "больше", "в", "на", "при"})
_ONLY_THAT = frozenset(
    {
        "сил",
        "мочи",
        "времени",
        "возможности",
        "терпения",
        "причины",
        "причин",
        "остановки",
        "перерыва",
        "конца",
        "аппетита",
        "idea",
        "time",
        "strength",
        "energy",
        "improvement",
        "relief",
        "reason",
        "warning",
        "stopping",
        "break",
    }
)
"""'No strength', 'without a break': what follows them is not denied."""
_REACH = 3


def denied(clause: Clause) -> frozenset[int]:
    """The places of the denied words."""
    places: set[int] = set()
    for at, word in enumerate(clause):
        if word in _NONE:
            places |= _none(clause, at)
        elif word in _WITHOUT:
            places |= _ahead(clause, at)
        elif word in _NOT and at + 1 < len(clause):
            places |= _not(clause, at)
        if word in _HAVE_NOT and at + 1 < len(clause) and clause[at + 1] in _HAVING:
            places |= _ahead(clause, at) | (_behind(clause, at) if clause[at + 1].startswith("hurt") else set())
    return frozenset(places)


def _ahead(clause: Clause, at: int) -> set[int]:
    places: set[int] = set()
    for place in range(at + 1, min(at + 1 + _REACH, len(clause))):
        if clause[place] in _STOPS:
            break
        places.add(place)
        if clause[place] in _ONLY_THAT:
            break
    return places


def _behind(clause: Clause, at: int) -> set[int]:
    places: set[int] = set()
    for place in range(at - 1, max(at - 1 - _REACH, -1), -1):
        if clause[place] in _STOPS:
            break
        places.add(place)
    return places


def _none(clause: Clause, at: int) -> set[int]:
    """'Кашля нет' denies what stands before it, 'нет кашля' what follows."""
    before = _behind(clause, at)
    said = any(clause[place] not in _LITTLE for place in before)
    return before if said else _ahead(clause, at)


def _not(clause: Clause, at: int) -> set[int]:
    """'Не' denies the next word; with a verb of complaining, what complains too ('голова не болит')."""
    if clause[at + 1].startswith(_COMPLAINING):
        return _behind(clause, at) | _ahead(clause, at)
    return {at + 1}
