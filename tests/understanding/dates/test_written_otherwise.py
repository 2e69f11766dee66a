"""Russian in Latin letters, days by their names, working days and the hours that children are looked after."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from tests.understanding.dev_sets import written
from understanding.dates import parse

REFERENCE = datetime(2026, 11, 18, 10, 20, tzinfo=ZoneInfo("Europe/Moscow"))
"""A Wednesday."""


@pytest.mark.parametrize(
    ("latin", "russian"),
    [
        ("zavtra utrom k terapevtu", "завтра утром к терапевту"),
        ("v pyatnicu v 16", "в пятницу в 16"),
        ("v pjatnitsu v 16", "в пятницу в 16"),
        ("poslezavtra vecherom", "послезавтра вечером"),
        ("ne mogu v sredu, mojno v subbotu", "не могу в среду, можно в субботу"),
        ("na sleduyushchey nedele posle obeda", "на следующей неделе после обеда"),
        ("v chetverg do 12", "в четверг до 12"),
        ("25 noyabrya v 10:30", "25 ноября в 10:30"),
        ("v voskresenie utrom", "в воскресенье утром"),
    ],
)
def test_russian_in_latin_letters_means_the_same(latin: str, russian: str) -> None:
    wish = parse(latin, "ru", REFERENCE)
    assert wish.windows
    assert wish == parse(russian, "ru", REFERENCE)


@pytest.mark.parametrize("text", ["no date at all, my dear", "can you see my son", "mart and utility room", "hello"])
def test_english_is_not_taken_for_russian(text: str) -> None:
    assert parse(text, "en", REFERENCE).windows == ()


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("before Christmas", "11-18/12-24"),
        ("Christmas Eve morning if you're open", "12-24T08:00/12-24T12:00"),
        ("New Year's Eve at 11", "12-31T11:00/12-31T11:00"),
        ("Boxing Day", "12-26/12-26"),
        ("до майских", "11-18/04-30"),
        ("через полгода", "05-18/05-18"),
        ("in two business days", "11-20/11-20"),
        ("через три рабочих дня", "11-23/11-23"),
        ("within three working days", "11-18/11-23"),
        ("в пятницу, пока дети в школе", "11-20T09:30/11-20T13:00"),
        ("on Friday while the kids are at school", "11-20T09:30/11-20T14:00"),
        ("tomorrow after the school run", "11-19T09:00/11-19T12:00"),
        ("завтра, как отведу ребенка", "11-19T09:00/11-19T12:00"),
        ("26 ноября 16-30", "11-26T16:30/11-26T16:30"),
        ("21-30 января", "01-21/01-30"),
        ("без двадцати час, пятница", "11-20T12:40/11-20T12:40"),
        ("twenty to five on Tuesday", "11-24T16:40/11-24T16:40"),
        ("вчетверг вдва часа", "11-19T14:00/11-19T14:00"),
        ("около 11 в пятницу", "11-20T10:30/11-20T11:30"),
        ("at 10 tomorrow, sorry, I mean 11", "11-19T11:00/11-19T11:00"),
        ("before 10 on Thursday, I have a train to catch", "11-19/11-19T10:00"),
        ("after the 20th, on Friday", "11-27/11-27"),
        ("I'm away till Thursday, Friday morning works", "11-20T08:00/11-20T12:00"),
        ("middle of next week", "11-24/11-26"),
        ("I live at 12 Sunday Lane", ""),
        ("20 ноября, без разницы какой день и час", "11-20/11-20"),
    ],
)
def test_days_and_hours_by_other_names(text: str, meant: str) -> None:
    assert written(parse(text, "en" if text.isascii() else "ru", REFERENCE)) == meant
