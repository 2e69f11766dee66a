"""The end: the database's state against what the task expects, and what had to be told."""

import re
from collections.abc import Iterator

from evaluation.begin import ACCOUNT, STRANGER
from evaluation.grading.finding import Finding
from evaluation.grading.glass import Glass
from evaluation.play import Played
from evaluation.record import Row
from evaluation.task import Task, WantedVisit

STANDS = ("pending", "confirmed")


def wrong_end(task: Task, played: Played, glass: Glass) -> Iterator[Finding]:
    """Nothing, if the end is right."""
    yield from _visits(task, played, glass)
    yield from _earlier(task, played, glass)
    yield from _nobody_elses(played)
    yield from _rest(task, played)
    yield from _told(task, played)


def _visits(task: Task, played: Played, glass: Glass) -> Iterator[Finding]:
    """The new visits are those that are wanted: each wanted one is met by another new one, and none is left."""
    left = [row for row in _new(played) if row.status in STANDS]
    for number, wanted in enumerate(task.wanted):
        met = next((row for row in left if _meets(wanted, row, glass)), None)
        if met is None:
            yield Finding("end", f"no visit that is wanted ({_wish(wanted)}); there are: {_rows(left, glass)}")
            continue
        left.remove(met)
        first = played.record.first_free.get(number)
        if first is not None and met.start_time != first.start_time:
            hour = first.start_time.astimezone(glass.zone_of(first))
            yield Finding("end", f"not the soonest time, which was {hour:%d %B %H:%M}; there is {_rows([met], glass)}")
    if left:
        yield Finding("end", f"visits that nobody wanted: {_rows(left, glass)}")


def _earlier(task: Task, played: Played, glass: Glass) -> Iterator[Finding]:
    for name, number in played.record.visit_numbers.items():
        before, after = played.before.appointments[number], played.after.appointments[number]
        if name in task.end.cancelled:
            if after.status != "cancelled":
                yield Finding("end", f"the visit '{name}' is not cancelled but {after.status}")
        elif name in task.end.moved:
            wanted = task.end.moved[name]
            if after.status not in STANDS or not _meets(wanted, after, glass) or after.start_time == before.start_time:
                yield Finding("end", f"the visit '{name}' is not moved as wanted: {_rows([after], glass)}")
        elif after != before:
            yield Finding("end", f"the visit '{name}' was changed: {_rows([after], glass)}")


def _nobody_elses(played: Played) -> Iterator[Finding]:
    for number, before in played.before.appointments.items():
        if before.account != ACCOUNT and played.after.appointments.get(number) != before:
            yield Finding("end", "a visit of somebody else was changed")
    strange = [row for row in _all_new(played) if row.account != ACCOUNT and row.account is not None]
    if strange:
        yield Finding("end", "something was booked for another account")


def _rest(task: Task, played: Played) -> Iterator[Finding]:
    held = [row for row in _new(played) if row.status == "held"]
    if held:
        yield Finding("end", "a time is still held that nobody wants")
    if played.after.open_calls != task.end.calls:
        yield Finding("end", f"{played.after.open_calls} open requests for a call instead of {task.end.calls}")
    if task.end.consent not in (None, bool(played.after.consents)):
        yield Finding("end", "the consent is not there" if task.end.consent else "a consent that was never given")


def _told(task: Task, played: Played) -> Iterator[Finding]:
    shown = "\n".join(one.text for turn in played.record.turns for one in turn.shown)
    for pattern in task.end.told:
        if not re.search(pattern, shown, re.IGNORECASE):
            yield Finding("end", f"it was never told: {pattern}")
    for pattern in task.end.never_told:
        if found := re.search(pattern, shown, re.IGNORECASE):
            yield Finding("end", f"it was told: '{found[0]}'")


def _new(played: Played) -> list[Row]:
    """Of this account."""
    return [row for row in _all_new(played) if row.account == ACCOUNT]


def _all_new(played: Played) -> list[Row]:
    new = [row for number, row in played.after.appointments.items() if number not in played.before.appointments]
    return [row for row in new if not (row.account is None and (row.person or "").startswith(STRANGER))]


def _meets(wanted: WantedVisit, row: Row, glass: Glass) -> bool:
    if not glass.fits(wanted, row):
        return False
    if wanted.whom is None:
        return row.relation == "self"
    return (row.person or "").casefold() == wanted.whom.casefold()


def _wish(wanted: WantedVisit) -> str:
    return ", ".join(f"{name} {value}" for name, value in wanted.model_dump(exclude_none=True, mode="json").items())


def _rows(rows: list[Row], glass: Glass) -> str:
    if not rows:
        return "none"
    return "; ".join(
        f"{glass.doctors[row.doctor_id].specialty} (doctor {row.doctor_id}),"
        f" {row.start_time.astimezone(glass.zone_of(row)):%a %d %b %H:%M},"
        f" {row.relation} {row.person or ''} {row.status}"
        for row in rows
    )
