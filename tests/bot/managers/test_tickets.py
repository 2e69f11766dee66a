"""Tickets over the local Telegram: from the hand-over to the end, with two managers and a patient."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import pytest

import agent
from agent.turn import Receptionist
from bot.texts import texts
from sandbox.client import Message, Person
from tests.bot.edge.running import Edge, running_bot
from tests.clinic.api.asking import CONSENT, Json
from tests.sandbox.running import running_sandbox
from tests.support.clock import StillClock
from tests.support.serving import Clinic, running_clinic

SAY = texts("ru").say
TAKE, GIVE_BACK, CLOSE = (SAY(f"managers-ticket-{name}") for name in ("take", "give-back", "close"))


@pytest.fixture(scope="module")
def offline() -> Receptionist:
    return agent.build(agent.AgentSettings())


@dataclass
class Scene:
    edge: Edge
    anna: Person
    """A patient who has agreed."""
    olga: Person
    pavel: Person
    """Managers, in their group."""

    @property
    def clinic(self) -> Clinic:
        return self.edge.clinic

    async def ticket(self, number: int = 1) -> Json:
        found: Json = (await self.clinic.staff.get(f"/tickets/{number}")).json()
        return found

    async def card(self, number: int = 1) -> Message:
        return await self.olga.wait_for_text(f"№ {number}: ")

    async def comments(self, count: int, number: int = 1) -> list[tuple[str, str]]:
        """Who wrote what, once there are so many."""
        await self.edge.table.until(
            "SELECT count(*) >= $1 FROM ticket_comments WHERE ticket_id = $2", True, count, number
        )
        return [(each["author"], each["text"]) for each in (await self.ticket(number))["comments"]]

    async def calm(self) -> None:
        """All that was said and told has arrived."""
        await self.edge.table.all_done()
        await self.edge.table.until("SELECT count(*) FROM deliveries WHERE finished_at IS NULL", 0)
        await self.edge.table.all_done()

    async def heard(self) -> list[str]:
        """What the patient has been told so far."""
        return [each.text for each in (await self.anna.look()).from_bot()]


@asynccontextmanager
async def scene(
    database: str, clock: StillClock, receptionist: Receptionist, *, forum: bool = False
) -> AsyncIterator[Scene]:
    async with running_sandbox(clock) as sandbox, running_clinic(database, clock) as clinic:
        telegram = sandbox.telegram
        anna, olga, pavel = [await telegram.user(name, language_code="ru") for name in ("Anna", "Olga", "Pavel")]
        group = await telegram.group("Managers", olga, pavel, forum=forum)
        account = await clinic.patient(f"telegram:{anna.id}")
        assert (await account.post("/consents", json=CONSENT | {"version": SAY("consent-version")})).is_success
        async with running_bot(
            sandbox,
            clinic,
            database,
            clock,
            receptionist,
            manager_chat_id=group.id,
            manager_ids=[olga.id, pavel.id],
        ) as edge:
            yield Scene(edge, anna, olga.in_chat(group.id), pavel.in_chat(group.id))


async def test_from_the_hand_over_to_the_end(edge_database: str, clock: StillClock, offline: Receptionist) -> None:
    async with scene(edge_database, clock, offline) as on:
        await on.anna.say("к лору завтра")
        await on.anna.wait_for_text("Выберите время")
        await on.anna.say("позовите живого человека")
        told = await on.anna.wait_for_text(SAY("ticket-people-asked-for-human"))
        assert "Клиника открыта до 20:00" in told.text
        assert told.labels == [SAY("ticket-to-assistant")]
        card = await on.card()
        assert "просит человека" in card.text
        assert "Врач: ЛОР" in card.text
        assert "позовите живого человека" in card.text
        assert card.labels == [TAKE, GIVE_BACK, CLOSE]

        await on.olga.press(TAKE, card)
        taken = await on.olga.changed(card)
        assert "Ведёт: Olga" in taken.text
        tap = await on.pavel.press(TAKE, card)
        refusal = await on.pavel.answer(tap)
        assert refusal.text == SAY("managers-ticket-taken", who="Olga")
        assert (await on.ticket())["owner"] == f"telegram:{on.olga.id}"

        await on.olga.say("Чем помочь?", reply_to=card)
        answer = await on.anna.wait_for_text("Чем помочь?")
        assert answer.text.startswith(SAY("ticket-from-clinic"))
        assert "Olga" not in answer.text
        await on.anna.say("Нужна справка")
        words = await on.pavel.wait_for_text("Нужна справка")
        assert words.raw["reply_to_message"]["message_id"] == card.id
        await on.pavel.say("Будет готова завтра", reply_to=words)
        await on.anna.wait_for_text("Будет готова завтра")
        assert await on.comments(4) == [
            ("patient", "позовите живого человека"),
            ("clinic", "Чем помочь?"),
            ("patient", "Нужна справка"),
            ("clinic", "Будет готова завтра"),
        ]
        assert (await on.ticket())["owner"] == f"telegram:{on.olga.id}"  # a colleague's word takes nothing away

        await on.olga.press(CLOSE, card)
        closed = await on.anna.wait_for_text(SAY("ticket-closed"))
        assert closed.labels == [SAY("ticket-more")]
        await on.calm()
        end = (await on.olga.look()).message(card.id)
        assert end is not None
        assert (end.labels, "Закрыто" in end.text) == ([], True)
        # The assistant is back.
        await on.anna.say("к окулисту завтра")
        await on.anna.wait_for_text("К офтальмологу")
        assert (await on.ticket())["status"] == "closed"


async def test_a_reply_to_a_closed_ticket_says_that_it_was_not_sent(
    edge_database: str, clock: StillClock, offline: Receptionist
) -> None:
    async with scene(edge_database, clock, offline) as on:
        await on.anna.say("позовите оператора")
        card = await on.card()
        await on.olga.press(CLOSE, card)
        await on.anna.wait_for_text(SAY("ticket-closed"))
        await on.pavel.say("Слушаю вас", reply_to=card)
        await on.pavel.wait_for_text("№ 1 закрыто")
        await on.calm()
        assert not any("Слушаю вас" in text for text in await on.heard())
        tap = await on.pavel.press(GIVE_BACK, card)
        assert (await on.pavel.answer(tap)).text == SAY("managers-ticket-is-closed")


@pytest.mark.parametrize("way", ["words", "reply", "button", "command"])
async def test_a_message_after_the_end_opens_a_ticket_that_continues(
    edge_database: str, clock: StillClock, offline: Receptionist, way: str
) -> None:
    async with scene(edge_database, clock, offline) as on:
        await on.anna.say("позовите оператора")
        first = await on.card()
        await on.olga.say("Слушаю", reply_to=first)
        words = await on.anna.wait_for_text("Слушаю")
        await on.olga.press(CLOSE, first)
        closed = await on.anna.wait_for_text(SAY("ticket-closed"))
        if way == "words":
            await on.anna.say("Забыла спросить про парковку")
        elif way == "reply":
            await on.anna.say("Спасибо", reply_to=words)
        elif way == "button":
            await on.anna.press(SAY("ticket-more"), closed)
            await on.anna.wait_for_text(SAY("ticket-ask"))
            await on.anna.say("Спасибо")
        else:
            await on.anna.say("/write")
            await on.anna.wait_for_text(SAY("ticket-ask"))
            await on.anna.say("болит горло, завтра, но это не запись")
        await on.anna.wait_for_text(SAY("ticket-people-patient-wrote"))
        second = await on.card(2)
        ticket = await on.ticket(2)
        if way != "command":
            assert ticket["follows_id"] == 1
            assert "Продолжение обращения № 1" in second.text
            assert second.raw["reply_to_message"]["message_id"] == first.id
        assert (ticket["human_owned"], ticket["status"]) == (True, "open")


async def test_the_bot_is_silent_while_people_have_it_but_for_emergencies_commands_and_buttons(
    edge_database: str, clock: StillClock, offline: Receptionist
) -> None:
    async with scene(edge_database, clock, offline) as on:
        await on.anna.say("хочу пожаловаться на врача")
        await on.anna.wait_for_text(SAY("ticket-people-complaint"))
        await on.card()
        await on.calm()
        said = len(await on.heard())
        for line in ("к лору завтра", "да", "спасибо", "перезвоните мне пожалуйста"):
            await on.anna.say(line)
        assert (await on.comments(5))[1:] == [
            ("patient", line) for line in ("к лору завтра", "да", "спасибо", "перезвоните мне пожалуйста")
        ]
        await on.calm()
        assert len(await on.heard()) == said
        await on.anna.say("не могу дышать")
        await on.anna.wait_for_text("112")
        assert (await on.comments(6))[-1] == ("patient", "не могу дышать")
        await on.olga.wait_for_text("не могу дышать")
        await on.anna.say("/my")
        await on.anna.wait_for_text("предстоящих записей")
        await on.anna.say("/book")
        await on.anna.wait_for(lambda sight: len(sight.from_bot()) >= said + 3 or None)
        await on.calm()
        assert len(await on.heard()) == said + 3
        await on.anna.send_file("photo", caption="вот снимок")
        assert (await on.comments(7))[-1] == ("patient", "вот снимок")
        await on.anna.wait_for_text(SAY("ticket-caption-only"))
        await on.anna.send_file("photo")
        await on.anna.wait_for_text(SAY("ticket-words-only"))


async def test_giving_back_is_one_button_on_either_side(
    edge_database: str, clock: StillClock, offline: Receptionist
) -> None:
    async with scene(edge_database, clock, offline) as on:
        await on.anna.say("позовите оператора")
        card = await on.card()
        await on.olga.press(GIVE_BACK, card)
        back = await on.anna.wait_for_text(SAY("ticket-assistant-back"))
        await on.anna.say("к лору завтра")
        await on.anna.wait_for_text("Выберите время")
        given = await on.olga.changed(card)
        assert given.labels == [TAKE, CLOSE]
        # The next hand-over goes on in the same ticket, and the patient may end it, too.
        await on.anna.say("позовите оператора")
        again = await on.anna.wait_for(
            lambda sight: next((m for m in sight.from_bot(back.id) if SAY("ticket-to-assistant") in m.labels), None)
        )
        await on.comments(2)
        await on.anna.press(SAY("ticket-to-assistant"), again)
        await on.anna.wait_for(
            lambda sight: next((m for m in sight.from_bot(again.id) if SAY("ticket-assistant-back") in m.text), None)
        )
        assert (await on.ticket())["human_owned"] is False
        await on.calm()
        # A manager who takes it makes the bot silent again, and the patient knows.
        await on.pavel.press(TAKE, (await on.olga.look()).message(card.id))
        await on.anna.wait_for_text(SAY("ticket-people-taken"))
        await on.anna.say("к окулисту завтра")
        assert (await on.comments(3))[-1] == ("patient", "к окулисту завтра")


async def test_a_burst_keeps_its_order(edge_database: str, clock: StillClock, offline: Receptionist) -> None:
    async with scene(edge_database, clock, offline) as on:
        await on.anna.press(SAY("menu-write")) if (await on.anna.look()).keyboard else await on.anna.say("/write")
        await on.anna.wait_for_text(SAY("ticket-ask"))
        lines = [f"строка {number}" for number in range(6)]
        for line in lines:
            await on.anna.say(line)
        assert await on.comments(6) == [("patient", line) for line in lines]
        card = await on.card()
        await on.calm()
        shown = [each.text.partition("\n")[2] for each in (await on.olga.look()).from_bot(card.id)]
        assert shown == lines[1:]
        assert "строка 0" in card.text
        notices = [text for text in await on.heard() if SAY("ticket-people-patient-wrote") in text]
        assert len(notices) == 1


async def test_what_is_no_reply_to_a_ticket_does_nothing(
    edge_database: str, clock: StillClock, offline: Receptionist
) -> None:
    async with scene(edge_database, clock, offline) as on:
        await on.anna.say("не могу дышать")
        alarm = await on.olga.wait_for_text("неотложный")
        await on.anna.say("позовите оператора")
        card = await on.card()
        own = await on.olga.say("Кто ответит?")
        await on.pavel.say("Я", reply_to=own)
        await on.pavel.say("Звоню", reply_to=alarm)
        await on.olga.say("/today", reply_to=card)
        await on.olga.send_file("photo")
        await on.calm()
        assert await on.comments(1) == [("patient", "позовите оператора")]
        assert (await on.ticket())["owner"] is None
        file = await on.olga.act("send_file", kind="photo", content="eA==", name="x.png", caption="")
        assert file is not None


async def test_two_odd_messages_in_a_row_are_handed_over(
    edge_database: str, clock: StillClock, offline: Receptionist
) -> None:
    async with scene(edge_database, clock, offline) as on:
        await on.anna.say("фыв")
        await on.anna.next_message()
        await on.anna.say("йцу")
        await on.anna.wait_for_text(SAY("ticket-people-not-understood"))
        card = await on.card()
        assert "помощник не понял" in card.text
        assert "– фыв" in card.text


async def test_an_answer_that_does_not_arrive_is_told_to_the_managers(
    edge_database: str, clock: StillClock, offline: Receptionist
) -> None:
    async with scene(edge_database, clock, offline) as on:
        await on.anna.say("позовите оператора")
        card = await on.card()
        await on.anna.block()
        await on.olga.say("Слушаю вас", reply_to=card)
        told = await on.olga.wait_for_text("ответ не дошёл")
        assert told.raw["reply_to_message"]["message_id"] == card.id
