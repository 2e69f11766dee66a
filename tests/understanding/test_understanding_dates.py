"""What holds for every date wish, and the cases that matter most."""

from datetime import date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.understanding.dev_sets import REFERENCE, load, written
from understanding.dates import DateWish, Window, parse, to_wire

_WORDS = [text for pairs in load("dev_dates.yaml").values() for text, _ in pairs]
_references = st.datetimes(
    min_value=datetime(2000, 1, 1),  # noqa: DTZ001 - the strategy adds the zone
    max_value=datetime(2999, 12, 31),  # noqa: DTZ001
    timezones=st.sampled_from(
        [ZoneInfo("Europe/Moscow"), ZoneInfo("America/New_York"), timezone(timedelta(hours=-11))]
    ),
)
_texts = st.one_of(
    st.text(),
    st.lists(st.sampled_from(" ".join(_WORDS).split()), max_size=14).map(" ".join),
    st.lists(st.sampled_from(_WORDS), max_size=3).map(", ".join),
)


def _starts(window: Window, zone: ZoneInfo) -> datetime:
    assert window.start is not None
    return window.start if isinstance(window.start, datetime) else datetime.combine(window.start, time(), zone)


def _ends(window: Window, zone: ZoneInfo) -> datetime:
    if window.end is None:
        return datetime.combine(date.max, time(), zone)
    if isinstance(window.end, datetime):
        return window.end
    return datetime.combine(window.end + timedelta(days=1), time(), zone)


@settings(deadline=None)  # the first call reads the data files
@given(text=_texts, reference=_references, lang=st.sampled_from(["ru", "en"]))
def test_any_text_gives_ordered_aware_windows(text: str, reference: datetime, lang: str) -> None:
    zone = reference.tzinfo
    wish = parse(text, "ru" if lang == "ru" else "en", reference)
    for window in (*wish.windows, *wish.refused):
        assert _starts(window, zone) <= _ends(window, zone)  # type: ignore[arg-type] # any tzinfo will do
        for moment in (window.start, window.end):
            assert not isinstance(moment, datetime) or moment.utcoffset() is not None
    starts = [_starts(window, zone) for window in wish.windows]  # type: ignore[arg-type]
    assert starts == sorted(starts)
    to_wire(wish)


@settings(deadline=None)  # the first call reads the data files
@given(text=_texts, reference=_references)
def test_what_is_refused_is_never_offered(text: str, reference: datetime) -> None:
    zone = reference.tzinfo
    wish = parse(text, "ru", reference)
    for window in wish.windows:
        for refused in wish.refused:
            latest = max(_starts(window, zone), _starts(refused, zone))  # type: ignore[arg-type]
            soonest = min(_ends(window, zone), _ends(refused, zone))  # type: ignore[arg-type]
            assert latest >= soonest, (window, refused)


@settings(deadline=None)  # the first call reads the data files
@given(reference=_references)
def test_tomorrow_after_five_is_tomorrow_from_five_on(reference: datetime) -> None:
    tomorrow = reference.date() + timedelta(days=1)
    five = datetime.combine(tomorrow, time(17), reference.tzinfo)
    expected = (Window(five, tomorrow),)
    assert parse("болит горло, завтра после пяти", "ru", reference).windows == expected
    assert parse("sore throat, tomorrow after five", "en", reference).windows == expected


@settings(deadline=None)  # the first call reads the data files
@given(reference=_references, weekday=st.integers(0, 6), lang=st.sampled_from(["ru", "en"]))
def test_a_bare_weekday_is_the_next_one_after_today(reference: datetime, weekday: int, lang: str) -> None:
    words = {
        "ru": ["в понедельник", "во вторник", "в среду", "в четверг", "в пятницу", "в субботу", "в воскресенье"],
        "en": [f"on {day}" for day in ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]],
    }
    (window,) = parse(words[lang][weekday], "ru", reference).windows
    assert isinstance(window.start, date)
    assert window.start == window.end
    assert window.start.weekday() == weekday
    assert 1 <= (window.start - reference.date()).days <= 7


@settings(deadline=None)  # the first call reads the data files
@given(reference=_references, hour=st.integers(1, 23))
def test_a_bare_hour_is_one_at_which_clinics_work(reference: datetime, hour: int) -> None:
    (window,) = parse(f"завтра в {hour}", "ru", reference).windows
    assert isinstance(window.start, datetime)
    assert window.start == window.end
    assert window.start.hour == (hour + 12 if hour <= 7 else hour)


@settings(deadline=None)  # the first call reads the data files
@given(reference=_references, days=st.integers(1, 60))
def test_days_from_now_are_counted_but_days_of_pain_are_not(reference: datetime, days: int) -> None:
    (window,) = parse(f"через {days} дней", "ru", reference).windows
    assert window.start == reference.date() + timedelta(days=days)
    assert parse(f"болит {days} дней", "ru", reference) == DateWish()
    assert parse(f"it has hurt for {days} days", "en", reference) == DateWish()


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "кроме понедельника, вторника и пятницы",
            "11-18/11-19 + 11-21/11-22 + 11-25/11-26 + 11-28/11-29 + 12-02/12-02",
        ),
        ("любой день, кроме пятницы, на следующей неделе", "11-23/11-26 + 11-28/11-29"),
        ("в пятницу не могу, в субботу могу", "11-21/11-21"),
        ("next week any day but Wednesday", "11-23/11-24 + 11-26/11-29"),
        ("срочно, но не сегодня", "asap 11-19/.."),
        ("завтра, только не в 10", "11-19/11-19T10:00 + 11-19T10:30/11-19"),
        ("не в выходные, на следующей неделе", "11-23/11-27"),
        ("в пятницу вечером не смогу, утром смогу", "11-20T08:00/11-20T12:00"),
        ("на следующей неделе, но не во вторник и не в среду утром", "11-23/11-23 + 11-25T12:00/11-29"),
    ],
)
def test_refusals(text: str, meant: str) -> None:
    assert written(parse(text, "ru", REFERENCE)) == meant


@pytest.mark.parametrize("text", ["не могу спать ночью", "can't walk since Monday", "кабинет 25.11", "доза 10.12 мг"])
def test_troubles_and_numbers_are_no_wishes(text: str) -> None:
    assert parse(text, "ru", REFERENCE) == DateWish()


def test_any_time_is_an_answer_and_silence_is_none() -> None:
    assert parse("в любое время", "ru", REFERENCE) == DateWish(any_time=True)
    assert parse("здравствуйте", "ru", REFERENCE) == DateWish()


def test_a_naive_or_impossible_reference_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        parse("завтра", "ru", datetime(2026, 11, 18))  # noqa: DTZ001 - that is the point
    with pytest.raises(ValueError, match="year"):
        parse("завтра", "ru", datetime(9999, 12, 31, tzinfo=ZoneInfo("UTC")))


def test_the_wire_holds_one_window_or_several() -> None:
    assert to_wire(parse("завтра", "ru", REFERENCE)) == {"from": "2026-11-19", "to": "2026-11-19"}
    assert to_wire(parse("здравствуйте", "ru", REFERENCE)) == {"from": None, "to": None}
    several = to_wire(parse("завтра утром или в пятницу в 15:00", "ru", REFERENCE))
    assert several["windows"] == [
        {"from": "2026-11-19T08:00:00+03:00", "to": "2026-11-19T12:00:00+03:00"},
        {"from": "2026-11-20T15:00:00+03:00", "to": "2026-11-20T15:00:00+03:00"},
    ]
    assert (several["from"], several["to"]) == ("2026-11-19T08:00:00+03:00", "2026-11-19T12:00:00+03:00")
    asap = to_wire(parse("срочно", "ru", REFERENCE))
    assert asap == {"from": "2026-11-18T10:20:00+03:00", "to": None, "asap": True}


@pytest.mark.parametrize(
    ("text", "begin", "end"),
    [
        ("на следующей неделе вечером", "2026-11-23T17:00:00+03:00", "2026-11-29T21:00:00+03:00"),
        ("завтра или послезавтра утром", "2026-11-19T08:00:00+03:00", "2026-11-20T12:00:00+03:00"),
        ("next week after 18:00", "2026-11-23T18:00:00+03:00", "2026-11-29"),
        ("сегодня или завтра утром", "2026-11-18T10:20:00+03:00", "2026-11-19T12:00:00+03:00"),
    ],
)
def test_the_same_hours_of_days_in_a_row_are_told_by_their_hull(text: str, begin: str, end: str) -> None:
    wire = to_wire(parse(text, "ru", REFERENCE))
    assert (wire["from"], wire["to"]) == (begin, end)
    windows = wire["windows"]
    assert isinstance(windows, list)
    assert (windows[0]["from"], windows[-1]["to"]) == (begin, end)


@pytest.mark.parametrize(
    "text",
    [
        "на следующей неделе вечером, только не в среду",  # a hull would hold the Wednesday
        "на следующей неделе, но не утром",
        "завтра утром или послезавтра вечером",
        "завтра или в субботу утром",
        "завтра утром или вечером",
        "по вечерам в будни",
    ],
)
def test_what_has_refusals_gaps_or_other_hours_is_told_by_its_first_window(text: str) -> None:
    wire = to_wire(parse(text, "ru", REFERENCE))
    windows = wire["windows"]
    assert isinstance(windows, list)
    assert {"from": wire["from"], "to": wire["to"]} == windows[0]
