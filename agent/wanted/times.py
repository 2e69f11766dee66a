"""How a wish about time is changed by the next one. Pure; everything is in the zone of `now`."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from agent.wanted.state import Shown, Stretch, Than, Wanted
from understanding.dates import Window
from understanding.dates.spans import Span, forever, intersect, midnight, of_minutes, subtract, to_window, unite

NEAR_DAYS = 14
"""How many days are spelled out when only hours were said, or only what does not suit."""
EVERY_DAY = 10
"""So many days in a row from today on are 'any day'."""
MOST_DAYS_KEPT = 7
"""A day of so few takes over the hours that were said for another one."""
HABIT = 3
"""Hours refused on so many days are refused on any."""
DAY = 1440
MINUTE = timedelta(minutes=1)

Hours = tuple[int, int]
"""Minutes of a day, from and to; the same twice: a visit that starts just then."""


@dataclass(frozen=True, slots=True)
class When:
    """A wish about time, as agent.wanted.state.Wanted keeps it."""

    windows: tuple[Stretch, ...] = ()
    hours: Hours | None = None
    asap: bool = False
    refused: tuple[Stretch, ...] = ()
    refused_hours: tuple[Hours, ...] = ()
    than: Than | None = None


@dataclass(frozen=True, slots=True)
class SaidWhen:
    """What one message says about time."""

    windows: tuple[Stretch, ...] = ()
    asap: bool = False
    refused: tuple[Stretch, ...] = ()
    any_time: bool = False
    any_day: bool = False


def when_of(wanted: Wanted) -> When:
    """The part of the state that is about time."""
    return When(wanted.windows, wanted.hours, wanted.asap, wanted.refused, wanted.refused_hours, wanted.than)


def stretches(windows: Iterable[Window]) -> tuple[Stretch, ...]:
    """Windows as data."""
    return tuple(Stretch(start=window.start, end=window.end) for window in windows)


def windows(given: Iterable[Stretch]) -> tuple[Window, ...]:
    """And back."""
    return tuple(Window(one.start, one.end) for one in given)


def pruned(when: When, now: datetime) -> When:
    """Without what has passed."""
    return replace(
        when,
        windows=_stretches(span for span in spans(when.windows, now) if span.end > now),
        refused=_stretches(span for span in spans(when.refused, now) if span.end > now),
    )


def changed(when: When, said: SaidWhen, now: datetime) -> When:
    """The wish after the message: a new time replaces the old one, hours go with days, a refusal is added."""
    new, no = spans(said.windows, now), spans(said.refused, now)
    if no and _only_refused(new, no, now):
        return _with_refusal(when, no, now)
    if not new:
        return _any(when, said, now)
    if said.asap and len(new) == 1 and new[0].end == forever(now.tzinfo):
        return replace(when, windows=(), hours=None, asap=True, than=None)
    hours = hours_of(new)
    if hours is not None and _every_day(new, now):
        return _at_hours(when, hours, now)
    kept = _hours_kept(when, new, said, now)
    if kept is not None:
        later = [span for day in _days(new, now) if (span := of_minutes(day, kept, now.tzinfo)).end > now]
        new = later or new
    allowed = _allowed(when, new, now)
    refused = _stretches(unite([*spans(allowed.refused, now), *no]))
    return replace(allowed, windows=_stretches(new), hours=None, asap=said.asap, refused=refused, than=None)


def turned(when: When, turn: str, shown: Sequence[Shown], now: datetime) -> When:
    """Other times than those shown: `later`, `earlier`, or `another_day`. Without any shown, 'earlier' is 'soon'."""
    if not shown:
        return replace(when, windows=(), hours=None, asap=True, than=None) if turn == "earlier" else when
    starts = [one.start.astimezone(now.tzinfo) for one in shown]
    if turn == "another_day":
        if when.than is not None:  # later or earlier than something was said of a day that is given up now
            when = replace(when, windows=(), hours=None, than=None)
        days = [of_minutes(day, (0, DAY), now.tzinfo) for day in dict.fromkeys(start.date() for start in starts)]
        return _with_refusal(when, days, now)
    moment = max(starts) if turn == "later" else min(starts)
    if turn == "later":
        after = Span(moment + MINUTE, forever(now.tzinfo))
        left = intersect(_wished(when, now), [after]) or [after]
        return replace(when, windows=_stretches(left), hours=None, asap=False, than=Than(turn="later", moment=moment))
    before = Span(now, moment)
    left = [before] if now < moment else []
    return replace(when, windows=_stretches(left), hours=None, asap=False, than=Than(turn="earlier", moment=moment))


def effective(when: When, now: datetime) -> tuple[Window, ...]:
    """What to search: the windows without what is refused. Hours or refusals alone become windows of the near days."""
    no = spans(when.refused, now)
    base = _wished(when, now)
    if not base and (no or when.refused_hours):
        base = [Span(midnight(now.date(), now.tzinfo), midnight(now.date() + timedelta(days=NEAR_DAYS), now.tzinfo))]
    if when.refused_hours and base:
        no = [*no, *(of_minutes(day, hours, now.tzinfo) for day in _days(base, now) for hours in when.refused_hours)]
    return tuple(to_window(span) for span in subtract(base, no))


def _wished(when: When, now: datetime) -> list[Span]:
    """The windows, or the hours on each of the near days."""
    if when.hours is None:
        return spans(when.windows, now)
    days = (now.date() + timedelta(days=n) for n in range(NEAR_DAYS))
    return [span for day in days if (span := of_minutes(day, when.hours, now.tzinfo)).end > now]


def spans(stretches: Iterable[Stretch], now: datetime) -> list[Span]:
    """In the zone of `now`, sorted."""
    zone = now.tzinfo
    found = []
    for one in stretches:
        start, end = one.start, one.end
        begin = now if start is None else _begin(start, now)
        if end is None:
            found.append(Span(begin, forever(zone)))
        elif isinstance(end, datetime):
            found.append(Span(begin, end.astimezone(zone)))
        else:
            found.append(Span(begin, midnight(end + timedelta(days=1), zone)))
    return sorted(found)


def hours_of(given: Sequence[Span]) -> Hours | None:
    """The hours that all spans have, each on a day of its own; None for whole days, or if they differ."""
    hours = [_hours(span) for span in given]
    if len(hours) > 1 and hours[0] is not None and hours[1] is not None and _is_rest_of(hours[0], hours[1]):
        hours = hours[1:]
    one = hours[0] if len(set(hours)) == 1 else None
    return None if one in (None, (0, DAY)) else one


def _is_rest_of(today: Hours, other: Hours) -> bool:
    """Whether they are the same hours, of which some have passed today."""
    return today[1] == other[1] and other[0] <= today[0]


def _begin(start: date, now: datetime) -> datetime:
    return start.astimezone(now.tzinfo) if isinstance(start, datetime) else midnight(start, now.tzinfo)


def _hours(span: Span) -> Hours | None:
    day = midnight(span.start.date(), span.start.tzinfo)
    begin, end = ((moment - day) // MINUTE for moment in (span.start, span.end))
    return (begin, end) if end <= DAY else None


def _days(given: Sequence[Span], now: datetime) -> list[date]:
    """The days that the spans touch, of an open end the near ones."""
    days: dict[date, None] = {}
    for span in given:
        last = span.end if span.is_moment else span.end - MINUTE
        end = min(last.date(), max(span.start.date(), now.date()) + timedelta(days=NEAR_DAYS - 1))
        for n in range((end - span.start.date()).days + 1):
            days[span.start.date() + timedelta(days=n)] = None
    return list(days)


def _every_day(given: Sequence[Span], now: datetime) -> bool:
    """Whether hours were said for no day in particular."""
    days = sorted({span.start.date() for span in given})
    return len(days) >= EVERY_DAY and (days[0] - now.date()).days <= 1


def _only_refused(new: Sequence[Span], no: Sequence[Span], now: datetime) -> bool:
    """Whether the windows are but what the refusals leave of the near future."""
    days = {day for span in (*new, *no) for day in _days([span], now)}
    return not new or all(now.date() + timedelta(days=n) in days for n in range(1, EVERY_DAY))


def _with_refusal(when: When, no: Sequence[Span], now: datetime) -> When:
    hours = hours_of(no)
    if hours is not None and len(no) >= HABIT:
        when = replace(when, refused_hours=tuple(dict.fromkeys((*when.refused_hours, hours))))
    else:
        when = replace(when, refused=_stretches(unite([*spans(when.refused, now), *no])))
    if when.windows and not effective(when, now):
        when = replace(when, windows=(), hours=hours_of(spans(when.windows, now)))
    return replace(when, than=None)


def _any(when: When, said: SaidWhen, now: datetime) -> When:
    """No time in particular: 'any day' takes the days back, 'any time' the hours."""
    if said.any_day:
        return When()
    if said.asap:
        return replace(when, windows=(), hours=None, asap=True, than=None)
    if said.any_time:
        whole = unite(of_minutes(day, (0, DAY), now.tzinfo) for day in _days(spans(when.windows, now), now))
        return replace(when, windows=_stretches(whole), hours=None, asap=False, refused_hours=(), than=None)
    return when


def _at_hours(when: When, hours: Hours, now: datetime) -> When:
    """Hours that were said for no day go with the days that are known, or are for any day."""
    when = replace(when, refused_hours=_habits(when, hours), asap=False)
    old = spans(when.windows, now)
    if old and not when.than and old[-1].end < forever(now.tzinfo):
        both = [span for day in _days(old, now) if (span := of_minutes(day, hours, now.tzinfo)).end > now]
        if both:
            return replace(when, windows=_stretches(both), hours=None, than=None)
    return replace(when, windows=(), hours=hours, than=None)


def _hours_kept(when: When, new: Sequence[Span], said: SaidWhen, now: datetime) -> Hours | None:
    """The hours known before, if the new wish names days alone, and few of them."""
    if said.any_time or when.than or not all(_whole(span) for span in new) or len(_days(new, now)) > MOST_DAYS_KEPT:
        return None
    return when.hours or hours_of(spans(when.windows, now))


def _whole(span: Span) -> bool:
    return span.start.time() == time() and span.end.time() == time() and not span.is_moment


def _allowed(when: When, new: Sequence[Span], now: datetime) -> When:
    """Without the refusals that forbid all of a new wish: the patient has thought better of them."""
    no = spans(when.refused, now)
    for span in new:
        if not subtract([span], no) or (span.is_moment and any(one.meets(span) for one in no)):
            no = subtract(no, [span]) if not span.is_moment else [one for one in no if not one.meets(span)]
    hours = hours_of(new)
    return replace(when, refused=_stretches(no), refused_hours=_habits(when, hours))


def _habits(when: When, hours: Hours | None) -> tuple[Hours, ...]:
    """The hours that stay refused when these are wanted."""
    return tuple(one for one in when.refused_hours if hours is None or not (one[0] <= hours[0] and hours[1] <= one[1]))


def _stretches(given: Iterable[Span]) -> tuple[Stretch, ...]:
    return stretches(to_window(span) for span in given)
