"""Instants as whole minutes since the Unix epoch: cheap to compare, sort and add."""

from datetime import UTC, datetime, timedelta, tzinfo

Minute = int
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def to_minute(moment: datetime) -> Minute:
    """The minute in which an aware moment lies (seconds are cut)."""
    return int((moment - EPOCH) // timedelta(minutes=1))


def to_minute_up(moment: datetime) -> Minute:
    """The first whole minute that is not before an aware moment."""
    return -int((EPOCH - moment) // timedelta(minutes=1))


def to_datetime(minute: Minute, zone: tzinfo = UTC) -> datetime:
    """The aware moment of a minute, seen in `zone`."""
    return (EPOCH + timedelta(minutes=minute)).astimezone(zone)
