"""Rooms of branches and topics of forums: what goes where, what Telegram may refuse, and a group that moves."""

from typing import Any

import httpx

from sandbox.client import Message, Person
from tests.bot.edge.running import running_bot
from tests.bot.managers.scene import SAY, Scene, applied, dealt, managers
from tests.bot.managers.test_digest import digest_with, plain
from tests.bot.managers.test_entrance import asked_for_a_call
from tests.bot.receptionists import Says
from tests.sandbox.running import TOKEN
from tests.support.clock import StillClock

ROOMS = "SELECT count(*) FROM bot.rooms"
TOPICS = f"{ROOMS} WHERE queue_topic + tickets_topic + alerts_topic IS NOT NULL"


async def topic_of(scene: Scene, name: str) -> int:
    calls = await scene.edge.telegram.calls("createForumTopic")
    assert [each["arguments"]["name"] for each in calls].count(SAY(f"managers-topic-{name}")) == 1
    return int((await scene.edge.table.rows("SELECT * FROM bot.rooms"))[0][f"{name}_topic"])


async def call_told(scene: Scene, person: Person) -> Message:
    await asked_for_a_call(scene.edge, person)
    return await scene.olga.wait_for_text("+79161234567")


async def test_a_forum_gets_its_topics_once(edge_database: str, clock: StillClock) -> None:
    async with managers(edge_database, clock, forum=True, digest_every=0.05) as scene:
        await scene.edge.table.until(TOPICS, 1)
        anna = await scene.edge.telegram.user("Anna", language_code="ru")
        assert (await call_told(scene, anna)).topic == await topic_of(scene, "alerts")
        one = await applied(scene.clinic)
        queue = scene.olga.in_chat(scene.group.id, await topic_of(scene, "queue"))
        card = await dealt(queue)
        assert f"№ {one['id']}" in card.text
        assert card.topic == await topic_of(scene, "queue")  # answered where it was asked
        await scene.olga.in_chat(scene.group.id).say("/queue")
        scene.edge.stop.set()
        await scene.edge.running
        again: dict[str, Any] = {"manager_chat_id": scene.group.id, "manager_ids": [scene.olga.id]}
        async with running_bot(
            scene.edge.sandbox, scene.clinic, edge_database, clock, Says("Hm."), **again
        ) as restarted:
            await restarted.table.all_done()
        assert len(await scene.edge.telegram.calls("createForumTopic")) == 3


async def test_a_topic_that_was_deleted_loses_no_message(edge_database: str, clock: StillClock) -> None:
    async with managers(edge_database, clock, forum=True) as scene:
        await scene.edge.table.until(TOPICS, 1)
        lost = await topic_of(scene, "alerts")
        async with httpx.AsyncClient(base_url=scene.edge.sandbox.url, trust_env=False) as bot:
            gone = {"chat_id": scene.group.id, "message_thread_id": lost}
            assert (await bot.post(f"/bot{TOKEN}/deleteForumTopic", json=gone)).is_success
        anna = await scene.edge.telegram.user("Anna", language_code="ru")
        assert (await call_told(scene, anna)).topic is None
        await scene.edge.telegram.called("createForumTopic", 4)
        await scene.edge.table.until(TOPICS, 1)


async def test_a_forum_without_rights_is_one_general_topic(edge_database: str, clock: StillClock) -> None:
    async with managers(edge_database, clock, forum=True, administrators=False) as scene:
        await scene.edge.telegram.called("createForumTopic")
        anna = await scene.edge.telegram.user("Anna", language_code="ru")
        assert (await call_told(scene, anna)).topic is None
        await scene.olga.act("promote", member_id=int(TOKEN.partition(":")[0]))
        await scene.edge.table.until(TOPICS, 1)


async def test_a_branch_has_a_room_of_its_own(edge_database: str, clock: StillClock) -> None:
    async with managers(edge_database, clock, digest_every=0.05) as scene:
        group = await scene.edge.telegram.group("Branch", scene.olga, scene.stranger)
        there, outsider = scene.olga.in_chat(group.id), scene.stranger.in_chat(group.id)
        branches = (await scene.clinic.staff.get("/branches")).json()["branches"]
        await outsider.say("/here 1")
        await there.say("/queue")
        await there.say("/here")
        which = await there.wait_for_text(SAY("managers-here-which"))
        assert f"/here {branches[1]['branch_id']} – {branches[1]['name']}" in which.text
        assert await scene.edge.table.value(ROOMS) == 1
        await there.say(f"/here {branches[1]['name']}")
        await there.wait_for_text(SAY("managers-here-done", branch=branches[1]["name"]))
        ours = await applied(scene.clinic, "telegram:900", branch_id=branches[1]["branch_id"])
        other = await applied(scene.clinic, "telegram:901", branch_id=branches[0]["branch_id"])
        assert f"№ {ours['id']}" in (await dealt(there)).text
        await there.wait_for_text(plain(SAY("digest-waiting", count=1)))
        await digest_with(scene, plain(SAY("digest-waiting", count=2)))  # the room of all branches counts all
        assert f"№ {other['id']}" in (await dealt(scene.pavel)).text
        assert SAY("managers-refused") not in str([each.text for each in await there.messages()])


async def test_a_room_is_followed_when_its_group_moves(edge_database: str, clock: StillClock) -> None:
    async with managers(edge_database, clock, digest_every=0.05) as scene:
        await digest_with(scene, SAY("digest-empty"))
        moved = await scene.olga.act("upgrade_group")
        there = scene.olga.in_chat(moved["id"])
        await scene.edge.table.until("SELECT chat_id FROM bot.rooms", moved["id"])
        one = await applied(scene.clinic)
        await there.wait_for_text(plain(SAY("digest-waiting", count=1)))
        pins = await scene.edge.telegram.called("pinChatMessage", 2)
        assert pins[-1]["arguments"]["chat_id"] == str(moved["id"])
        assert f"№ {one['id']}" in (await dealt(there)).text
