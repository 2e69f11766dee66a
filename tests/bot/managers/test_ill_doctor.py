"""The doctor falls ill at 7:30: twenty patients in the sandbox, who answer by their habits, and two managers.

Run with -s to read how many calls are left, and how long the block took.
"""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from bot.managers.blocks.callbacks import DoUndo
from bot.texts import texts
from clinic.main.parts import Parts, make_parts
from sandbox.client import Message, Person, Sight
from tests.bot.edge.running import Edge, running_bot
from tests.bot.receptionists import Says
from tests.clinic.api.asking import book, registered
from tests.clinic.blocks.ill import IVANOVA, MORNING, opened, to_call, worked
from tests.sandbox.running import running_sandbox
from tests.support.clock import StillClock
from tests.support.serving import clinic_settings, running_clinic

SAY = texts("ru").say
NINE = MORNING + timedelta(minutes=90)
STEP = timedelta(minutes=30)
ACCEPTING, MOVING, CANCELLING, SILENT = 15, 2, 1, 1


@dataclass
class Scene:
    edge: Edge
    parts: Parts
    boss: Person
    other: Person

    async def news(self) -> None:
        """The worker has done its part, and the bot has told everybody."""
        await worked(self.parts)
        self.parts.clock.advance(seconds=4)  # type: ignore[attr-defined]  # the clock is the test's
        await self.parts.blocks.tell_boards(self.parts.clock())
        await self.edge.table.until("SELECT count(*) FROM deliveries WHERE finished_at IS NULL", 0)
        await self.edge.table.all_done()


@asynccontextmanager
async def ill(edge_database: str, clock: StillClock) -> AsyncIterator[Scene]:
    async with running_sandbox(clock) as sandbox, running_clinic(edge_database, clock) as clinic:
        boss = await sandbox.telegram.user("Olga", language_code="ru")
        other = await sandbox.telegram.user("Egor", language_code="ru")
        group = await sandbox.telegram.group("Managers", boss, other)
        parts = make_parts(clinic_settings(edge_database, pool_size=4), clock)
        await opened(parts.database)
        clock.now = MORNING
        ids: dict[str, Any] = {"manager_chat_id": group.id, "manager_ids": [boss.id, other.id]}
        async with running_bot(sandbox, clinic, edge_database, clock, Says("Hm."), **ids) as edge:
            yield Scene(edge, parts, boss.in_chat(group.id), other.in_chat(group.id))
        await parts.database.close()


async def with_visit(scene: Scene, number: int, doctor_id: int = IVANOVA) -> Person:
    """Somebody who talks to the bot, and has a visit."""
    clinic = scene.edge.clinic
    person = await scene.edge.telegram.user(f"P{number}", language_code="ru")
    await person.start()
    await person.next_message()
    client, client_id = await registered(clinic, f"telegram:{person.id}")
    assert (await client.put("/contact", json={"phone": f"+7916{number:07}", "verified": True})).status_code == 200
    await book(client, (NINE + number * STEP).isoformat(), doctor_id, client_id=client_id)
    return person


async def blocked(scene: Scene, words: str) -> Message:
    """The board, after a preview and a yes."""
    await scene.boss.say(words)
    preview = await scene.boss.wait_for_text(SAY("block-sure"))
    await scene.boss.press(SAY("block-yes"), preview)
    return await scene.boss.changed(preview)


async def test_twenty_visits_and_what_is_left_to_call(edge_database: str, clock: StillClock) -> None:
    async with ill(edge_database, clock) as scene:
        people = [await with_visit(scene, number) for number in range(ACCEPTING + MOVING + CANCELLING + SILENT)]
        await book(scene.edge.clinic.staff, (NINE + 19 * STEP).isoformat(), IVANOVA, patient_name="By Telephone")
        await scene.boss.say("/block Иванова сегодня")
        preview = await scene.boss.wait_for_text("Это затронет 20 записей")
        assert "Из них 2 начнутся в ближайшие два часа" in preview.text
        assert "сделана по телефону" in preview.text
        began = time.perf_counter()
        await scene.boss.press(SAY("block-yes"), preview)
        board = await scene.boss.changed(preview)
        took = time.perf_counter() - began
        assert "ищем другое время: 20" in board.text
        began = time.perf_counter()
        await scene.news()
        told = time.perf_counter() - began
        offers = [
            await person.wait_for_text(SAY("offer-accept")) if False else await offered(person) for person in people
        ]
        for person, offer in zip(people[:ACCEPTING], offers, strict=False):
            await person.press(SAY("offer-accept"), offer)
        for person, offer in zip(people[ACCEPTING : ACCEPTING + MOVING], offers[ACCEPTING:], strict=False):
            await moves(person, offer)
        await cancels(people[ACCEPTING + MOVING], offers[ACCEPTING + MOVING])
        await scene.edge.table.all_done()
        await scene.news()
        shown = (await scene.boss.look()).message(board.id)
        assert shown is not None
        for line in ("согласились на другое время: 15", "перенесены иначе: 2", "отменены: 1", "ещё не ответили: 1"):
            assert line in shown.text
        assert "Осталось позвонить: 1" in shown.text
        calls = await to_call(scene.edge.clinic)
        assert [call["patient_name"] for call in calls] == ["By Telephone"]
        print(  # noqa: T201 - what is measured
            f"\n20 visits: {len(calls)} call left, 1 patient silent with a time held; "
            f"the block took {took:.2f} s, all offers were told after {told:.2f} s"
        )
        # At half past four the silent one's visit is two hours ahead: nobody waits for the answer any more.
        clock.now = NINE + 18 * STEP - timedelta(hours=2)
        await worked(scene.parts)
        assert len(await to_call(scene.edge.clinic)) == 2
        await scene.boss.press(SAY("block-phones", count=1), shown)
        phones = await scene.boss.wait_for_text("Кому позвонить: I. Ivanova")
        assert "By Telephone" in phones.text
        assert "+79160000018" in phones.text
        await scene.boss.press(phones.labels[0], phones)
        rest = await scene.boss.changed(phones)
        assert "(1)" in rest.text


async def offered(person: Person) -> Message:
    """The message with the held time."""

    def find(sight: Sight) -> Message | None:
        return next((one for one in sight.from_bot() if SAY("offer-accept") in one.labels), None)

    return await person.wait_for(find)


async def moves(person: Person, offer: Message) -> None:
    """Another time: the first of those that are shown."""
    await person.press(SAY("offer-other"), offer)
    times = await person.changed(offer)
    await person.press(times.labels[0], times)
    asked = await person.changed(times)
    await person.press(asked.labels[0], asked)
    await person.changed(asked)


async def cancels(person: Person, offer: Message) -> None:
    await person.press(SAY("offer-cancel-visit"), offer)
    sure = await person.changed(offer)
    await person.press(sure.labels[0], sure)
    await person.changed(sure)


async def test_undone_by_a_button(edge_database: str, clock: StillClock) -> None:
    async with ill(edge_database, clock) as scene:
        stays, changed = await with_visit(scene, 6), await with_visit(scene, 7)
        board = await blocked(scene, "/block Иванова сегодня")
        await scene.news()
        await changed.press(SAY("offer-accept"), await offered(changed))
        offer = await offered(stays)
        await scene.edge.table.all_done()
        await scene.news()
        shown = (await scene.boss.look()).message(board.id)
        assert shown is not None
        await scene.boss.press(SAY("block-undo"), shown)
        sure = await scene.boss.changed(shown)
        assert "1 запись вернётся на своё время" in sure.text
        assert "1 пациент уже решил иначе" in sure.text
        await scene.boss.press(SAY("block-undo-yes"), sure)
        over = await scene.boss.changed(sure)
        assert SAY("block-undone").replace("<b>", "").replace("</b>", "") in over.text
        assert "остались как были: 1" in over.text
        assert SAY("block-undo") not in over.labels
        await scene.news()
        told = await stays.wait_for_text(SAY("rebooking-undone"))
        assert "12:00" in told.text
        offer_now = (await stays.look()).message(offer.id)
        assert offer_now is not None
        assert SAY("offer-accept") not in offer_now.labels
        # A second tap on the old confirmation shows how it stands.
        await scene.other.press_data(over, DoUndo(block=1).pack())
        await scene.edge.table.all_done()
        again = (await scene.boss.look()).message(board.id)
        assert again is not None
        assert again.text == over.text


async def test_step_by_step_and_two_managers(edge_database: str, clock: StillClock) -> None:
    async with ill(edge_database, clock) as scene:
        await with_visit(scene, 6)
        await scene.boss.say("/block Ивонова")
        days = await scene.boss.wait_for_text("В какой день?")
        assert "I. Ivanova" in days.text
        await scene.boss.press(days.labels[0], days)
        hours = await scene.boss.changed(days)
        await scene.boss.press(SAY("block-range"), hours)
        start = await scene.boss.changed(hours)
        await scene.boss.press("11:00", start)
        end = await scene.boss.changed(start)
        await scene.boss.press("14:00", end)
        preview = await scene.boss.changed(end)
        assert "11:00-14:00" in preview.text
        assert "Это затронет 1 запись" in preview.text
        await scene.boss.press(SAY("block-yes"), preview)
        await scene.boss.changed(preview)
        await scene.other.say("/block Ivanova 12:00-13:00")
        standing = await scene.other.wait_for_text("Приём этого врача уже закрыт: Olga, 07:30")
        await scene.other.press(SAY("block-board"), standing)
        assert "ищем другое время: 1" in (await scene.other.changed(standing)).text
        await scene.other.say("/block Кузнецов сегодня")
        await scene.other.wait_for_text(SAY("block-nobody"))
        await scene.other.say("/unblock")
        which = await scene.other.wait_for_text(SAY("block-which-undo"))
        assert which.labels == ["I. Ivanova, сегодня, вт 3 марта, 11:00-14:00"]
