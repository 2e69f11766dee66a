"""One patient's chat with the real dialogue, as the bot's edge feeds it; what was sent is kept as Telegram shows it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from io import StringIO
from itertools import count

from aiogram import Bot, Dispatcher
from aiogram.client.default import DefaultBotProperties
from aiogram.enums import ParseMode
from aiogram.types import CallbackQuery, Message, Update, User
from aiogram.types import Chat as TelegramChat

from bot.dialogue.memory import Memory
from bot.dialogue.out import Out, Priority
from bot.sending.perform import perform
from bot.terminal.screen import Button, TerminalScreen, buttons_of
from bot.terminal.session import TerminalSession
from bot.turns.heard import Heard
from bot.turns.joining import may_join
from evaluation.clinic import Clock

PATIENT = 1
NO_TOKEN = "2:evaluation"  # noqa: S105 - aiogram wants the shape of a token; this one opens nothing
THINKING = timedelta(seconds=20)
"""Between what a patient reads and what the patient does: nothing is one thought with what came before."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A message as it stands after a turn that made or changed it."""

    message_id: int
    text: str
    buttons: tuple[Button, ...]
    alarm: bool = False
    """It went out with an emergency's priority."""


@dataclass(slots=True)
class Turn:
    """What the patient did, and what was shown for it."""

    number: int
    did: str
    """In words, for people."""
    said: tuple[str, ...] = ()
    tapped: Button | None = None
    shown: list[Shown] = field(default_factory=list)
    note: str | None = None
    """The passing words on a tapped button."""
    crashed: str | None = None


class Chat:
    """Feeds updates one after another and keeps the turns."""

    def __init__(self, dispatcher: Dispatcher, clock: Clock, language: str, first_name: str = "Anna") -> None:
        self._dispatcher = dispatcher
        self._clock = clock
        self._session = TerminalSession(TerminalScreen(StringIO()), clock)
        self._bot = Bot(NO_TOKEN, self._session, default=DefaultBotProperties(parse_mode=ParseMode.HTML))
        self._patient = User(id=PATIENT, is_bot=False, first_name=first_name, language_code=language)
        self._chat = TelegramChat(id=PATIENT, type="private")
        self._updates = count(1)
        self._labels: dict[str, int] = {}
        self.memory = Memory()
        self.turns: list[Turn] = []

    @property
    def next_turn(self) -> int:
        return len(self.turns) + 1

    @property
    def last_own(self) -> int | None:
        """The patient's newest message."""
        return max((m.message_id for m in self._session.messages.values() if _is_own(m)), default=None)

    def buttons(self) -> list[Button]:
        """All that can be tapped, those of the newest message first."""
        return [one for message in reversed(self._session.messages.values()) for one in buttons_of(message)]

    async def say(self, words: Sequence[str]) -> Turn:
        """Messages in one breath: the edge joins them where it may, as it does here."""
        turn = self._begin(" / ".join(words), said=tuple(words))
        waiting = [self._heard(text) for text in words]
        while waiting:
            whole = waiting.pop(0)
            while waiting and may_join(self.memory) and whole.can_join(waiting[0]):
                whole = whole.joined(waiting.pop(0))
            await self._feed(turn, whole.update, whole.parts, whole.ids)
        return turn

    async def edit(self, text: str) -> Turn:
        """The newest own message is corrected."""
        turn = self._begin(f"(edits) {text}", said=(text,))
        old = self._session.messages[self._chat.id, self.last_own or 0]
        new = old.model_copy(update={"text": text, "edit_date": int(self._clock().timestamp())})
        self._session.heard(new)
        await self._feed(turn, Update(update_id=next(self._updates), edited_message=new))
        return turn

    async def tap(self, button: Button) -> Turn:
        turn = self._begin(f"[{button.label}]", tapped=button)
        number = next(self._updates)
        query = CallbackQuery(
            id=str(number),
            from_user=self._patient,
            chat_instance="evaluation",
            message=self._session.messages.get((self._chat.id, button.message_id)),
            data=button.data,
        )
        await self._feed(turn, Update(update_id=number, callback_query=query))
        return turn

    def _begin(self, did: str, *, said: tuple[str, ...] = (), tapped: Button | None = None) -> Turn:
        self._clock.advance(THINKING)
        turn = Turn(self.next_turn, did, said, tapped)
        self.turns.append(turn)
        return turn

    def _heard(self, text: str) -> Heard:
        message = Message(
            message_id=self._session.next_id(self._chat.id),
            date=self._clock(),
            chat=self._chat,
            from_user=self._patient,
            text=text,
        )
        self._session.heard(message)
        number = next(self._updates)
        return Heard([number], self._chat.id, Update(update_id=number, message=message))

    async def _feed(
        self, turn: Turn, update: Update, parts: Sequence[str] = (), message_ids: Sequence[int] = ()
    ) -> None:
        """As `bot.turns` does it, with the memory stored and read again between turns."""
        out = Out()
        try:
            await self._dispatcher.feed_update(
                self._bot, update, memory=self.memory, out=out, parts=parts, message_ids=message_ids
            )
            await self._send(turn, out)
        except Exception as error:  # whatever the dialogue may raise: the grader names it, the other tasks go on
            turn.crashed = f"{type(error).__name__}: {error}"
        turn.note = out.note or turn.note
        self.memory = Memory.model_validate_json(self.memory.model_dump_json())

    async def _send(self, turn: Turn, out: Out) -> None:
        for item in out.items:
            if item.to == "managers":
                continue
            target = self._labels.get(item.target) if isinstance(item.target, str) else item.target
            message_id = await perform(self._bot, self._chat.id, item, target)
            if message_id is None:
                continue
            if item.label is not None:
                self._labels[item.label] = message_id
            message = self._session.messages[self._chat.id, message_id]
            turn.shown = [one for one in turn.shown if one.message_id != message_id]
            alarm = item.priority is Priority.EMERGENCY
            turn.shown.append(Shown(message_id, message.text or "", buttons_of(message), alarm))


def _is_own(message: Message) -> bool:
    return message.from_user is not None and not message.from_user.is_bot
