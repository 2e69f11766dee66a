"""A patient at the terminal, driving the real dispatcher against the real service."""

import io
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from zoneinfo import ZoneInfo

from aiogram import Bot
from aiogram.client.session.middlewares.base import NextRequestMiddlewareType
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import AnswerCallbackQuery, TelegramMethod
from aiogram.types import Update

from agent.turn import Receptionist
from api_client import ClinicCalls, ClinicClient, RetryPolicy
from bot.dialogue.desk import Desk, Gate
from bot.dialogue.dispatcher import dispatcher
from bot.dialogue.memory import Memory
from bot.redflags import emergency_code
from bot.terminal.conversation import TerminalConversation
from bot.terminal.screen import Button, TerminalScreen, buttons_of
from bot.texts import Language
from tests.bot.wire import FaultyWire
from tests.support.serving import API_TOKEN, IDENTITY_SECRET, Clinic

ACCOUNT = "terminal:patient"


class Patient:
    """Types lines and taps buttons; every act returns what was printed for it."""

    def __init__(self, desk: Desk, wire: FaultyWire, calls: ClinicCalls, language: Language) -> None:
        self.wire = wire
        self.calls = calls
        """The clinic on behalf of the same account, past the dialogue."""
        self._desk = desk
        self._language = language
        self._out = io.StringIO()
        self._shown = TerminalScreen(self._out)
        self._talk: TerminalConversation
        self.restart()

    def restart(self) -> None:
        """The bot's process begins anew: all it remembered is lost, the chat's old messages are not."""
        old = getattr(self, "_talk", None)
        self._talk = TerminalConversation(dispatcher(self._desk), self._shown, self._desk.clock, self._language)
        if old is not None:
            self._talk.session.messages.update(old.session.messages)

    async def types(self, *lines: str) -> str:
        """What the last line printed."""
        printed = ""
        for line in lines:
            start = len(self._out.getvalue())
            await self._talk.say(line)
            printed = self._out.getvalue()[start:]
        return printed

    async def taps(self, button: Button) -> str:
        """An old button, wherever it stands in the chat."""
        start = len(self._out.getvalue())
        await self._talk.tap(button)
        return self._out.getvalue()[start:]

    async def feeds(self, update: Update) -> str:
        """Anything else that Telegram may send."""
        start = len(self._out.getvalue())
        await self._talk.feed(update)
        return self._out.getvalue()[start:]

    def telegram_refuses_to_acknowledge_taps(self) -> None:
        """As it does for a tap that waited too long."""

        async def refuse(make_request: NextRequestMiddlewareType[Any], bot: Bot, method: TelegramMethod[Any]) -> Any:
            if isinstance(method, AnswerCallbackQuery):
                raise TelegramBadRequest(method, "Bad Request: query is too old and response timeout expired")
            return await make_request(bot, method)

        self._talk.session.middleware.register(refuse)

    def button(self, number: int) -> Button:
        """A button of the newest message that has any."""
        found = self._shown.button(str(number))
        assert found is not None, f"no button {number} on the screen"
        return found

    @property
    def memory(self) -> Memory:
        """What the dialogue remembers, as it is stored between updates."""
        return self._talk.memory.model_copy(deep=True)

    @memory.setter
    def memory(self, memory: Memory) -> None:
        self._talk.memory = memory

    def buttons(self) -> list[Button]:
        """All that can be tapped in the chat, those of the newest message first."""
        return [one for message in reversed(self._talk.session.messages.values()) for one in buttons_of(message)]

    def message(self, button: Button) -> str:
        """What the message that had this button shows now."""
        found = next(one for (_, number), one in self._talk.session.messages.items() if number == button.message_id)
        return found.text or ""

    def messages(self) -> list[str]:
        """What stands in the chat, from old to new."""
        return [message.text or "" for message in self._talk.session.messages.values()]

    def last_message(self) -> str:
        return list(self._talk.session.messages.values())[-1].text or ""

    def last_message_id(self) -> int:
        return list(self._talk.session.messages.values())[-1].message_id

    async def agrees(self, words: str = "please") -> str:
        """Write and consent; what is printed has the answer to the words."""
        await self.types(words)
        return await self.types("1")


@asynccontextmanager
async def at_the_terminal(
    clinic: Clinic,
    receptionist: Receptionist,
    *,
    language: Language = "en",
    gate: Gate = emergency_code,
    account: str = ACCOUNT,
    keeps_words: bool = True,
) -> AsyncIterator[Patient]:
    wire = FaultyWire()
    async with ClinicClient(
        clinic.url,
        API_TOKEN,
        identity_secret=IDENTITY_SECRET,
        transport=wire,
        retry=RetryPolicy(attempts=2, base=0.0),
        clock=clinic.clock,
    ) as client:
        desk = Desk(
            clinic=client,
            receptionist=receptionist,
            gate=gate,
            clock=clinic.clock,
            zone=ZoneInfo("Europe/Moscow"),
            language=language,
            account_of=lambda _: account,
            keeps_words=keeps_words,
        )
        yield Patient(desk, wire, client.on_behalf_of(account), language)
