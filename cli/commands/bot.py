"""Run the Telegram bot in this process."""

import asyncio
import time
from collections.abc import Sequence
from typing import Literal

from bot.late_receptionist import LateReceptionist
from bot.main.run import BotSettings, TokenRefused, run_bot
from bot.migrations import runner
from cli import bot_logs, event_loop
from cli.bot_settings import bot_settings
from cli.environment import Environment
from cli.loopback import answers_ok, listen
from cli.on_database import failures_in_words, place
from cli.running import Failed, database, read_environment

ANSWER_SECONDS = 2.0
POLL_SECONDS = 0.1


def serve(host: str, port: int, lang: Literal["ru", "en"], after: Sequence[str]) -> None:
    """Until a signal comes. `after`: addresses that must answer 200 first."""
    environment = read_environment()
    token = environment.telegram_bot_token
    if not token:
        raise Failed(
            "TELEGRAM_BOT_TOKEN is not set: write /newbot to @BotFather in Telegram and put the token that it gives "
            "into .env. Without a bot of your own: frontdesk demo."
        )
    bot_logs.configure(environment.log_level, environment.log_format)
    listen(host, port).close()
    with database(environment) as url, failures_in_words(url):
        event_loop.run(_newest_schema(environment, url))
        for address in after:
            _wait_for(address)
        asyncio.run(_run(bot_settings(environment, token, url, host, port, lang)))


async def _run(settings: BotSettings) -> None:
    receptionist = LateReceptionist(settings.agent)
    try:
        await run_bot(settings, receptionist=receptionist)
    except TokenRefused as refused:
        raise Failed("Telegram does not know this TELEGRAM_BOT_TOKEN: see frontdesk check.") from refused
    finally:
        await receptionist.aclose()


async def _newest_schema(environment: Environment, url: str) -> None:
    if not environment.database_url:
        await runner.upgrade(url)  # nobody else looks after the embedded one
    elif not await runner.is_current(url):
        raise Failed(f"{place(url)}: its schema is not this version's: run frontdesk migrate.")


def _wait_for(address: str) -> None:
    while not answers_ok(address, ANSWER_SECONDS):
        time.sleep(POLL_SECONDS)
