"""The notation in which the date sets say what a patient means, and its expansion to spans of time.

    value    = readings [ " ! " refused ]          refused: what the patient will not have
    readings = reading { " | " reading }           each is an answer that a fair judge accepts
    reading  = "none" | "any" | "asap" | windows   no wish; whenever; as soon as possible
    windows  = window { " + " window }
    window   = days [ "@" time ]
    days     = day | day..day | day.. | ..day | "*" | weekdays "*"      "mon,wed*", "*": every such day
    day      = ["~"] [YYYY-] MM-DD                 without a year: the first such day from the reference on
    time     = a part of day | H[:MM] (a visit that starts then) | ~H | H-H | H- | -H, each edge with or without "~"

A soft edge ("~") means: what lies within two hours (two days) of it may be offered or not. A part of day has its own
soft edges (`PARTS`). An open end is demanded for a fortnight (for a time of day: a week), and allowed for ever.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

SOFT = timedelta(hours=2)
SOFT_DAYS = timedelta(days=2)
AROUND = timedelta(minutes=30)
"""How far around an exact time an answer may reach."""
HORIZON = timedelta(days=120)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NIGHT = 24.0

PARTS: dict[str, tuple[float, float, float, float]] = {
    "early": (6, 8.5, 9.5, 12),
    "morning": (6, 9, 11, 13),
    "latemorning": (9, 11, 11.5, 13.5),
    "am": (0, 9, 11, 14),
    "beforelunch": (0, 9, 11, 14),
    "lunch": (11, 12.75, 13.25, 15),
    "afterlunch": (12, 14, 15.5, _NIGHT),
    "earlyafternoon": (11.5, 13, 14, 16),
    "afternoon": (11, 13, 15.5, 18.5),
    "pm": (11, 14, 15.5, _NIGHT),
    "lateafternoon": (14, 16, 16.5, 19),
    "towardsevening": (15, 18, 18.5, _NIGHT),
    "evening": (16, 18, 19.5, _NIGHT),
    "afterwork": (16.5, 18.5, _NIGHT, _NIGHT),
}
"""Hours of: the earliest start allowed, the first and the end of those demanded, the last allowed."""


@dataclass(frozen=True)
class Span:
    """Starts that are demanded, `[core_from, core_to)` or `core_from` itself when both are equal, and allowed ones."""

    allowed_from: datetime
    core_from: datetime
    core_to: datetime
    allowed_to: datetime

    def demands(self, start: datetime) -> bool:
        """Whether a right answer offers this start."""
        return self.core_from <= start < self.core_to or self.core_from == start == self.core_to

    def allows(self, start: datetime) -> bool:
        """Whether a right answer may offer this start."""
        return self.allowed_from <= start <= self.allowed_to or self.demands(start)


@dataclass(frozen=True)
class Reading:
    """One accepted answer: spans, or one of the words `none`, `any`, `asap`."""

    word: str | None
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Gold:
    """What a patient means: accepted readings (none for a mere refusal), and what is refused."""

    readings: tuple[Reading, ...]
    refused: tuple[Span, ...]


def read_gold(written: str, reference: datetime) -> Gold:
    """The meaning of a gold value for a patient whose now is `reference` (aware).

    Raises:
        ValueError: the value does not follow the notation.

    """
    wanted, _, refused = written.partition("!")
    readings = [_reading(part.strip(), reference) for part in wanted.split("|") if part.strip()]
    return Gold(tuple(readings), tuple(_windows(refused, reference, HORIZON) if refused else ()))


def _reading(written: str, reference: datetime) -> Reading:
    if written in ("none", "any", "asap"):
        return Reading(written)
    return Reading(None, tuple(_windows(written, reference, timedelta(days=7))))


def _windows(written: str, reference: datetime, demanded: timedelta) -> Iterator[Span]:
    for window in written.split("+"):
        days, _, hours = window.strip().partition("@")
        if hours:
            for day, core in _each_day(days, reference, demanded):
                yield _hours(hours, day, core)
        elif days.endswith("*"):
            for day, core in _each_day(days, reference, demanded):
                yield _whole(day, core)
        else:
            yield _stretch(days, reference, demanded)


def _stretch(days: str, reference: datetime, demanded: timedelta) -> Span:
    """Days without hours, as one span."""
    first, last = _ends(days, reference)
    begin = first.day if first else reference.date()
    open_end = reference.date() + max(demanded, timedelta(days=14))
    end = last.day if last else max(open_end, begin + timedelta(days=7))
    allowed_to = end + (last.slack if last else timedelta(days=4000))
    return Span(
        _midnight(begin - (first.slack if first else timedelta()), reference),
        _midnight(begin + (first.slack if first else timedelta()), reference),
        _midnight(end - (last.slack if last else timedelta()) + timedelta(days=1), reference),
        _midnight(allowed_to + timedelta(days=1), reference) - timedelta(minutes=1),
    )


def _each_day(days: str, reference: datetime, demanded: timedelta) -> Iterator[tuple[datetime, bool]]:
    """Midnights of the days meant, each with whether it is demanded or only allowed."""
    today = reference.date()
    if days.endswith("*"):
        names = days[:-1].split(",") if days[:-1] else list(_WEEKDAYS)
        wanted = {_WEEKDAYS.index(name.strip()) for name in names}
        for number in range(HORIZON.days + 1):
            day = today + timedelta(days=number)
            if day.weekday() in wanted:
                yield _midnight(day, reference), timedelta(days=number) < demanded
        return
    first, last = _ends(days, reference)
    begin = first.day if first else today
    soft_begin = begin - (first.slack if first else timedelta())
    hard_begin = begin + (first.slack if first else timedelta())
    end = last.day + last.slack if last else begin + HORIZON
    hard_end = last.day - last.slack if last else begin + demanded - timedelta(days=1)
    for number in range((end - soft_begin).days + 1):
        day = soft_begin + timedelta(days=number)
        yield _midnight(day, reference), hard_begin <= day <= hard_end


def _whole(midnight: datetime, core: bool) -> Span:
    end = midnight + timedelta(days=1)
    return Span(midnight, midnight, end if core else midnight - timedelta(minutes=1), end - timedelta(minutes=1))


def _hours(written: str, midnight: datetime, core: bool) -> Span:
    """A time of one day as a span; only allowed, not demanded, unless `core`."""
    if written in PARTS:
        early, begin, end, late = (midnight + timedelta(hours=hour) for hour in PARTS[written])
    elif "-" in written:
        left, _, right = written.partition("-")
        start, start_slack = _clock(left or "0", midnight)
        stop, stop_slack = _clock(right or "24", midnight)
        early, begin, end, late = start - start_slack, start + start_slack, stop - stop_slack, stop + stop_slack
    else:
        begin, slack = _clock(written, midnight)
        end, early, late = begin, begin - (slack or AROUND), begin + (slack or AROUND)
    if not core:
        end = begin - timedelta(minutes=1)
    return Span(early, begin, end, late)


def _clock(written: str, midnight: datetime) -> tuple[datetime, timedelta]:
    found = re.fullmatch(r"(~?)(\d{1,2})(?::(\d\d))?", written.strip())
    if not found:
        msg = f"not a time of day: {written!r}"
        raise ValueError(msg)
    soft, hour, minute = found.groups()
    return midnight + timedelta(hours=int(hour), minutes=int(minute or 0)), SOFT if soft else timedelta()


@dataclass(frozen=True)
class _Edge:
    day: date
    slack: timedelta


def _ends(written: str, reference: datetime) -> tuple[_Edge | None, _Edge | None]:
    first, dots, last = written.partition("..")
    begin = _edge(first, reference)
    return begin, _edge(last, reference) if dots else begin


def _edge(written: str, reference: datetime) -> _Edge | None:
    if not written.strip():
        return None
    found = re.fullmatch(r"(~?)(?:(\d{4})-)?(\d\d)-(\d\d)", written.strip())
    if not found:
        msg = f"not a day: {written!r}"
        raise ValueError(msg)
    soft, year, month, day = found.groups()
    named = date(int(year or reference.year), int(month), int(day))
    if not year and named < reference.date():
        named = named.replace(year=named.year + 1)
    return _Edge(named, SOFT_DAYS if soft else timedelta())


def _midnight(day: date, reference: datetime) -> datetime:
    return datetime.combine(day, time(), tzinfo=reference.tzinfo)
