"""Which times a message refuses: 'not on Friday', 'Friday won't do', 'except mornings', 'утро мимо'."""

from collections.abc import Sequence

from understanding.dates.atoms import AnyTime, Atom, Hours, Soonest
from understanding.dates.busy import leave_out_busy_times
from understanding.dates.clauses import Clause
from understanding.dates.lists import Judged, refuse_list
from understanding.dates.predicates import can, cannot, explains, is_wish
from understanding.dates.tokens import Token
from understanding.dates.told import told
from understanding.dates.verdicts import Verdicts

_TURNS = frozenset({"но", "а", "хотя", "зато", "однако", "but", "however", "though", "although"})


def judged(clauses: Sequence[Clause]) -> list[Judged]:
    """What each clause says, with the refusals that reach over a comma."""
    result: list[Judged] = []
    excepting, last = "", None
    for clause in clauses:
        goes_on = excepting if clause.begins == "comma" else ""
        one = _judge(clause, goes_on, last)
        excepting = one.excepting
        last = one.said[-1].atom if one.said else None
        result.append(one)
    for at, one in enumerate(result):
        if one.bare and one.clause.has("too") and at and any(said.refused for said in result[at - 1].said):
            for said in one.said:
                said.refused = True
        elif (one.denies or _says_only_no(one)) and not one.said:
            _refuse_before(result, at)
        elif one.denies or one.negates_last:
            refuse_list(result, at)
    leave_out_busy_times(result)
    _on_vacation(result)
    return result


def _on_vacation(result: Sequence[Judged]) -> None:
    """'Запишите меня, я в отпуске с 12 по 18': then is the time, if no other is asked for."""
    if any(not said.refused for one in result for said in one.said) or not any(one.affirmed for one in result):
        return
    for one in result:
        if one.clause.has("vacation"):
            for said in one.said:
                said.refused = False


def _judge(clause: Clause, excepting: str, last: Atom | None) -> Judged:
    past = told(clause)
    state = Verdicts(excepting=excepting, last=last, unsure=clause.has("if") or (clause.asks and clause.has("no")))
    atoms = clause.atoms()
    result = Judged(clause, state.said, listed=clause.has("and", "or"))
    for place, item in enumerate(clause.items):
        if place in atoms:
            if place not in past:
                state.take(place, atoms[place])
        elif isinstance(item, Token):
            if cannot(clause, place):
                result.denies = True
                state.deny(clause, place, past)
            elif can(clause, place):
                result.affirmed = True
                state.affirm(clause, place)
            elif is_wish(item):
                result.affirmed = True
                state.pass_by(item)
            else:
                state.pass_by(item)
    result.denies_rest = state.denying
    result.negates_last = state.refusing == "not" and bool(state.said) and state.said[-1].refused
    result.excepting = "except" if state.refusing == "except" and state.said else ""
    return result


def _refuse_before(result: Sequence[Judged], at: int) -> None:
    """'в пятницу, увы, никак', 'хотела в понедельник, но не успею': the clause before is refused."""
    clause = result[at].clause
    behind = at
    while behind > 1 and _says_no(result[behind - 1]):
        behind -= 1
    if at == 0 or explains(clause) or _has_to_go(result[at - 1], clause):
        return
    before, border = result[behind - 1], result[behind].clause
    text = border.before.text if border.before else ""
    turned = text in _TURNS or text == "?" or (border.begins == "stop" and before.bare)
    if not before.said or not (border.begins == "comma" or turned) or (before.affirmed and not turned):
        return
    for one in before.said:
        one.refused = not isinstance(one.atom, AnyTime | Soonest)
    if before.bare or not before.affirmed:
        refuse_list(result, at - 1, listed=before.listed)


def _has_to_go(before: Judged, clause: Clause) -> bool:
    """'Before 10 on Thursday, I have a train to catch': an affair is why the hours are bounded."""
    bounded = any(isinstance(said.atom, Hours) and said.atom.relation in ("before", "after") for said in before.said)
    return bounded and not clause.has("cannot", "unable", "no", "not", "negation")


def _says_only_no(one: Judged) -> bool:
    """'в пятницу? нет.', 'Friday, no': an answer to what stands before it."""
    return bool(one.clause.tokens) and not one.clause.asks and all(t.kind in ("no", "not") for t in one.clause.tokens)


def _says_no(one: Judged) -> bool:
    """A clause that is but a 'no'."""
    return not one.said and all(token.kind in ("no", "not", "correct") for token in one.clause.tokens)
