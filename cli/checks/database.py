"""The database: does it answer, is its schema this version's, is there a clinic in it."""

import asyncio

from bot.migrations import runner as bot_runner
from cli import event_loop
from cli.checks.asking import ANSWER_SECONDS
from cli.environment import Environment
from cli.on_database import failures_in_words, place
from cli.running import Failed, database
from clinic.migrations import runner
from clinic.platform.database import connect
from clinic.schedule.load import load


def check_database(environment: Environment) -> str:
    with database(environment) as url, failures_in_words(url):
        current, doctors = event_loop.run(
            _state(url, with_bot=bool(environment.database_url and environment.telegram_bot_token))
        )
    where = place(url) if environment.database_url else f"embedded PostgreSQL in {environment.folder}"
    if not current:
        if environment.database_url:
            raise Failed(f"{where}: its schema is not this version's: run frontdesk migrate.")
        return f"{where}; its schema is made at the first use"
    return f"{where}; {doctors} doctors" if doctors else f"{where}; no doctors yet: frontdesk import, or seed demo"


async def _state(url: str, *, with_bot: bool) -> tuple[bool, int]:
    async with asyncio.timeout(ANSWER_SECONDS):
        if not await runner.is_current(url) or (with_bot and not await bot_runner.is_current(url)):
            return False, 0
        opened = connect(url, 1)
        try:
            return True, len((await load(opened)).doctors)
        finally:
            await opened.close()
