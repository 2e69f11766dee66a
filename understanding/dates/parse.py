"""The whole way from a message to a wish."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Literal

from understanding.dates.atoms import AnyTime, Days, Soonest
from understanding.dates.clauses import Meant, meant
from understanding.dates.groups import grouped
from understanding.dates.resolve import HORIZON_DAYS, day_spans, near_future, resolve
from understanding.dates.rules import read
from understanding.dates.rules.engine import Context
from understanding.dates.spans import Span, forever, intersect, subtract, to_window, unite
from understanding.dates.tokens import tokenise
from understanding.dates.wish import DateWish, Window

FIRST_YEAR, LAST_YEAR = 2000, 2999


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
    wish = meant(read(tokenise(text), context))
    wanted, refused = _spans(wish, context)
    left = subtract(_base(wanted, refused, context), refused)
    return DateWish(
        windows=_windows(left),
        asap=_asap(wish),
        refused=_windows(refused),
        any_time=any(isinstance(one.atom, AnyTime) for one in wish),
    )


def _windows(spans: Sequence[Span]) -> tuple[Window, ...]:
    return tuple(to_window(span) for span in spans)


def _spans(wish: Sequence[Meant], context: Context) -> tuple[list[Span], list[Span]]:
    """What is wanted and what is refused, both spelled out."""
    groups = grouped(wish)
    near = near_future(context)
    wanted = unite(span for group in groups if not group.refused for span in resolve(group, context, near))
    if _asap(wish) and not wanted:
        wanted = [Span(context.reference, forever(context.reference.tzinfo))]
    frame = _frame(wanted, near)
    refused = unite(span for group in groups if group.refused for span in resolve(group, context, frame))
    return wanted, refused


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


def _asap(wish: Sequence[Meant]) -> bool:
    return any(isinstance(one.atom, Soonest) and not (one.atom.negated or one.refused) for one in wish)


def _base(wanted: list[Span], refused: list[Span], context: Context) -> list[Span]:
    """What refusals are cut from: the wish, without an open end, or the near future when only refusals were said."""
    if not refused or (wanted and wanted[-1].end < forever(context.reference.tzinfo)):
        return wanted
    horizon = day_spans([_frame(wanted, near_future(context))], context)
    return intersect(wanted, horizon) if wanted else horizon
