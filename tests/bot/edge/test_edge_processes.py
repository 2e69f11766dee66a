"""Several processes, orderly ends, webhooks, a database that goes away."""

import asyncio
import socket
import time

import httpx
import pytest

from bot.main.settings import WebhookSettings
from tests.bot.edge.receptionists import Thinks
from tests.bot.edge.running import Table, running_bot, running_edge
from tests.bot.edge.test_edge_words import agreed
from tests.bot.receptionists import Says
from tests.sandbox.running import running_sandbox
from tests.support.clock import StillClock
from tests.support.serving import running_clinic

SECRET = "a-secret-of-our-webhook"


async def test_the_second_process_takes_over_when_the_first_one_ends(edge_database: str, clock: StillClock) -> None:
    mind = Says("Hm.")
    async with (
        running_sandbox(clock) as sandbox,
        running_clinic(edge_database, clock) as clinic,
        running_bot(sandbox, clinic, edge_database, clock, mind) as first,
    ):
        anna = await sandbox.telegram.user("Anna", language_code="en")
        await anna.start()
        await anna.next_message()
        async with running_bot(sandbox, clinic, edge_database, clock, mind) as second:
            assert (await second.health()).json()["state"] == "standby"
            assert (await first.health()).json()["state"] == "active"
            first.stop.set()
            await asyncio.wait([first.running])
            began = time.monotonic()
            await anna.say("/help")
            await anna.next_message()
            assert time.monotonic() - began < 5
            assert (await second.health()).json()["state"] == "active"


async def test_a_lost_database_loses_no_update(edge_database: str, clock: StillClock) -> None:
    """All of the bot's connections end at once, twice, in the middle of a thought."""
    mind = Thinks(free=True)
    async with running_edge(edge_database, clock, receptionist=mind) as edge:
        anna = await agreed(edge, "Anna")
        mind.may_answer.clear()
        await anna.say("my ear hurts")
        await mind.thinks_of("my ear hurts")
        for _ in range(2):
            asked = len(mind.asked)
            await edge.table.rows(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid() AND query LIKE '%bot.%' "
                "OR application_name = 'frontdesk bot' AND datname = current_database()"
            )
            await mind.thinks_again(asked)
        mind.may_answer.set()
        await anna.wait_for_text("Answer to my ear hurts")
        await edge.table.all_done()
        answers = [message for message in await anna.messages() if message.text == "Answer to my ear hurts"]
        assert len(answers) == 1


async def test_an_orderly_end_waits_for_nobody_too_long(edge_database: str, clock: StillClock) -> None:
    """A thought that does not end is dropped; its words are answered after the next start."""
    mind = Thinks(free=True)
    async with running_sandbox(clock) as sandbox, running_clinic(edge_database, clock) as clinic:
        async with running_bot(sandbox, clinic, edge_database, clock, mind, stop_seconds=1.0) as edge:
            anna = await agreed(edge, "Anna")
            mind.may_answer.clear()
            await anna.say("my ear hurts")
            await mind.thinks_of("my ear hurts")
            began = time.monotonic()
            edge.stop.set()
            async with asyncio.timeout(8):
                await asyncio.wait([edge.running])
            assert time.monotonic() - began < 5
        table = Table(edge_database)
        assert await table.value("SELECT count(*) FROM bot.updates WHERE state = 'pending'") == 1
        async with running_bot(sandbox, clinic, edge_database, clock, mind):
            mind.may_answer.set()
            await anna.wait_for_text("Answer to my ear hurts")


async def test_an_orderly_end_finishes_what_has_begun(edge_database: str, clock: StillClock) -> None:
    mind = Thinks(free=True)
    async with running_edge(edge_database, clock, receptionist=mind) as edge:
        anna = await agreed(edge, "Anna")
        mind.may_answer.clear()
        await anna.say("my ear hurts")
        await mind.thinks_of("my ear hurts")
        edge.stop.set()
        mind.may_answer.set()
        await asyncio.wait([edge.running])
        await anna.wait_for_text("Answer to my ear hurts")
        assert await edge.table.value("SELECT count(*) FROM bot.sends WHERE outcome IS NULL") == 0


async def test_telegram_calls_us_with_our_secret(edge_database: str, clock: StillClock, free_port: int) -> None:
    webhook = {"url": f"http://127.0.0.1:{free_port}/telegram/hook", "secret": SECRET}
    async with running_edge(
        edge_database,
        clock,
        receptionist=Says("Hm."),
        at_port=free_port,
        webhook=WebhookSettings.model_validate(webhook),
    ) as edge:
        anna = await edge.telegram.user("Anna", language_code="en")
        await anna.start()
        await anna.next_message()
        async with httpx.AsyncClient(trust_env=False) as stranger:
            header = "X-Telegram-Bot-Api-Secret-Token"
            body = {"update_id": 5}
            assert (await stranger.post(webhook["url"], json=body)).status_code == 401
            assert (await stranger.post(webhook["url"], json=body, headers={header: "guessed"})).status_code == 401
            known = {header: SECRET}
            assert (await stranger.post(webhook["url"], content=b"{", headers=known)).status_code == 400
            huge = b" " * (1024 * 1024 + 1)
            assert (await stranger.post(webhook["url"], content=huge, headers=known)).status_code == 413
        assert await edge.table.value("SELECT count(*) FROM bot.updates WHERE update_id = 5") == 0


async def test_a_process_that_stands_by_receives_for_the_one_that_works(
    edge_database: str, clock: StillClock, free_port: int
) -> None:
    webhook = WebhookSettings.model_validate({"url": f"http://127.0.0.1:{free_port}/hook", "secret": SECRET})
    async with (
        running_sandbox(clock) as sandbox,
        running_clinic(edge_database, clock) as clinic,
        running_bot(sandbox, clinic, edge_database, clock, Says("Hm."), webhook=webhook) as working,
    ):
        anna = await sandbox.telegram.user("Anna", language_code="en")
        async with running_bot(
            sandbox, clinic, edge_database, clock, Says("Hm."), webhook=webhook, at_port=free_port
        ) as receiving:
            await anna.start()
            await anna.next_message()
            assert (await receiving.health()).json()["state"] == "standby"
            assert (await working.health()).json()["state"] == "active"


@pytest.fixture
def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])
