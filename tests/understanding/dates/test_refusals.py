"""What a patient refuses is never offered, and what only sounds like a refusal is none."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.understanding.dates.ways import WEEKDAYS_EN, WEEKDAYS_RU, references
from understanding.dates import DateWish, Window, parse

REFERENCE = datetime(2026, 11, 18, 10, 20, tzinfo=ZoneInfo("Europe/Moscow"))
"""A Wednesday."""

_REFUSE_RU = [
    "{0} не могу", "не могу {0}", "{0} никак", "{0} не получится", "только не {0}", "не {0}", "любой день, но не {0}",
    "{0}, к сожалению, занята", "{0} исключено", "{0} меня не будет", "{0} нет", "мне {0} не прийти", "{0} мимо",
    "хотела {0}, но не успеваю", "{0} не предлагайте", "{0} работаю", "{0} неудобно", "ни в коем случае не {0}",
    "{0} у меня экзамен", "{0} вряд ли смогу", "давайте не {0}", "{0} я не смогу подойти",
]  # fmt: skip
_REFUSE_EN = [
    "not {0}", "I can't do {0}", "{0} doesn't work", "{0} is no good", "anything but {0}", "any day except {0}",
    "no {0} please", "{0} won't work for me", "I'm busy {0}", "{0} is out", "please avoid {0}", "{0} is impossible",
    "I'd rather not {0}", "{0} I can't", "unavailable {0}", "I'm away {0}", "never {0}", "{0} isn't good for me",
    "I work {0}", "can't make {0}", "as long as it's not {0}", "I won't be able to make {0}",
]  # fmt: skip


def _offered(wish: DateWish, moment: datetime) -> bool:
    return any(_begin(window, moment) <= moment < _end(window, moment) for window in wish.windows)


def _begin(window: Window, like: datetime) -> datetime:
    start = window.start
    if start is None:
        return like - timedelta(days=1)
    return start if isinstance(start, datetime) else datetime.combine(start, time(), like.tzinfo)


def _end(window: Window, like: datetime) -> datetime:
    end = window.end
    if end is None:
        return like + timedelta(days=1)
    return end if isinstance(end, datetime) else datetime.combine(end + timedelta(days=1), time(), like.tzinfo)


@settings(deadline=None)  # the first call reads the data files
@given(reference=references, weekday=st.integers(0, 6), way=st.sampled_from(_REFUSE_RU))
def test_a_refused_day_is_not_offered_and_others_are(reference: datetime, weekday: int, way: str) -> None:
    _, accusative, _ = WEEKDAYS_RU[weekday]
    _holds(parse(way.format(accusative), "ru", reference), reference, weekday, way)


@settings(deadline=None)
@given(reference=references, weekday=st.integers(0, 6), way=st.sampled_from(_REFUSE_EN))
def test_a_refused_day_is_not_offered_in_english_either(reference: datetime, weekday: int, way: str) -> None:
    _holds(parse(way.format(WEEKDAYS_EN[weekday]), "en", reference), reference, weekday, way)


def _holds(wish: DateWish, reference: datetime, weekday: int, way: str) -> None:
    refused = reference.date() + timedelta(days=(weekday - reference.weekday() - 1) % 7 + 1)
    for hour in range(8, 20):
        assert not _offered(wish, datetime.combine(refused, time(hour), reference.tzinfo)), way
    others = [reference.date() + timedelta(days=ahead) for ahead in range(1, 14)]
    offered = [day for day in others if _offered(wish, datetime.combine(day, time(12), reference.tzinfo))]
    assert len(offered) >= 3, way


@pytest.mark.parametrize(
    "text",
    [
        "со следующей недели, только не в пятницу",
        "любой день после 25, кроме пятницы",
        "с понедельника, но по пятницам не могу",
        "from Monday on, but not Friday",
        "any day after the 20th except Friday",
    ],
)
def test_a_day_refused_in_an_open_stretch_is_refused_every_week(text: str) -> None:
    wish = parse(text, "ru", REFERENCE)
    noon = datetime.combine(REFERENCE.date(), time(12), REFERENCE.tzinfo)
    assert not any(_offered(wish, noon + timedelta(days=ahead)) for ahead in range(9, 60, 7))
    assert sum(_offered(wish, noon + timedelta(days=ahead)) for ahead in range(1, 15)) >= 5


_PARTS = [
    ("утром", 9),
    ("вечером", 18),
    ("днем", 14),
    ("до обеда", 10),
    ("после 17", 18),
    ("до 12", 10),
    ("раньше 10", 9),
]


@pytest.mark.parametrize(
    "way", ["{0} не могу", "не могу {0}", "{0} не получится", "только не {0}", "{0} никак", "{0} мимо"]
)
@pytest.mark.parametrize(("part", "hour"), _PARTS)
def test_refused_hours_are_refused_on_every_day(way: str, part: str, hour: int) -> None:
    text = way.format(part)
    wish = parse(text, "ru", REFERENCE)
    assert wish.windows, text
    for ahead in range(1, 14):
        day = REFERENCE.date() + timedelta(days=ahead)
        assert not _offered(wish, datetime.combine(day, time(hour), REFERENCE.tzinfo)), text
    assert any(
        _offered(wish, datetime.combine(REFERENCE.date() + timedelta(days=1), time(h), REFERENCE.tzinfo))
        for h in range(8, 20)
    )


@pytest.mark.parametrize(
    "text",
    [
        "в среду не могу, в четверг да", "не могу в среду, могу в четверг", "четверг да, среда нет",
        "не среда, а четверг",
        "в среду не могу в четверг могу", "давайте в четверг, в среду занята", "вместо среды давайте четверг",
        "среда отпадает, давайте четверг", "Wednesday is no good but Thursday is", "not Wednesday, Thursday",
        "I can't do Wednesday, Thursday is fine", "Thursday instead of Wednesday", "Thursday rather than Wednesday",
        "not Wednesday, I meant Thursday", "Wednesday, no sorry, Thursday",
        "давайте в среду, хотя нет, лучше в четверг",
        "в среду, ой, в четверг", "перенесите со среды на четверг", "move me from Wednesday to Thursday",
        "I'm working Wednesday, could I come Thursday?", "в среду? нет, не могу. В четверг",
    ],
)  # fmt: skip
def test_a_refusal_beside_a_wish_leaves_the_wish(text: str) -> None:
    thursday = REFERENCE.date() + timedelta(days=1)
    assert parse(text, "ru", REFERENCE).windows == (Window(thursday, thursday),)


@pytest.mark.parametrize(
    "text",
    [
        "не против пятницы", "почему бы не в пятницу", "why not Friday", "в пятницу никак не получится?",
        "нет ли окошка на пятницу?", "не найдется ли времени в пятницу", "couldn't you fit me in on Friday?",
        "не работаю в пятницу, запишите", "I'm off on Friday", "I don't mind Friday",
        "не могли бы вы записать на пятницу",
        "на пятницу нет мест?", "кроме пятницы никак", "I can't do any day except Friday", "Friday is not a problem",
        "не позже чем в пятницу, лучше прямо в пятницу", "не забудьте записать меня на пятницу",
    ],
)  # fmt: skip
def test_what_only_sounds_like_a_refusal_is_a_wish(text: str) -> None:
    noon = datetime.combine(REFERENCE.date() + timedelta(days=2), time(12), REFERENCE.tzinfo)
    wish = parse(text, "ru", REFERENCE)
    assert _offered(wish, noon), text
    assert not wish.refused


@settings(deadline=None)
@given(reference=references, days=st.permutations(range(7)), count=st.integers(2, 3))
def test_the_order_of_wishes_does_not_matter(reference: datetime, days: list[int], count: int) -> None:
    names = [WEEKDAYS_RU[day][1] for day in days[:count]]
    forward, backward = " или ".join(names), " или ".join(reversed(names))
    assert parse(forward, "ru", reference) == parse(backward, "ru", reference)
