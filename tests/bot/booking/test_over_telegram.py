"""The way of buttons over the local Telegram: reply key, consent, one message that changes, file and pin."""

import re

import pytest

from contracts.appointments import AppointmentStatus
from sandbox.client.person import Person
from sandbox.client.sight import Message, Sight
from tests.bot.edge.running import running_edge
from tests.bot.receptionists import ProposesNearest
from tests.support.clock import StillClock

RU = ("Записаться", "Даю согласие", "Стоматолог", "3", "Вечер", "17:30", "Да, записать меня", "Вы записаны",
      "Перенести", "Другие дни", "4", "Утро", "10:00", "Да, перенести", "Запись перенесена", "Отменить", "Да, отменить",
      "Запись отменена", "Записаться снова")  # fmt: skip
EN = ("Book", "I agree", "Dentist", "3", "Evening", "17:30", "Book it", "Your visit is booked", "Move",
      "Other days", "4", "Morning", "10:00", "Yes, move it", "Your appointment is moved", "Cancel", "Yes, cancel it",
      "The appointment is cancelled", "Book again")  # fmt: skip


async def tap(person: Person, screen: Message, words: str) -> Message:
    """Tap the button that begins with the words or has that time; the same message as it is then."""
    label = next(one for one in screen.labels if one.startswith(words) or re.search(rf"\b{words}\b", one))
    await person.press(label, screen)
    return await person.changed(screen)


@pytest.mark.parametrize(("language", "words"), [("ru", RU), ("en", EN)])
async def test_book_move_and_cancel_by_buttons_only(
    edge_database: str, clock: StillClock, language: str, words: tuple[str, ...]
) -> None:
    (key, agree, specialty, day, part, time, confirm, booked, move, others, other_day, other_part, other_time, sure,
     moved, cancel, really, cancelled, again) = words  # fmt: skip
    async with running_edge(edge_database, clock, receptionist=ProposesNearest("ent")) as edge:
        anna = await edge.telegram.user("Anna", language_code=language)
        await anna.start()
        await anna.next_message()
        await anna.press(key)
        await anna.wait_for(lambda sight: any(agree in one.labels for one in sight.from_bot()))
        await anna.press(agree)
        screen = await anna.wait_for(lambda sight: having(sight, specialty))

        for label in (specialty, day, part, time):
            screen = await tap(anna, screen, label)
        held = screen
        assert held.button(confirm).style == "success"  # type: ignore[union-attr]
        card = await tap(anna, held, confirm)
        assert booked in card.text
        file = await anna.wait_for(lambda sight: next((m for m in sight.from_bot() if "document" in m.raw), None))
        assert (await anna.file(file)).startswith(b"BEGIN:VCALENDAR")
        pin = await anna.wait_for(lambda sight: next((m for m in sight.from_bot() if "venue" in m.raw), None))
        assert pin.raw["venue"]["title"] == "Клиника на Садовой"

        await anna.press_data(held, held.button(confirm).callback_data or "")  # type: ignore[union-attr]
        await edge.table.all_done()
        again_shown = (await anna.look()).message(card.id)
        assert again_shown is not None
        assert again_shown.text == card.text
        files = [one for one in (await anna.look()).from_bot() if "document" in one.raw]
        assert len(files) == 1

        screen = card
        for label in (move, others, other_day, other_part, other_time, sure):
            screen = await tap(anna, screen, label)
        assert moved in screen.text
        assert screen.button(cancel).style == "danger"  # type: ignore[union-attr]
        screen = await tap(anna, screen, cancel)
        screen = await tap(anna, screen, really)
        assert cancelled in screen.text
        assert screen.labels == [again]
        (mine,) = (await edge.clinic.staff.get("/appointments")).json()["appointments"]
        assert mine["status"] == AppointmentStatus.CANCELLED
        assert mine["start_time"] == "2026-03-04T10:00:00+03:00"


def having(sight: Sight, label: str) -> Message | None:
    return next((one for one in sight.from_bot() if label in one.labels), None)
