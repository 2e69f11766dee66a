"""A claim code in a private chat: it makes a manager, or one thing is said whatever is wrong with it."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from clinic.platform.database import connect
from clinic.platform.tokens import Role, create_token
from sandbox.client import Person
from tests.bot.edge.receptionists import Thinks
from tests.bot.edge.running import Edge, running_bot
from tests.bot.managers.scene import SAY, application, applied, dealt, managers
from tests.sandbox.running import running_sandbox
from tests.support.clock import StillClock
from tests.support.serving import Clinic, running_clinic


async def invited(clinic: Clinic, **asked: object) -> str:
    database = connect(clinic.database_url, 1)
    token = await create_token(database, "console", Role.CONSOLE, clinic.clock)
    await database.close()
    console = await clinic.client(Authorization=f"Bearer {token}")
    answer = await console.post("/managers/invites", json=asked)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["code"])


@asynccontextmanager
async def newcomer(database: str, clock: StillClock, thinks: Thinks) -> AsyncIterator[tuple[Edge, Person, Person]]:
    """Somebody in private, and the same person in the managers' group."""
    async with running_sandbox(clock) as sandbox, running_clinic(database, clock) as clinic:
        nina = await sandbox.telegram.user("Nina", language_code="ru")
        group = await sandbox.telegram.group("Managers", nina)
        async with running_bot(sandbox, clinic, database, clock, thinks, manager_chat_id=group.id) as edge:
            yield edge, nina, nina.in_chat(group.id)


@pytest.mark.parametrize("way", ["command", "link", "alone", "small"])
async def test_a_code_opens_the_managers_group(edge_database: str, clock: StillClock, way: str) -> None:
    thinks = Thinks(free=True)
    async with newcomer(edge_database, clock, thinks) as (edge, nina, in_group):
        await in_group.say("/queue")
        await in_group.wait_for_text(SAY("managers-refused"))
        code = await invited(edge.clinic)
        if way == "link":
            await nina.start(f"claim_{code}")
        else:
            await nina.say({"command": f"/claim {code}", "alone": code, "small": f"вот: {code.lower()}"}[way])
        done = SAY("claim-manager", where=SAY("claim-everywhere"))
        await nina.wait_for_text(done)
        await in_group.wait_for_text(SAY("managers-joined", name="Nina"))
        await in_group.say("/queue")
        await in_group.wait_for_text(SAY("queue-empty"))
        await edge.table.all_done()
        kept = await edge.table.value("SELECT string_agg(memory::text, '') FROM bot.chats")
        kept += str(await edge.table.value("SELECT string_agg(coalesce(payload::text, ''), '') FROM bot.updates"))
        assert code.lower() not in kept.lower()
        assert thinks.asked == []


async def test_wrong_used_and_expired_codes_sound_the_same(
    edge_database: str, clock: StillClock, caplog: pytest.LogCaptureFixture
) -> None:
    thinks = Thinks(free=True)
    async with newcomer(edge_database, clock, thinks) as (edge, nina, _):
        other = await edge.telegram.user("Mara", language_code="ru")
        used, expired = await invited(edge.clinic), await invited(edge.clinic)
        await other.say(f"/claim {used}")
        await other.wait_for_text(SAY("claim-manager", where=SAY("claim-everywhere")))
        clock.advance(minutes=31)
        tries = ["/claim", "/claim hunter2", "/claim FD-AAAAA-AAAAA", f"/claim {used}", f"/claim {expired}"]
        with caplog.at_level(logging.INFO):
            for text in tries:
                await nina.say(text)
                assert (await nina.next_message()).text == SAY("claim-refused")
            for _ in range(3):
                await nina.say("FD-BBBBB-BBBBB")
                assert (await nina.next_message()).text == SAY("claim-refused")
        why = [record.__dict__["why"] for record in caplog.records if record.name.endswith("claim")]
        assert why == ["not_found", "used", "expired", "not_found", "not_found", "quota"]
        assert used not in caplog.text
        assert "AAAAA" not in caplog.text
        assert thinks.asked == []


async def test_a_manager_of_one_branch_decides_there_only(edge_database: str, clock: StillClock) -> None:
    async with managers(edge_database, clock) as scene:
        ours, other = [one["branch_id"] for one in (await scene.clinic.staff.get("/branches")).json()["branches"]][:2]
        nina = await scene.edge.telegram.user("Nina", language_code="ru")
        await scene.olga.act("add_member", member_id=nina.id)
        await nina.say(f"/claim {await invited(scene.clinic, branch_id=ours)}")
        in_group = nina.in_chat(scene.group.id)
        await in_group.wait_for_text(SAY("managers-joined", name="Nina"))
        one = await applied(scene.clinic, branch_id=other)
        await in_group.say("/queue")
        await in_group.wait_for_text(SAY("queue-empty"))
        card = await dealt(scene.olga)
        answer = await in_group.answer(await in_group.press(SAY("queue-approve"), card))
        assert (answer.text, answer.alert) == (SAY("managers-not-yours"), True)
        assert (await application(scene.clinic, one["id"]))["status"] == "proposed"
        mine = await applied(scene.clinic, "telegram:901", branch_id=ours)
        assert f"№ {mine['id']}" in (await dealt(in_group)).text
