"""A time zone written out for calendars: the offset of one year's beginning, and its clock changes.

RFC 5545, section 3.6.5: an observance begins at a wall time of the offset before it. icalendar's own generator gives
the one after it, an hour late in spring.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

_DAY, _MINUTE = timedelta(days=1), timedelta(minutes=1)


@lru_cache(maxsize=200)
def zone_of_year(key: str, year: int) -> Timezone:
    """The VTIMEZONE of an IANA zone, right for moments of this local year and the first days of the next."""
    zone = ZoneInfo(key)
    begin = datetime(year, 1, 1, tzinfo=UTC) - _DAY
    found = Timezone()
    found.add("tzid", key)
    found.add_component(_observance(begin, begin, zone))
    for change in _changes(zone, begin, begin + 370 * _DAY):
        found.add_component(_observance(change, change - _MINUTE, zone))
    return found


def _observance(begin: datetime, before: datetime, zone: ZoneInfo) -> TimezoneStandard | TimezoneDaylight:
    """From the moment `begin` on; `before` is a moment of the offset until then."""
    local, offset_before = begin.astimezone(zone), _offset(before, zone)
    observance = TimezoneDaylight() if local.dst() else TimezoneStandard()
    observance.add("dtstart", (begin + offset_before).replace(tzinfo=None))
    observance.add("tzoffsetfrom", offset_before)
    observance.add("tzoffsetto", _offset(begin, zone))
    observance.add("tzname", local.tzname() or zone.key)
    return observance


def _changes(zone: ZoneInfo, begin: datetime, end: datetime) -> Iterator[datetime]:
    """The first minute of each new offset."""
    while begin < end:
        if _offset(begin, zone) != _offset(begin + _DAY, zone):
            low, high = begin, begin + _DAY
            while high - low > _MINUTE:
                middle = low + (high - low) // _MINUTE // 2 * _MINUTE
                low, high = (middle, high) if _offset(middle, zone) == _offset(begin, zone) else (low, middle)
            yield high
        begin += _DAY


def _offset(moment: datetime, zone: ZoneInfo) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()
