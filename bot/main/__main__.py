"""`python -m bot.main`: the bot with its settings as JSON on standard input, for tests and other starters."""

import asyncio
import logging
import sys

from bot.main.run import run_bot
from bot.main.settings import BotSettings

if __name__ == "__main__":
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr)
    asyncio.run(run_bot(BotSettings.model_validate_json(sys.stdin.read())))
