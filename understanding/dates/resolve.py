"""From a group of days and hours to spans of wall time."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from understanding.dates.atoms import DayAtom, Days, Hours, Part, Weekdays
from understanding.dates.groups import Group, Linked
from understanding.dates.rules.engine import Context
from understanding.dates.rules.parts_of_day import MINUTES
from understanding.dates.rules.weekdays import coming
from understanding.dates.spans import Span, forever, intersect, midnight, of_minutes, unite
from understanding.dates.tokens import Clock

HORIZON_DAYS = 14
"""How far 'in the evenings' or 'any day but Monday' is spelled out: they have no end of their own."""

_DAY = 24 * 60
_AROUND = 30
_REFUSED_MOMENT = 30
"""'Not at ten' refuses the visits that start in that half hour."""
_MORNING_PARTS = frozenset({"morning", "early", "before_work", "before_lunch"})

Minutes = tuple[int, int]


def near_future(context: Context) -> Days:
    """The days for which a wish without days is spelled out."""
    return Days(context.today, context.day(HORIZON_DAYS - 1), loose=True)


def resolve(group: Group, context: Context, frame: Days) -> list[Span]:
    """The spans a group means, as whole days or as the hours of each day.

    `frame`: the days it is about if it names none; refused weekdays are refused all through it.
    """
    zone = context.reference.tzinfo
    atoms = group.days or group.days_before
    all_through = group.refused and all(isinstance(atom, Weekdays) for atom in atoms)
    days = day_spans([*atoms, frame] if all_through or not atoms else atoms, context)
    if not group.hours:
        return days
    minutes = hour_minutes(group.hours)
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
        wanted = frozenset().union(*(run.numbers() for run in weekdays))
        if frame:
            inside = (day for day in _each_day(frame) if day.weekday() in wanted)
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


def hour_minutes(hours: Sequence[Linked]) -> list[Minutes]:
    """Minutes of the day: neighbours that overlap narrow each other, alternatives and strangers are united."""
    names = {one.atom.name for one in hours if isinstance(one.atom, Part)}
    result: list[Minutes] = []
    for one in hours:
        minutes = _minutes(one.atom, names)
        last = result[-1] if result else None
        if last and not one.alternative and (both := _both(last, minutes)):
            result[-1] = both
        else:
            result.append(minutes)
    return result


def _both(one: Minutes, other: Minutes) -> Minutes | None:
    start, end = max(one[0], other[0]), min(one[1], other[1])
    moment = one[0] == one[1] or other[0] == other[1]
    return (start, end) if start < end or (moment and start == end) else None


def _minutes(atom: Hours | Part, names: set[str]) -> Minutes:
    if isinstance(atom, Part):
        return MINUTES.get(atom.name, (0, _DAY))
    start = minute_of(atom.start, names)
    match atom.relation:
        case "at":
            return start, start
        case "around":
            return max(start - _AROUND, 0), min(start + _AROUND, _DAY)
        case "after":
            return start, _DAY
        case "before":
            return 0, start or _DAY
    end = minute_of(atom.end or atom.start, names)
    if end <= start and end < 12 * 60:
        end += 12 * 60
    return (start, end) if start < end else (start, _DAY)


def minute_of(clock: Clock, names: set[str]) -> int:
    """The minute of the day; a bare hour from one to seven is p.m. at a clinic, unless morning is said."""
    hour = clock.hour
    if not clock.fixed and hour < 12:
        if names & _MORNING_PARTS:
            pass
        elif hour <= 7 or names & {"evening", "late_evening", "night"}:
            hour += 12 if hour else 0
    return hour * 60 + clock.minute
