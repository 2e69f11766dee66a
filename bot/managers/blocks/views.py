"""What managers see of blocks. They may read names and numbers; logs may not."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.dialogue.views.dates import clock_time, day_in_words, when, zone_in_words
from bot.dialogue.views.screen import Button, Screen, paragraphs
from bot.dialogue.where import minute_of
from bot.managers.blocks import callbacks as tap
from bot.managers.blocks.hours import Hours, at, whole_day
from bot.texts import Texts
from contracts.blocks import Block, BlockBoard, BlockPreview, BlockStatus, HitStatus, HitVisit
from contracts.schedule import Doctor

PAGE = 8
DAYS = 7
LINES = 12
"""Visits that the board names; the phone list has all that are to be called."""
PHONES = 12
FIRST_HOUR, LAST_HOUR = 7, 21
IN_ORDER = (
    HitStatus.ACCEPTED,
    HitStatus.MOVED,
    HitStatus.CANCELLED,
    HitStatus.RESTORED,
    HitStatus.SEEKING,
    HitStatus.SILENT,
    HitStatus.UNREACHABLE,
    HitStatus.TO_CALL,
)
SETTLED = frozenset({HitStatus.ACCEPTED, HitStatus.MOVED, HitStatus.CANCELLED, HitStatus.RESTORED})


def label_of(block_id: int) -> str:
    """Under which a group's board is found again."""
    return f"block-{block_id}"


def doctors(texts: Texts, found: Sequence[Doctor], page: int) -> Screen:
    """Which doctor; `page` from 0."""
    shown = found[page * PAGE : (page + 1) * PAGE]
    buttons = [
        Button(f"{each.full_name}, {texts.specialty(each.specialty)}", tap.ChooseDoctor(doctor=each.doctor_id))
        for each in shown
    ]
    if (page + 1) * PAGE < len(found):
        buttons.append(Button(texts.say("block-more"), tap.ListDoctors(page=page + 1)))
    elif page:
        buttons.append(Button(texts.say("block-first-page"), tap.ListDoctors(page=0)))
    return Screen(texts.html("block-which-doctor"), tuple(buttons))


def candidates(texts: Texts, found: Sequence[Doctor], hours: Hours | None) -> Screen:
    """Several have the name that was written; the hours stay as they were said."""
    buttons = tuple(
        Button(f"{each.full_name}, {texts.specialty(each.specialty)}", _chosen(each.doctor_id, hours))
        for each in found[:PAGE]
    )
    return Screen(texts.html("block-which-of-them"), buttons)


def _chosen(doctor_id: int, hours: Hours | None) -> tap.Preview | tap.ChooseDoctor:
    if hours is None:
        return tap.ChooseDoctor(doctor=doctor_id)
    return tap.Preview(doctor=doctor_id, begin=minute_of(hours[0]), end=minute_of(hours[1]))


def days(texts: Texts, doctor: Doctor, zone: ZoneInfo, now: datetime) -> Screen:
    today = now.astimezone(zone).date()
    buttons = tuple(
        Button(day_in_words(texts, day, today), tap.ChooseDay(doctor=doctor.doctor_id, day=day.toordinal()))
        for day in (today + timedelta(days=number) for number in range(DAYS))
    )
    return Screen(texts.html("block-which-day", doctor=doctor.full_name), buttons)


def parts_of_day(texts: Texts, doctor: Doctor, day: date, zone: ZoneInfo, now: datetime) -> Screen:
    begin, end = whole_day(day, zone)
    buttons = [Button(texts.say("block-whole-day"), _hours(doctor, begin, end))]
    if begin <= now < end:
        buttons.insert(0, Button(texts.say("block-from-now"), _hours(doctor, now, end)))
    range_ = tap.ChooseStart(doctor=doctor.doctor_id, day=day.toordinal())
    buttons.append(Button(texts.say("block-range"), range_))
    return Screen(_asked(texts, "block-which-hours", doctor, day, zone, now), tuple(buttons))


def starts(texts: Texts, doctor: Doctor, day: date, zone: ZoneInfo, now: datetime) -> Screen:
    buttons = [
        Button(f"{hour:02}:00", tap.ChooseEnd(doctor=doctor.doctor_id, begin=minute_of(at(day, hour, zone))))
        for hour in range(FIRST_HOUR, LAST_HOUR)
        if at(day, hour + 1, zone) > now
    ]
    return Screen(_asked(texts, "block-from-when", doctor, day, zone, now), grid=_rows(buttons))


def ends(texts: Texts, doctor: Doctor, begin: datetime, zone: ZoneInfo, now: datetime) -> Screen:
    local = begin.astimezone(zone)
    buttons = [
        Button(f"{hour:02}:00", _hours(doctor, begin, at(local.date(), hour, zone)))
        for hour in range(local.hour + 1, LAST_HOUR + 1)
    ]
    return Screen(
        texts.html("block-until-when", doctor=doctor.full_name, begin=when(texts, begin, zone.key, now)),
        grid=_rows(buttons),
    )


def _rows(buttons: Sequence[Button]) -> tuple[tuple[Button, ...], ...]:
    return tuple(tuple(buttons[first : first + 4]) for first in range(0, len(buttons), 4))


def _hours(doctor: Doctor, begin: datetime, end: datetime) -> tap.Preview:
    return tap.Preview(doctor=doctor.doctor_id, begin=minute_of(begin), end=minute_of(end))


def _asked(texts: Texts, key: str, doctor: Doctor, day: date, zone: ZoneInfo, now: datetime) -> str:
    today = now.astimezone(zone).date()
    return texts.html(key, doctor=doctor.full_name, day=day_in_words(texts, day, today))


def preview(texts: Texts, shown: BlockPreview, now: datetime) -> Screen:
    """What it would hit, with Yes and No."""
    head = _head(texts, shown.doctor_name, shown.specialty, (shown.from_time, shown.to_time), shown.time_zone, now)
    counts = [texts.html("block-hits", count=shown.visits)]
    if shown.soon:
        counts.append(texts.html("block-hits-soon", count=shown.soon))
    if shown.by_telephone:
        counts.append(texts.html("block-hits-by-telephone", count=shown.by_telephone))
    begin, end = minute_of(shown.from_time), minute_of(shown.to_time)
    yes = Button(texts.say("block-yes"), tap.DoBlock(doctor=shown.doctor_id, begin=begin, end=end), "danger")
    no = Button(texts.say("block-no"), tap.DoNotBlock())
    return Screen(paragraphs([head, "\n".join(counts), texts.html("block-sure")]), (yes, no))


def blocked_already(texts: Texts, block: Block, by: str, now: datetime) -> Screen:
    """Somebody was quicker."""
    head = _block_head(texts, block, now)
    said = texts.html("block-already", by=by, at=clock_time(texts, block.created_at, block.time_zone))
    return Screen(paragraphs([head, said]), (Button(texts.say("block-board"), tap.ShowBoard(block=block.block_id)),))


def board(texts: Texts, shown: BlockBoard, now: datetime) -> Screen:
    """How it stands: counts, and who has not settled yet, those to call first."""
    block = shown.block
    undone = block.status is BlockStatus.UNDONE
    parts = [_block_head(texts, block, now)]
    if undone:
        parts.append(texts.html("block-undone"))
    counts = [
        texts.html(f"block-count-{status.replace('_', '-')}", count=shown.counts[status])
        for status in IN_ORDER
        if shown.counts.get(status)
    ]
    parts.append("\n".join([texts.html("block-visits", count=len(shown.visits)), *counts]))
    open_ = [visit for visit in shown.visits if visit.call or visit.status not in SETTLED]
    lines = [_line(texts, visit, block, now) for visit in open_[:LINES]]
    if len(open_) > LINES:
        lines.append(texts.html("block-and-more", count=len(open_) - LINES))
    parts.append("\n".join(lines))
    if shown.calls:
        parts.append(texts.html("block-calls-left", count=shown.calls))
    buttons = [Button(texts.say("block-refresh"), tap.ShowBoard(block=block.block_id))]
    if shown.calls:
        phones = Button(texts.say("block-phones", count=shown.calls), tap.ShowPhones(block=block.block_id), "primary")
        buttons.insert(0, phones)
    if not undone and block.to_time > now:
        buttons.append(Button(texts.say("block-undo"), tap.AskUndo(block=block.block_id), "danger"))
    return Screen(paragraphs(parts), tuple(buttons))


def phones(texts: Texts, shown: BlockBoard, now: datetime) -> Screen:
    """Whom to call, the most urgent first; a button for each that was called."""
    to_call = [visit for visit in shown.visits if visit.call]
    head = texts.html("block-phones-heading", doctor=shown.block.doctor_name, count=len(to_call))
    if not to_call:
        head = texts.html("block-phones-none", doctor=shown.block.doctor_name)
    lines = [_phone_line(texts, number, visit, shown.block, now) for number, visit in enumerate(to_call[:PHONES], 1)]
    if len(to_call) > PHONES:
        lines.append(texts.html("block-and-more", count=len(to_call) - PHONES))
    called = tuple(
        Button(
            texts.say("block-called", number=str(number), name=_name(texts, visit)),
            tap.Called(block=shown.block.block_id, task=visit.call_task_id),
            "success",
        )
        for number, visit in enumerate(to_call[:PHONES], 1)
        if visit.call_task_id is not None
    )
    return Screen(paragraphs([head, "\n\n".join(lines)]), called)


def ask_undo(texts: Texts, shown: BlockBoard, now: datetime) -> Screen:
    """What undoing means, before it is done."""
    waiting = sum(visit.status not in SETTLED for visit in shown.visits)
    kept = sum(shown.counts.get(status, 0) for status in (HitStatus.ACCEPTED, HitStatus.MOVED, HitStatus.CANCELLED))
    text = [_block_head(texts, shown.block, now), texts.html("block-undo-sure", count=waiting)]
    if kept:
        text.append(texts.html("block-undo-kept", count=kept))
    number = shown.block.block_id
    yes = Button(texts.say("block-undo-yes"), tap.DoUndo(block=number), "danger")
    return Screen(paragraphs(text), (yes, Button(texts.say("block-undo-no"), tap.ShowBoard(block=number))))


def active(texts: Texts, blocks: Sequence[Block], now: datetime) -> Screen:
    """Which block to undo."""
    if not blocks:
        return Screen(texts.html("block-none-active"))
    buttons = tuple(
        Button(
            f"{each.doctor_name}, {_span(texts, (each.from_time, each.to_time), each.time_zone, now)}",
            tap.AskUndo(block=each.block_id),
        )
        for each in blocks[:PAGE]
    )
    return Screen(texts.html("block-which-undo"), buttons)


def _block_head(texts: Texts, block: Block, now: datetime) -> str:
    return _head(texts, block.doctor_name, block.specialty, (block.from_time, block.to_time), block.time_zone, now)


def _head(texts: Texts, doctor: str, specialty: str, hours: Hours, zone: str, now: datetime) -> str:
    return texts.html(
        "block-head",
        doctor=doctor,
        specialty=texts.specialty(specialty),
        hours=_span(texts, hours, zone, now),
        zone=zone_in_words(texts, hours[0], zone),
    )


def _span(texts: Texts, hours: Hours, zone: str, now: datetime) -> str:
    begin, end = (moment.astimezone(ZoneInfo(zone)) for moment in hours)
    if hours == whole_day(begin.date(), ZoneInfo(zone)):
        return day_in_words(texts, begin.date(), now.astimezone(ZoneInfo(zone)).date())
    # An end at midnight is the day before's.
    if (end - timedelta(minutes=1)).date() == begin.date():
        until = clock_time(texts, end, zone) if end.date() == begin.date() else "24:00"
        return f"{when(texts, begin, zone, now)}-{until}"
    return f"{when(texts, begin, zone, now)} - {when(texts, end, zone, now)}"


def _name(texts: Texts, visit: HitVisit) -> str:
    return visit.patient_name or texts.say("block-unnamed")


def _line(texts: Texts, visit: HitVisit, block: Block, now: datetime) -> str:
    mark = "\u260e " if visit.call else ""
    what = texts.html(f"block-status-{visit.status.replace('_', '-')}")
    at_ = _short(texts, visit.start_time, block, now)
    return mark + texts.html("block-line", at=at_, name=_name(texts, visit), status=what)


def _phone_line(texts: Texts, number: int, visit: HitVisit, block: Block, now: datetime) -> str:
    lines = [
        texts.html(
            "block-phone-line",
            number=str(number),
            at=_short(texts, visit.start_time, block, now),
            name=_name(texts, visit),
            phone=visit.phone or texts.say("block-no-phone"),
        )
    ]
    if visit.soon:
        lines.append(texts.html("block-phone-soon"))
    if visit.new_start_time is not None and visit.new_doctor_name is not None:
        held = when(texts, visit.new_start_time, block.time_zone, now)
        lines.append(texts.html("block-phone-held", when=held, doctor=visit.new_doctor_name))
    return "\n".join(lines)


def _short(texts: Texts, moment: datetime, block: Block, now: datetime) -> str:
    """The hour, with the day where a block has several."""
    zone = ZoneInfo(block.time_zone)
    one_day = block.from_time.astimezone(zone).date() == (block.to_time - timedelta(minutes=1)).astimezone(zone).date()
    return clock_time(texts, moment, zone.key) if one_day else when(texts, moment, zone.key, now)
