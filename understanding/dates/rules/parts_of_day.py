"""Morning, lunch, afternoon, evening, 'after work', and words about how soon or that any time will do."""

from collections.abc import Sequence

from understanding.dates.atoms import AnyTime, Atom, Days, Part, Soonest
from understanding.dates.rules.engine import Context, rule
from understanding.dates.tokens import Token


def _hours(start: float, end: float) -> tuple[int, int]:
    return round(start * 60), round(end * 60)


MINUTES: dict[str, tuple[int, int]] = {
    "early": _hours(7, 10),
    "before_work": _hours(7, 9),
    "morning": _hours(8, 12),
    "late_morning": _hours(10, 12),
    "towards_lunch": _hours(11, 13),
    "before_lunch": _hours(8, 12),
    "first_half": _hours(8, 13),
    "work_hours": _hours(9, 18),
    "noon": _hours(12, 14),
    "early_afternoon": _hours(12, 15),
    "afternoon": _hours(12, 17),
    "after_lunch": _hours(13, 18),
    "second_half": _hours(13, 20),
    "late_afternoon": _hours(15, 18),
    "school_hours": _hours(9.5, 13),
    "school_hours_english": _hours(9.5, 14),
    "after_drop_off": _hours(9, 12),
    "after_school": _hours(14, 18),
    "towards_evening": _hours(16, 20),
    "early_evening": _hours(17, 19),
    "evening": _hours(17, 21),
    "after_work": _hours(18, 21),
    "after_work_english": _hours(17.5, 21),
    "late_evening": _hours(19, 24),
    "night": _hours(20, 24),
}
"""Minutes of the day, [from, to): what a clinic's patients mean by the words, not what the clock allows."""

REFUSED_MINUTES: dict[str, tuple[int, int]] = MINUTES | {
    "early": _hours(0, 10),
    "before_work": _hours(0, 9),
    "morning": _hours(0, 12),
    "before_lunch": _hours(0, 12),
    "first_half": _hours(0, 13),
    "after_lunch": _hours(13, 24),
    "after_school": _hours(14, 24),
    "late_afternoon": _hours(15, 19),
    "second_half": _hours(13, 24),
    "evening": _hours(17, 24),
    "early_evening": _hours(17, 20),
    "after_work": _hours(18, 24),
    "after_work_english": _hours(17.5, 24),
}
"""The same when it is refused: who wants no mornings wants no early ones either."""


def _part(tokens: Sequence[Token], _context: Context) -> Sequence[Atom]:
    token = tokens[-1]
    name = str(token.value)
    if name in ("after_work", "school_hours") and token.text.isascii():
        name += "_english"
    return (Part(name, habit=token.kind in ("habit", "mornings")),)


def _tonight(_tokens: Sequence[Token], context: Context) -> Sequence[Atom]:
    return (Days(context.today, context.today), Part("evening"))


def _today_part(tokens: Sequence[Token], context: Context) -> Sequence[Atom]:
    return (Days(context.today, context.today), *_part(tokens, context))


def _each(tokens: Sequence[Token], _context: Context) -> Sequence[Atom] | None:
    return (AnyTime(),) if tokens[0].text in ("любой", "любое", "любая", "любую", "any") and len(tokens) == 1 else None


def _am_pm(tokens: Sequence[Token], _context: Context) -> Sequence[Atom]:
    return (Part("morning" if tokens[-1].kind == "am" else "second_half"),)


_REST = ("other", "осталь", "друг", "ином", "иное")

PARTS_OF_DAY = (
    rule("tonight", _tonight),
    rule("this part", _today_part),
    rule("firsthalf", lambda _t, _c: (Part("first_half"),)),
    rule("secondhalf", lambda _t, _c: (Part("second_half"),)),
    rule("habit", _part),
    rule("mornings", _part),
    rule("at|on|in|from|around|by|each? part", _part),
    rule("in|at? am|pm", _am_pm),
    rule("notasap", lambda _t, _c: (Soonest(negated=True),)),
    rule("asap", lambda _t, _c: (Soonest(),)),
    rule("earliest", lambda _t, _c: (Soonest(),)),
    rule("nearest", lambda _t, _c: (Soonest(),)),
    rule("any", lambda t, _c: (AnyTime(rest=any(word in t[0].text for word in _REST)),)),
    rule("each", _each),
)
