"""From a group of days and hours to spans of wall time."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from understanding.dates.atoms import DayAtom, Days, Weekdays
from understanding.dates.groups import Group
from understanding.dates.hours import hour_minutes
from understanding.dates.rules.engine import Context
from understanding.dates.rules.weekdays import coming
from understanding.dates.spans import Span, forever, intersect, midnight, of_minutes, unite

HORIZON_DAYS = 15
"""How far 'in the evenings' or 'any day but Monday' is spelled out: they have no end of their own."""

_DAY = 24 * 60
_REFUSED_MOMENT = 30
"""'Not at ten' refuses the visits that start in that half hour."""


def near_future(context: Context) -> Days:
    """The days for which a wish without days is spelled out."""
    return Days(context.today, context.day(HORIZON_DAYS - 1), loose=True)


def resolve(group: Group, context: Context, frame: Days, *, through: bool = True) -> list[Span]:
    """The spans a group means, as whole days or as the hours of each day.

    `frame`: the days it is about if it names none; refused weekdays are refused all `through` it.
    """
    zone = context.reference.tzinfo
    atoms = group.days or group.days_before
    all_through = group.refused and all(isinstance(atom, Weekdays) and (through or atom.every) for atom in atoms)
    days = day_spans([*atoms, frame] if all_through or not atoms else atoms, context)
    if not group.hours:
        return days
    minutes = hour_minutes(group.hours, refused=group.refused)
    if group.refused:
        minutes = [(start, max(end, min(start + _REFUSED_MOMENT, _DAY))) for start, end in minutes]
    return [of_minutes(day, part, zone) for day in _each_day(days) for part in minutes]


def day_spans(atoms: Sequence[DayAtom], context: Context) -> list[Span]:
    """Whole days: runs that a weekday narrows are narrowed, overlapping runs intersected, the rest united."""
    zone = context.reference.tzinfo
    weekdays = [atom for atom in atoms if isinstance(atom, Weekdays)]
    runs = [atom for atom in atoms if isinstance(atom, Days)]
    wide = [run for run in runs if run.loose or run.last is None or (run.whole_week and weekdays)]
    narrow = [_span(run, context) for run in runs if run not in wide]
    frame = _common([_span(_frame(run, bool(weekdays)), context) for run in wide])
    if weekdays:
        wanted = frozenset[int]().union(*(run.numbers() for run in weekdays))
        if frame:
            inside = [day for day in _each_day(frame) if day.weekday() in wanted]
            if frame[-1].end == forever(zone) and not any(run.every for run in weekdays):
                inside = [day for day in inside if day < inside[0] + timedelta(days=7)]  # 'from the 20th on, on Friday'
            return unite([*(of_minutes(day, (0, _DAY), zone) for day in inside), *narrow])
        said_twice = {span.start.weekday() for span in narrow if span.end - span.start <= timedelta(days=1)}
        narrow += [span for run in weekdays if not run.numbers() <= said_twice for span in _coming(run, context)]
        return unite(narrow)
    if frame and narrow:
        return unite(intersect(frame, narrow)) or unite([*frame, *narrow])
    return unite([*frame, *narrow])


def _frame(run: Days, narrowed: bool) -> Days:
    if not (run.whole_week and narrowed):
        return run
    monday = run.first - timedelta(days=run.first.weekday())
    return Days(monday, monday + timedelta(days=6))


def _span(run: Days, context: Context) -> Span:
    zone = context.reference.tzinfo
    end = forever(zone) if run.last is None else midnight(run.last + timedelta(days=1), zone)
    return Span(midnight(run.first, zone), end)


def _common(spans: Sequence[Span]) -> list[Span]:
    """What all have in common; if they have nothing, all of them."""
    common = list(spans[:1])
    for span in spans[1:]:
        common = intersect(common, [span]) or [*common, span]
    return unite(common)


def _coming(run: Weekdays, context: Context) -> list[Span]:
    zone = context.reference.tzinfo
    if run.every:
        horizon = (context.day(ahead) for ahead in range(HORIZON_DAYS))
        return [of_minutes(day, (0, _DAY), zone) for day in horizon if day.weekday() in run.numbers()]
    if run.begun and context.today.weekday() in run.numbers():
        return [_span(Days(context.today, context.day((run.last - context.today.weekday()) % 7)), context)]
    first = coming(run.first, context)
    return [_span(Days(first, first + timedelta(days=(run.last - run.first) % 7)), context)]


def _each_day(spans: Iterable[Span]) -> list[date]:
    """The days of the spans, no more than two months of each; an open end stops at the horizon."""
    days: list[date] = []
    for span in spans:
        whole = HORIZON_DAYS if span.end == forever(span.end.tzinfo) else min((span.end - span.start).days, 62)
        days.extend(span.start.date() + timedelta(days=i) for i in range(whole))
    return sorted(set(days))
