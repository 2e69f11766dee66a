"""Views: what is known becomes what is shown, on the branch's clock."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.dialogue.languages import language_of, language_of_code
from bot.dialogue.memory import HISTORY_LINES, KNOWN_OFFERS, Memory, Offer
from bot.dialogue.views.booking import card, held
from bot.dialogue.views.dates import when, zone_in_words
from bot.dialogue.views.proposals import proposals
from bot.dialogue.visit import Visit
from bot.terminal.markup import plain
from bot.texts import Language, texts
from contracts.appointments import Appointment, AppointmentStatus, Hold
from contracts.schedule import Branch, Slot

NOW = datetime(2026, 11, 21, 18, 30, tzinfo=UTC)  # Saturday; already Sunday in Vladivostok
VISIT = datetime(2026, 11, 22, 14, 30, tzinfo=UTC)
BRANCH = Branch(branch_id=1, name="North & South", address="Harbour <4>", time_zone="Asia/Vladivostok")


def slot(number: int = 1, reason: str = "") -> Offer:
    return Offer(
        slot=Slot(
            slot_id=f"slot-number-{number:040}",
            doctor_id=number,
            doctor_name=f"Doctor <{number}>",
            specialty="ent",
            branch_id=1,
            office_number="12",
            time_zone="Asia/Vladivostok",
            start_time=VISIT + timedelta(hours=number),
            end_time=VISIT + timedelta(hours=number, minutes=30),
        ),
        reason=reason,
    )


@pytest.mark.parametrize(
    ("language", "moment", "zone", "expected"),
    [
        ("ru", VISIT, "Europe/Moscow", "завтра, вс 22 ноября, 17:30"),
        ("en", VISIT, "Europe/Moscow", "tomorrow, Sun, November 22, 17:30"),
        ("ru", VISIT, "Asia/Vladivostok", "завтра, пн 23 ноября, 00:30"),
        ("ru", NOW, "Asia/Vladivostok", "сегодня, вс 22 ноября, 04:30"),
        ("ru", NOW + timedelta(days=2), "Europe/Moscow", "послезавтра, пн 23 ноября, 21:30"),
        ("ru", NOW + timedelta(days=3), "Europe/Moscow", "вт 24 ноября, 21:30"),
        ("en", NOW + timedelta(days=60), "Europe/Moscow", "Wed, January 20, 2027, 21:30"),
    ],
)
def test_days_are_the_branchs_days(language: Language, moment: datetime, zone: str, expected: str) -> None:
    assert when(texts(language), moment, zone, NOW) == expected


def test_the_zone_is_told_with_the_offset_of_the_day() -> None:
    summer, winter = datetime(2026, 7, 1, tzinfo=UTC), datetime(2026, 12, 1, tzinfo=UTC)
    assert zone_in_words(texts("en"), summer, "Europe/Berlin") == "Berlin, UTC+2"
    assert zone_in_words(texts("ru"), winter, "Europe/Berlin") == "Берлин, UTC+1"
    assert zone_in_words(texts("en"), winter, "Asia/Kolkata") == "Kolkata, UTC+5:30"
    assert zone_in_words(texts("en"), winter, "America/St_Johns") == "St. John’s, UTC-3:30"
    assert zone_in_words(texts("en"), winter, "UTC") == "UTC, UTC+0"


@pytest.mark.parametrize("branch", [BRANCH, None])
@pytest.mark.parametrize("status", list(AppointmentStatus))
def test_the_card_has_everything_to_come_by_whatever_the_state(
    status: AppointmentStatus, branch: Branch | None
) -> None:
    appointment = Appointment(
        **slot().slot.model_dump(), id=41, client_id=5, patient_name=None, note=None, status=status,
        created_at=NOW, updated_at=NOW,
    )  # fmt: skip
    shown = plain(card(texts("ru"), Visit(appointment, branch=branch)).text)
    for words in ("ЛОР: Doctor <1>", "понедельник, 23 ноября 2026", "01:30–02:00", "Владивосток, UTC+10",
                  "каб. 12", "№ 41"):  # fmt: skip
        assert words in shown
    assert ("Harbour <4>" in shown) is (branch is not None)
    assert ("Вы записаны" in shown) is (status is AppointmentStatus.CONFIRMED)


def test_a_hold_shows_its_deadline_on_the_branchs_clock() -> None:
    hold = Hold(**slot().slot.model_dump(), hold_id=7, client_id=5, expires_at=NOW + timedelta(minutes=10))
    screen = held(texts("en"), hold, BRANCH, NOW)
    assert "until 04:40" in screen.text
    assert [button.data.pack() for button in screen.buttons] == ["ok:7", "no:7", "w"]


def test_a_proposal_fits_a_telegram_message_whatever_a_model_wrote() -> None:
    offers = [slot(number, "<why> " * 500) for number in range(20)]
    screen = proposals(texts("ru"), "<i> words " * 2000, offers, {1: BRANCH}, NOW)
    assert len(plain(screen.text)) <= 4096
    assert len(screen.buttons) == 9  # the last one leads to more days
    assert all(len(button.data.pack().encode()) <= 64 for button in screen.buttons)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("болит горло", "ru"),
        ("sore throat", "en"),
        ("хочу к врачу Smith", "ru"),
        ("17:30", None),
        ("ok", None),
        ("да", None),
        ("щдл old", None),
        ("", None),
        ("pfgbibnt vtyz yf pfdnhf", "ru"),
    ],
)
def test_the_language_of_words_is_seen_by_their_letters(text: str, language: Language | None) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("code", "language"), [("ru", "ru"), ("en-GB", "en"), ("RU-ru", "ru"), ("de", None), (None, None)]
)
def test_telegrams_language_code(code: str | None, language: Language | None) -> None:
    assert language_of_code(code) == language


def test_memory_keeps_the_newest_lines_and_offers_only() -> None:
    memory = Memory()
    for number in range(50):
        memory.say("patient", str(number))
        memory.show([slot(number)])
    assert [line.text for line in memory.said()] == [str(number) for number in range(50 - HISTORY_LINES, 50)]
    assert len(memory.offers) == KNOWN_OFFERS
    assert memory.shown == [slot(49).slot.slot_id]
    assert memory.offer(slot(48).slot.slot_id) == slot(48)
    assert Memory.model_validate(memory.model_dump(mode="json")) == memory
