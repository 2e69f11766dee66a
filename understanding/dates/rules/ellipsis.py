"""Words that lean on a day or an hour said before: 'the day after', 'the week after', 'на следующей', 'лучше 26'."""

from collections.abc import Sequence
from datetime import date, timedelta

from understanding.dates.atoms import Days
from understanding.dates.rules.calendar import coming_day, upcoming
from understanding.dates.rules.engine import Context
from understanding.dates.rules.frames import frame
from understanding.dates.rules.stretches import month_days, week_of
from understanding.dates.rules.weekdays import coming
from understanding.dates.tokens import Clock, Token

_LEADS_TO_NUMBER = frozenset(
    {"correct", "better", "but", "comma", "stop", "or", "and", "no", "offer", "insteadof", "not", "can"}
)
_POINTS = frozenset({"date", "weekday", "frame"})
_TARGETS = frozenset({"на", "to", "for", "until", "into"})
_ENDS = frozenset({"comma", "stop", "but", "or", "and", "insteadof", "no", "not", "cannot", "part", "correct"})


def spelled_out(tokens: Sequence[Token], context: Context) -> list[Token]:
    """The tokens with such words written as dates, frames and clocks; without something to lean on they stay."""
    result: list[Token] = []
    said: Token | None = None
    hour: Token | None = None
    for place, token in enumerate(tokens):
        following = tokens[place + 1] if place + 1 < len(tokens) else None
        range_or_list = (
            bool(result)
            and result[-1].kind in ("and", "or", "until", "dash")
            and any(one.kind in ("between", "from", "num", "clock") for one in result[-3:])
        )
        made = (
            token
            if token.kind == "num" and range_or_list
            else _lean(token, following, result[-1] if result else None, _of_sort(token, said, hour), context)
        )
        result.append(made)
        if made.kind in ("date", "frame", "weekday", "clock") or (made.kind == "num" and _after_preposition(result)):
            said = made
            hour = made if made.kind in ("clock", "num") else hour
    return result


def _of_sort(token: Token, said: Token | None, hour: Token | None) -> Token | None:
    """What a bare number is like: behind 'at 10 tomorrow' an hour, for 'tomorrow' tells of no number."""
    return hour if token.kind == "num" and hour and said and (said.text == "ahead" or said.kind == "weekday") else said


def moved(tokens: Sequence[Token]) -> list[Token]:
    """'Move my appointment from Friday to Monday': the days that a visit is moved away from are past."""
    if not any(token.kind == "move" for token in tokens):
        return list(tokens)
    points = [place for place, token in enumerate(tokens) if token.kind in _POINTS]
    targets = [place for place in points if place and tokens[place - 1].text in _TARGETS]
    left = [place for place in points if place and tokens[place - 1].kind == "from"]
    if targets:
        left += [place for place in points if place < targets[-1] and place not in targets]
    if targets:
        left += [place for place, token in enumerate(tokens[: targets[-1]]) if token.kind in ("clock", "part")]
    result = list(tokens)
    for place in left:
        result[place] = Token("pastdate", text="moved")
    return [Token("on", text="on") if t.kind == "until" and t.text == "to" and targets else t for t in result]


def not_but(tokens: Sequence[Token], _context: Context) -> Sequence[Token]:
    """'Not the 29th - the 30th': no range."""
    return (*tokens[:-2], Token("but", text="but"), tokens[-1])


def _lean(token: Token, following: Token | None, before: Token | None, said: Token | None, context: Context) -> Token:
    if token.kind == "dayafter":
        day = _day(said, context)
        return Token("date", (day or context.today) + timedelta(days=1), text="ahead")
    if token.kind == "weekafter" or (token.kind == "afternext" and said is not None and said.kind == "frame"):
        day = _day(said, context)
        return frame(week_of((day or context.today) + timedelta(days=7), context))[0]
    if token.kind == "num" and _judged_day(token, before, following):
        day = coming_day(int(str(token.value)), context)
        return token if day is None else Token("date", day, text="date")
    if said is None:
        return token
    if token.kind == "next" and (following is None or following.kind not in ("unit", "weekday", "weekend", "month")):
        return _next_stretch(token, said, context)
    if token.kind == "num" and _stands_alone(before, following):
        return _like(token, said, context)
    return token


def _judged_day(token: Token, before: Token | None, following: Token | None) -> bool:
    """'25 не могу, 26 могу': a number too large for an hour, and a word that judges it."""
    if not isinstance(token.value, int) or not 22 < token.value <= 31 or following is None:
        return False
    starts = before is None or before.kind in ("comma", "stop", "but", "no", "not")
    return starts and (following.kind in ("cannot", "unable") or "can" in following.cues)


def _after_preposition(result: Sequence[Token]) -> bool:
    return len(result) > 1 and result[-2].kind in ("at", "after", "before", "by", "notbefore", "nolater", "around")


def _day(said: Token | None, context: Context) -> date | None:
    if said is None or said.kind in ("clock", "num"):
        return None
    if isinstance(said.value, Days):
        return said.value.last
    if isinstance(said.value, date):
        return said.value
    return coming(said.value, context) if isinstance(said.value, int) else None


def _next_stretch(token: Token, said: Token, context: Context) -> Token:
    """'на этой неделе не могу, на следующей': the week, month behind the one that was said."""
    if not isinstance(said.value, Days) or said.value.last is None:
        return token
    behind = said.value.last + timedelta(days=1)
    if said.value.last.weekday() == 6 and said.value.last - said.value.first == timedelta(days=1):
        return frame(Days(behind + timedelta(days=5), behind + timedelta(days=6)))[0]
    if said.value.last.weekday() == 6 and (said.value.last - said.value.first).days < 7:
        return frame(week_of(behind, context))[0]
    if behind.day == 1:
        return frame(month_days(behind.year, behind.month, context))[0]
    return token


def _stands_alone(before: Token | None, following: Token | None) -> bool:
    leads = before is None or before.kind in _LEADS_TO_NUMBER or bool(before.cues & {"can"})
    ends = following is None or following.kind in _ENDS or bool(following.cues & {"can", "wish"})
    return leads and ends


def _like(token: Token, said: Token, context: Context) -> Token:
    """A bare number is of the sort that was said last: a day of that month, or an hour."""
    number = token.value
    if not isinstance(number, int):
        return token
    if isinstance(said.value, Clock) or said.kind == "num":
        return Token("clock", Clock(number, 0, fixed=number > 12), text="clock") if 0 < number < 23 else token
    if not isinstance(said.value, date) or said.text == "ahead" or not 1 <= number <= 31:
        return token
    day = upcoming(number, said.value.month, None, context)
    return Token("date", day, text="date") if day and abs((day - said.value).days) < 60 else token
