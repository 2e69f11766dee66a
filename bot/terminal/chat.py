"""`frontdesk chat`: the patient's conversation in this terminal."""

import sys
from collections.abc import AsyncIterable
from datetime import UTC, datetime
from typing import TextIO
from zoneinfo import ZoneInfo

from api_client import ClinicClient
from bot.dialogue.desk import Desk
from bot.dialogue.dispatcher import dispatcher
from bot.late_receptionist import LateReceptionist
from bot.redflags import emergency_code
from bot.terminal.conversation import TerminalConversation
from bot.terminal.keyboard_input import lines_of
from bot.terminal.screen import TerminalScreen
from bot.terminal.settings import ChatSettings
from bot.texts import texts

__all__ = ["ChatSettings", "run_chat"]


def _now() -> datetime:
    return datetime.now(UTC)


async def run_chat(settings: ChatSettings, lines: AsyncIterable[str] | None = None, out: TextIO | None = None) -> int:
    """Talk until the end of input; the exit code. The API must be up: this starts no other process.

    `lines` and `out`: standard input and output if None. Cancelling it (Ctrl-C under `asyncio.run`) closes everything.
    """
    prompt = lines is None and sys.stdin.isatty()
    screen = TerminalScreen(out or sys.stdout)
    receptionist = LateReceptionist(settings.agent)
    try:
        async with ClinicClient(
            settings.api_url,
            settings.api_token.get_secret_value(),
            identity_secret=settings.identity_secret.get_secret_value(),
        ) as clinic:
            desk = Desk(
                clinic=clinic,
                receptionist=receptionist,
                gate=emergency_code,
                clock=_now,
                zone=ZoneInfo(settings.zone),
                language=settings.lang,
                account_of=lambda _user: settings.account,
                keeps_words=not settings.agent.minimal_data,
                helplines=settings.helplines,
            )
            conversation = TerminalConversation(dispatcher(desk), screen, _now, settings.lang)
            await conversation.say("/start")
            screen.line(texts(settings.lang).say("terminal-hint") + "\n")
            await conversation.run(lines or lines_of(sys.stdin.fileno()), prompt=prompt)
    finally:
        await receptionist.aclose()
    return 0
