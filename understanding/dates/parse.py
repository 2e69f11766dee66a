"""The whole way from a message to a wish."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Literal

from understanding.dates.atoms import AnyTime, Days, Soonest, Weekdays
from understanding.dates.groups import Group, grouped
from understanding.dates.meant import Meant, meant
from understanding.dates.resolve import HORIZON_DAYS, day_spans, near_future, resolve
from understanding.dates.rules import read
from understanding.dates.rules.engine import Context
from understanding.dates.spans import Span, forever, intersect, midnight, subtract, to_window, unite
from understanding.dates.tokens import Token, tokenise
from understanding.dates.wish import DateWish, Window

FIRST_YEAR, LAST_YEAR = 2000, 2999
_SOON = frozenset({"now", "soon", "сейчас", "щас", "скоро", "скорее"})
_FIGURES_OF_TIME = 4
_OPENING, _CLOSING, _LAST_DAY = 8, 22, 31


def parse(text: str, lang: Literal["ru", "en"], reference: datetime) -> DateWish:
    """When the patient wants to come, from a message in Russian or English (or both).

    `reference` is the patient's now, aware, in the zone that 'tomorrow' means; windows carry its zone. `lang` only
    decides whether 1/2 may be the second of January. Any text is fine. Raises ValueError for a naive reference or one
    outside the years 2000 to 2999.
    """
    if reference.utcoffset() is None:
        raise ValueError("the reference must be aware")
    if not FIRST_YEAR <= reference.year <= LAST_YEAR:
        raise ValueError(f"the reference's year must be between {FIRST_YEAR} and {LAST_YEAR}")
    context = Context(reference, month_first=lang == "en")
    said = meant(read(_answered(tokenise(text)), context))
    wish = _wish(said, context)
    other = _other_reading(said)
    return wish if other is None or wish.refused else replace(wish, other=_wish(other, context))


def _answered(tokens: Sequence[Token]) -> Sequence[Token]:
    """A message of one word answers a question: a number is an hour, or a day if it can be no hour."""
    if len(tokens) != 1:
        return tokens
    if tokens[0].text in _SOON:
        return (Token("asap"),)
    if tokens[0].kind == "weakweekday":
        return (Token("on"), tokens[0])
    if tokens[0].kind != "num" or not isinstance(tokens[0].value, int):
        return tokens
    if len(tokens[0].text) == _FIGURES_OF_TIME:
        return (Token("at"), tokens[0])
    if _OPENING <= tokens[0].value <= _CLOSING:
        return (Token("at"), tokens[0])
    return (Token("on"), tokens[0]) if _CLOSING < tokens[0].value <= _LAST_DAY else tokens


def _wish(said: Sequence[Meant], context: Context) -> DateWish:
    wanted, refused, endless = _spans(said, context)
    left = subtract(_base(wanted, refused, endless, context), refused)
    if not left and wanted and refused:  # a contradiction: what was refused is never offered
        left = subtract(_base([], refused, endless, context), refused)
    return DateWish(
        windows=_windows(_to_come(left, context)),
        asap=_asap(said),
        refused=_windows(refused),
        any_time=any(isinstance(one.atom, AnyTime) and not one.refused for one in said),
    )


def _other_reading(said: Sequence[Meant]) -> list[Meant] | None:
    """The wish with the nearest Friday for 'next Friday'; None if nothing has a second reading."""
    result = list(said)
    for place, one in enumerate(said):
        if isinstance(one.atom, Days) and one.atom.other is not None and not one.refused:
            days = (one.atom.last or one.atom.first) - one.atom.first
            result[place] = replace(one, atom=Days(one.atom.other, one.atom.other + days))
    return None if result == list(said) else result


def _windows(spans: Sequence[Span]) -> tuple[Window, ...]:
    return tuple(to_window(span) for span in spans)


def _to_come(spans: Sequence[Span], context: Context) -> list[Span]:
    """Without what is over; hours of today begin now at the earliest, while today as a whole stays a day."""
    now = context.reference
    result: list[Span] = []
    for span in spans:
        if span.end < now or (span.end == now and not span.is_moment):
            continue
        whole = span.start.time() == time() and (span.end.time() == time())
        result.append(Span(now, span.end) if span.start < now and not whole else span)
    return result


def _spans(said: Sequence[Meant], context: Context) -> tuple[list[Span], list[Span], bool]:
    """What is wanted and what is refused, both spelled out; whether what is refused has no end of its own."""
    groups = grouped(said)
    near = near_future(context)
    wanted: list[Span] = []
    for group in groups:
        if not group.refused:
            spans = resolve(group, context, near)
            both = intersect(wanted, spans) if group.preferred else []
            wanted = unite(both or spans) if group.preferred else unite([*wanted, *spans])
    if _asap(said) and not wanted:
        wanted = [Span(context.reference, forever(context.reference.tzinfo))]
    frame = _frame(wanted, near)
    refusing = [group for group in groups if group.refused]
    opens = bool(wanted) and wanted[-1].end == forever(context.reference.tzinfo) and not _asap(said)
    once = [span for group in refusing for span in resolve(group, context, frame, through=False)]
    # 'Monday is out, from Wednesday on' refuses the coming Monday only, 'from Wednesday on, not Mondays' all of them.
    opens = opens and not intersect(wanted, once) and bool(groups) and groups[0].refused and not groups[-1].refused
    refused = unite(span for group in refusing for span in resolve(group, context, frame, through=not opens))
    if not wanted and (framed := _framed_by_refusal(refusing, context)):
        wanted = framed
    return wanted, refused, any(_recurs(group, opens) for group in refusing)


def _framed_by_refusal(refusing: Sequence[Group], context: Context) -> list[Span]:
    """'Any day except Thursday next week' wishes the rest of next week."""
    frames = [day for group in refusing for day in group.days if isinstance(day, Days) and day.loose]
    narrow = [group for group in refusing if group.hours or any(day not in frames for day in group.days)]
    return day_spans(frames, context) if frames and len(narrow) == len(refusing) else []


def _recurs(group: Group, opens: bool) -> bool:
    """Whether what is refused comes again and again; beside 'from Wednesday on', 'not Monday' is one day."""
    return not group.days or any(isinstance(day, Weekdays) and (day.every or not opens) for day in group.days)


def _frame(wanted: Sequence[Span], near: Days) -> Days:
    """The days that refusals are spelled out for: from the first wanted one to the last."""
    if not wanted:
        return near
    first, end = wanted[0].start.date(), max(span.end for span in wanted)
    last = (
        first + timedelta(days=HORIZON_DAYS - 1)
        if end == forever(end.tzinfo)
        else (end - timedelta(microseconds=1)).date()
    )
    return Days(first, last, loose=True)


def _asap(said: Sequence[Meant]) -> bool:
    return any(isinstance(one.atom, Soonest) and not (one.atom.negated or one.refused) for one in said)


def _base(wanted: list[Span], refused: list[Span], endless: bool, context: Context) -> list[Span]:
    """What refusals are cut from: the wish; without one, all time from today on, up to the horizon if they recur."""
    zone = context.reference.tzinfo
    if not refused or (wanted and wanted[-1].end < forever(zone)):
        return wanted
    if not wanted:
        wanted = [Span(midnight(context.today, zone), forever(zone))]
    if not endless:
        return wanted
    return intersect(wanted, day_spans([_frame(wanted, near_future(context))], context))
