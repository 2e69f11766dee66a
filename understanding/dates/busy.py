"""Times that a message tells of while it asks for others: 'on Wednesday I'm flying to Rome, can I come on Friday?'.

Nobody can list all that keeps people busy. So a clause that says of a day (or of hours) what happens then, without a
word of wishing, leaves that time out as soon as another clause wishes another day (or other hours).
"""

from collections.abc import Sequence

from understanding.dates.atoms import AnyTime, Days, Hours, Part, Weekdays
from understanding.dates.clauses import Clause
from understanding.dates.lexicon import lexicon
from understanding.dates.lists import Judged
from understanding.dates.predicates import is_wish
from understanding.dates.tokens import Token

_NOT_BUSY = frozenset({"back", "ends", "leave", "if", "better", "only", "offer", "notneeded", "sameday", "correct"})
"""A clause with one of these says more of the day than what happens on it."""
_NO_AFFAIR = frozenset({"trouble", "past", "pastverb", "wishverb", "order"})
_RUSSIAN = frozenset({"ido", "willdo", "does", "state"})


def leave_out_busy_times(result: Sequence[Judged]) -> None:
    """Refuses the times of such clauses; each clause judged already."""
    for one in result:
        if not any(said.refused for said in one.said) and _tells(one) and _wished_beside(result, one):
            for said in one.said:
                said.refused = True


def _tells(one: Judged) -> bool:
    """Whether the clause names times and says what happens then, not that they are wished."""
    clause = one.clause
    if not one.said or one.affirmed or one.denies or clause.asks or clause.has(*_NOT_BUSY):
        return False
    if any(isinstance(said.atom, Days) and said.atom.last is None for said in one.said):
        return False
    words = [token for token in clause.tokens if token.kind in ("word", "come", "vacation")]
    if any(is_wish(token) or token.cues & _NO_AFFAIR for token in clause.tokens):
        return False
    return not _at_hand(clause) and (_russian(words) or _english(words, clause))


def _wished_beside(result: Sequence[Judged], told: Judged) -> bool:
    """Whether another clause wishes another time of that sort, by a word or because it is nothing but a time."""
    own = {said.atom for said in told.said}
    names_days = any(isinstance(atom, Days | Weekdays) for atom in own)
    sort = (Days, Weekdays) if names_days else (Hours, Part)
    return any(
        (isinstance(said.atom, sort) and said.atom not in own) or (isinstance(said.atom, AnyTime) and said.atom.rest)
        for one in result
        if one is not told and (one.affirmed or one.bare) and not _tells(one)
        for said in one.said
        if not said.refused
    )


def _at_hand(clause: Clause) -> bool:
    """'I'm in town on Friday' is no obstacle."""
    return any(token.text in lexicon().lists["athand"] for token in clause.tokens)


def _russian(words: Sequence[Token]) -> bool:
    """A verb of one's own or somebody's, a state ('загружена'), or something 'у меня', 'у сына'."""
    own = any(token.text == "у" for token in words) and len(words) > 2
    return own or any(token.kind == "word" and token.cues & _RUSSIAN for token in words)


def _english(words: Sequence[Token], clause: Clause) -> bool:
    """A subject with its verb, and something said of it."""
    told = [token for token in clause.tokens if token.text.split(" ")[0] in lexicon().lists["telling"]]
    return bool(told) and any(token.text.isascii() and token not in told for token in words)
