"""Which words ask for the wait-list, and what may be waited for after an answer."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from agent.wanted.state import Stretch, Wanted
from bot.dialogue.reading.waiting import about_waiting
from bot.dialogue.wait_callbacks import WaitFor
from bot.dialogue.wait_wish import ANY_HOUR, WaitWish, wait_wish
from bot.texts import Language
from contracts.schedule import Slot
from tests.api_client.client_samples import SLOT

MOSCOW = ZoneInfo("Europe/Moscow")
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=MOSCOW)


@pytest.mark.parametrize(
    ("text", "language", "asked"),
    [
        ("поставьте в лист ожидания", "ru", "join"),
        ("Поставьте меня, пожалуйста, в лист ожидания к кардиологу", "ru", "join"),
        ("сообщите, если что-то освободится", "ru", "join"),
        ("если раньше освободится, дайте знать", "ru", "join"),
        ("если кто-нибудь отменит, напишите мне", "ru", "join"),
        ("дайте знать, если появится место пораньше", "ru", "join"),
        ("tell me if something frees up", "en", "join"),
        ("put me on the waiting list", "en", "join"),
        ("let me know if someone cancels", "en", "join"),
        ("уберите меня из листа ожидания", "ru", "see"),
        ("какой я в листе ожидания?", "ru", "see"),
        ("take me off the waiting list", "en", "see"),
        ("к лору завтра утром", "ru", None),
        ("отмените запись", "ru", None),
        ("если можно, то утром", "ru", None),
        ("я освобожусь в пять", "ru", None),
        ("болит горло", "ru", None),
        ("I am free on Monday", "en", None),
        ("cancel my visit", "en", None),
    ],
)
def test_words_for_the_wait_list(text: str, language: Language, asked: str | None) -> None:
    assert about_waiting(text, language) == asked


def slot(start: str) -> Slot:
    moment = datetime.fromisoformat(start)
    return Slot.model_validate({**SLOT, "start_time": moment, "end_time": moment, "time_zone": "Europe/Moscow"})


def wanted(*stretches: Stretch, **more: object) -> Wanted:
    return Wanted.model_validate({"specialties": ("ent",), "windows": stretches, **more})


def day(number: int, begin: int = 0, end: int = 24) -> Stretch:
    if (begin, end) == (0, 24):
        return Stretch(start=date(2026, 3, number), end=date(2026, 3, number))
    return Stretch(
        start=datetime(2026, 3, number, begin, tzinfo=MOSCOW), end=datetime(2026, 3, number, end, tzinfo=MOSCOW)
    )


LATER = slot("2026-03-09T10:00:00+03:00")


@pytest.mark.parametrize(
    ("state", "free", "wish"),
    [
        (wanted(day(3)), [], WaitWish("ent", 0, 0, date(2026, 3, 3), date(2026, 3, 3))),
        (wanted(day(3)), [LATER], WaitWish("ent", 0, 0, date(2026, 3, 3), date(2026, 3, 3))),
        (wanted(day(9)), [LATER], None),
        (wanted(day(3, 9, 12)), [LATER], WaitWish("ent", 0, 0, date(2026, 3, 3), date(2026, 3, 3), (540, 720))),
        (
            wanted(day(3, 17, 20), day(4, 17, 20)),
            [LATER],
            WaitWish("ent", 0, 0, date(2026, 3, 3), date(2026, 3, 4), (1020, 1200)),
        ),
        (
            wanted(day(3, 9, 12), day(5, 17, 20)),
            [LATER],
            WaitWish("ent", 0, 0, date(2026, 3, 3), date(2026, 3, 3), (540, 720)),
        ),
        (wanted(day(3), day(4)), [LATER], WaitWish("ent", 0, 0, date(2026, 3, 3), date(2026, 3, 4))),
        (wanted(asap=True), [LATER], WaitWish("ent", 0, 0, date(2026, 3, 2), date(2026, 3, 8))),
        (wanted(asap=True), [slot("2026-03-03T10:00:00+03:00")], None),
        (wanted(), [], WaitWish("ent")),
        (wanted(day(3), doctors=(8,), branch=2), [], WaitWish("", 8, 2, date(2026, 3, 3), date(2026, 3, 3))),
        (Wanted(), [], None),
    ],
)
def test_what_may_be_waited_for(state: Wanted, free: list[Slot], wish: WaitWish | None) -> None:
    assert wait_wish(state, free, NOW) == wish


@pytest.mark.parametrize(
    "wish",
    [
        WaitWish("gastroenterologist", 0, 2_000_000_000, date(2999, 12, 31), date(2999, 12, 31), (1439, 1440)),
        WaitWish("", 2_000_000_000, 2_000_000_000, date(2026, 3, 2), None, (0, 1)),
        WaitWish("ent", hours=ANY_HOUR),
    ],
)
def test_a_button_carries_the_whole_wish(wish: WaitWish) -> None:
    packed = WaitFor.of(wish).pack()
    assert len(packed.encode()) <= 64
    assert WaitFor.unpack(packed).wish == wish
