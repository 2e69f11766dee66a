"""How much each word of a message counts: a diagnosis more, what is told aside (history, examination) less."""

from understanding.complaints.knowledge import words_of
from understanding.complaints.message import Message, Token

_ASIDE = 0.4
_DIAGNOSIS = 1.5
_OBJECTIVE = 0.6
"""What is found on examination: a pressure or a lymph node is measured in everyone."""


def weights(message: Message) -> list[float]:
    """For each word 1, or the weight that a word such as 'hx' or 'диагноз' gives to the rest of its clause.

    A heading ('Соп.: ...') is a clause of its own: it speaks of the next one.
    """
    found: list[float] = []
    heading = 1.0
    for clause in message.clauses():
        weight, heading = heading, 1.0
        for token in clause:
            if said := _weight(token):
                weight = said
            found.append(weight)
        if clause and (said := _weight(clause[-1])):
            heading = said
    return found


def _weight(token: Token) -> float | None:
    if token.keys & words_of("aside"):
        return _ASIDE
    if token.form in words_of("objective"):
        return _OBJECTIVE
    return _DIAGNOSIS if token.keys & words_of("diagnosis") else None
