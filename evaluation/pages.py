"""The way of buttons as a patient walks it: which list, day or part of the day leads to the wish."""

from datetime import date, time

from bot.dialogue.way_callbacks import ToBranches, ToDay, ToDoctors, ToMonth
from bot.dialogue.where import Where
from bot.terminal.screen import Button
from contracts.schedule import PartOfDay
from evaluation.fits import Fits
from evaluation.sights import kind_of

_ENDS = {
    PartOfDay.MORNING: (time(0), time(12)),
    PartOfDay.AFTERNOON: (time(12), time(17)),
    PartOfDay.EVENING: (time(17), time.max),
}


def leads_to_wish(button: Button, wish: Fits, today: date) -> bool:
    """Whether a tap comes nearer to what is wished."""
    match kind_of(button):
        case "ToBranches":
            return _who(ToBranches.unpack(button.data).at, wish)
        case "ToDoctors":
            return _who(ToDoctors.unpack(button.data).at, wish)
        case "ToMonth":
            at = ToMonth.unpack(button.data).at
            return _who(at, wish) and (at.day is None or _month(at.day, wish, today))
        case "ToDay":
            return _day(ToDay.unpack(button.data).at, wish)
    return False


def _who(at: Where, wish: Fits) -> bool:
    return (
        (not at.specialty or wish.specialty is None or at.specialty in wish.specialty)
        and (not at.doctor_id or wish.doctor is None or at.doctor_id in wish.doctor)
        and (not at.branch_id or wish.branch is None or at.branch_id == wish.branch)
    )


def _month(first: date, wish: Fits, today: date) -> bool:
    days = [*(wish.days or ()), *((wish.since,) if wish.since else ())]
    wanted = min(days, default=today)
    return (first.year, first.month) == (wanted.year, wanted.month)


def _day(at: Where, wish: Fits) -> bool:
    if at.day is None:
        return False
    fits_day = (
        (wish.days is None or at.day in wish.days)
        and (wish.since is None or at.day >= wish.since)
        and (wish.until is None or at.day <= wish.until)
        and (wish.weekdays is None or at.day.isoweekday() in wish.weekdays)
    )
    if at.part is None or not fits_day:
        return fits_day
    first, last = _ENDS[at.part]
    return (wish.before is None or first < wish.before) and (wish.after is None or last > wish.after)
