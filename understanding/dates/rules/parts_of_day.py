"""Morning, lunch, afternoon, evening, 'after work', and words about how soon or that any time will do."""

from collections.abc import Sequence

from understanding.dates.atoms import AnyTime, Atom, Days, Part, Soonest
from understanding.dates.rules.engine import Context, rule
from understanding.dates.tokens import Token

_DAY = 24 * 60
MINUTES: dict[str, tuple[int, int]] = {
    "early": (0, 10 * 60),
    "before_work": (0, 9 * 60),
    "morning": (0, 12 * 60),
    "before_lunch": (0, 12 * 60),
    "noon": (12 * 60, 14 * 60),
    "afternoon": (12 * 60, 17 * 60),
    "late_afternoon": (15 * 60, 18 * 60),
    "second_half": (13 * 60, _DAY),
    "after_school": (15 * 60, _DAY),
    "evening": (17 * 60, _DAY),
    "after_work": (18 * 60, _DAY),
    "late_evening": (19 * 60, _DAY),
    "night": (21 * 60, _DAY),
}
"""Minutes of the day, [from, to). Morning, afternoon and evening are the service's own."""


def _part(tokens: Sequence[Token], _context: Context) -> Sequence[Atom]:
    return (Part(str(tokens[-1].value), habit=tokens[-1].kind == "habit"),)


def _tonight(_tokens: Sequence[Token], context: Context) -> Sequence[Atom]:
    return (Days(context.today, context.today), Part("evening"))


def _today_part(tokens: Sequence[Token], context: Context) -> Sequence[Atom]:
    return (Days(context.today, context.today), *_part(tokens, context))


PARTS_OF_DAY = (
    rule("tonight", _tonight),
    rule("this part", _today_part),
    rule("firsthalf", lambda _t, _c: (Part("morning"),)),
    rule("secondhalf", lambda _t, _c: (Part("second_half"),)),
    rule("habit", _part),
    rule("part", _part),
    rule("notasap", lambda _t, _c: (Soonest(negated=True),)),
    rule("asap", lambda _t, _c: (Soonest(),)),
    rule("nearest", lambda _t, _c: (Soonest(),)),
    rule("any", lambda _t, _c: (AnyTime(),)),
)
