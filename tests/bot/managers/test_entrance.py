"""Who comes into the managers' group: those with rights; everybody else is refused, briefly, and logged by number."""

import logging
from typing import Any

import pytest

from bot.texts import texts
from sandbox.client import Person
from tests.bot.edge.running import Edge, running_bot
from tests.bot.receptionists import Says
from tests.sandbox.running import TOKEN, running_sandbox
from tests.support.clock import StillClock
from tests.support.serving import running_clinic

SAY = texts("ru").say


async def asked_for_a_call(edge: Edge, patient: Person) -> None:
    account = await edge.clinic.patient(f"telegram:{patient.id}")
    consent = {"version": "1", "text_sha256": "0" * 64, "language": "ru"}
    assert (await account.post("/consents", json=consent)).is_success
    assert (await account.put("/contact", json={"phone": "+79161234567"})).is_success
    assert (await account.post("/call-requests", json={})).is_success


async def test_a_strangers_button_is_refused_and_a_managers_is_not(
    edge_database: str, clock: StillClock, caplog: pytest.LogCaptureFixture
) -> None:
    async with running_sandbox(clock) as sandbox, running_clinic(edge_database, clock) as clinic:
        anna = await sandbox.telegram.user("Anna", language_code="ru")
        boss = await sandbox.telegram.user("Olga", language_code="ru")
        stranger = await sandbox.telegram.user("Zed", language_code="ru")
        group = await sandbox.telegram.group("Managers", boss, stranger)
        ids: dict[str, Any] = {"manager_chat_id": group.id, "manager_ids": [boss.id]}
        async with running_bot(sandbox, clinic, edge_database, clock, Says("Hm."), **ids) as edge:
            await asked_for_a_call(edge, anna)
            outsider, manager = stranger.in_chat(group.id), boss.in_chat(group.id)
            card = await outsider.wait_for_text("+79161234567")
            with caplog.at_level(logging.WARNING):
                tapped = await outsider.press(SAY("managers-call-done-button"), card)
                answer = await outsider.answer(tapped)
            assert (answer.text, answer.alert) == (SAY("managers-not-yours"), True)
            refusals = [record for record in caplog.records if "refused" in record.getMessage()]
            assert [record.__dict__["user"] for record in refusals] == [stranger.id]
            assert "Zed" not in caplog.text
            await manager.press(SAY("managers-call-done-button"), card)
            assert (await manager.changed(card)).labels == []


async def test_a_strangers_command_is_answered_once_in_ten_minutes(edge_database: str, clock: StillClock) -> None:
    async with running_sandbox(clock) as sandbox, running_clinic(edge_database, clock) as clinic:
        boss = await sandbox.telegram.user("Olga", language_code="ru")
        stranger = await sandbox.telegram.user("Zed", language_code="ru")
        group = await sandbox.telegram.group("Managers", boss, stranger)
        ids: dict[str, Any] = {"manager_chat_id": group.id, "manager_ids": [boss.id]}
        async with running_bot(sandbox, clinic, edge_database, clock, Says("Hm."), **ids) as edge:
            outsider = stranger.in_chat(group.id)
            await outsider.say("Как дела?")
            await outsider.say("/queue@some_other_bot")
            await outsider.say("/queue")
            refused = await outsider.wait_for_text(SAY("managers-refused"))
            await outsider.say("/today")
            await sandbox.telegram.taken()
            await edge.table.all_done()
            assert [each.id for each in (await outsider.look()).from_bot()] == [refused.id]


async def test_who_hides_is_nobody_and_talk_in_a_topic_is_no_reply(edge_database: str, clock: StillClock) -> None:
    async with running_sandbox(clock) as sandbox, running_clinic(edge_database, clock) as clinic:
        boss = await sandbox.telegram.user("Olga", language_code="ru")
        group = await sandbox.telegram.group("Managers", boss)
        ids: dict[str, Any] = {"manager_chat_id": group.id, "manager_ids": [boss.id]}
        async with running_bot(sandbox, clinic, edge_database, clock, Says("Hm."), **ids) as edge:
            chat = {"id": group.id, "type": "supergroup", "title": "Managers"}
            bot_id = int(TOKEN.partition(":")[0])
            bot = {"id": bot_id, "is_bot": True, "first_name": "Clinic"}
            topic = {"message_id": 900, "date": 1, "chat": chat, "from": bot}
            topic["forum_topic_created"] = {"name": "Queue", "icon_color": 7322096}
            stranger = {"id": 77, "is_bot": False, "first_name": "Zed"}
            talk = {
                "message_id": 901,
                "date": 2,
                "chat": chat,
                "from": stranger,
                "text": "Hi",
                "reply_to_message": topic,
            }
            hidden = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
            command = {
                "message_id": 902,
                "date": 3,
                "chat": chat,
                "from": hidden,
                "sender_chat": chat,
                "text": "/queue",
            }
            await sandbox.telegram.add_update({"message": talk})
            await sandbox.telegram.add_update({"message": command})
            manager = boss.in_chat(group.id)
            said = await manager.wait_for_text(SAY("managers-anonymous"))
            await edge.table.all_done()
            assert [each.id for each in (await manager.look()).from_bot()] == [said.id]
