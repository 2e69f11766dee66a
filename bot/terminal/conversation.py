"""One chat between a patient at the keyboard and the dispatcher: a line in, an update fed, replies out."""

from collections.abc import AsyncIterable, Callable
from contextlib import suppress
from datetime import datetime
from itertools import count

from aiogram import Bot, Dispatcher
from aiogram.client.default import DefaultBotProperties
from aiogram.enums import ParseMode
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, Chat, Message, Update, User

from bot.dialogue.memory import Memory
from bot.dialogue.out import Out
from bot.sending.perform import perform
from bot.terminal.screen import Button, TerminalScreen
from bot.terminal.session import TerminalSession
from bot.texts import Language

PATIENT_ID = 1
# aiogram wants the shape of a token; this one opens nothing.
NO_TOKEN = "2:terminal"  # noqa: S105
NO_NAME = "-"
"""A terminal knows nobody's name; the front desk offers only what looks like one."""


class TerminalConversation:
    """Feeds updates one after another: the next line is read when the last one has been answered."""

    def __init__(
        self, dispatcher: Dispatcher, screen: TerminalScreen, clock: Callable[[], datetime], language: Language
    ) -> None:
        self._dispatcher = dispatcher
        self._screen = screen
        self._clock = clock
        self.session = TerminalSession(screen, clock)
        self._bot = Bot(NO_TOKEN, self.session, default=DefaultBotProperties(parse_mode=ParseMode.HTML))
        self._patient = User(id=PATIENT_ID, is_bot=False, first_name=NO_NAME, language_code=language)
        self._chat = Chat(id=PATIENT_ID, type="private")
        self._update_ids = count(1)
        self._sent: dict[str, int] = {}
        self.memory = Memory()

    async def run(self, lines: AsyncIterable[str], *, prompt: bool) -> None:
        """Until the lines end. `prompt`: somebody is watching."""
        if prompt:
            self._screen.prompt()
        async for line in lines:
            if line.strip():
                await self.say(line)
            if prompt:
                self._screen.prompt()

    async def say(self, line: str) -> None:
        """A message, or a tap if the line is the number of a button that is shown."""
        button = self._screen.button(line)
        if button is not None:
            await self.tap(button)
            return
        message = Message(
            message_id=self.session.next_id(self._chat.id),
            date=self._clock(),
            chat=self._chat,
            from_user=self._patient,
            text=line,
        )
        self.session.heard(message)
        await self.feed(Update(update_id=next(self._update_ids), message=message))

    async def tap(self, button: Button) -> None:
        update_id = next(self._update_ids)
        query = CallbackQuery(
            id=str(update_id),
            from_user=self._patient,
            chat_instance="terminal",
            message=self.session.messages.get((self._chat.id, button.message_id)),
            data=button.data,
        )
        await self.feed(Update(update_id=update_id, callback_query=query))

    async def feed(self, update: Update) -> None:
        """Any update of this chat; returns when it has been handled and answered."""
        out = Out()
        await self._dispatcher.feed_update(self._bot, update, memory=self.memory, out=out)
        for item in out.items:
            if item.to == "managers":
                continue  # a terminal has no group of managers
            target = self._sent.get(item.target) if isinstance(item.target, str) else item.target
            message_id = await perform(self._bot, self._chat.id, item, target)
            if item.label is not None and message_id is not None:
                self._sent[item.label] = message_id
        if update.callback_query is not None:
            await self._acknowledge(update.callback_query.id, out.note)

    async def _acknowledge(self, query_id: str, note: str | None) -> None:
        with suppress(TelegramBadRequest):  # a tap of long ago: what it did stands all the same
            await self._bot.answer_callback_query(query_id, note)
