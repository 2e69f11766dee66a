"""A Bot's session that is a terminal: what the bot sends is printed, what Telegram would refuse is refused."""

from collections.abc import AsyncGenerator, Callable
from datetime import datetime
from typing import Any, cast

from aiogram import Bot
from aiogram.client.default import Default
from aiogram.client.session.base import BaseSession
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import (
    AnswerCallbackQuery,
    DeleteMessage,
    DeleteMyCommands,
    EditMessageReplyMarkup,
    EditMessageText,
    GetMe,
    SendChatAction,
    SendDocument,
    SendMessage,
    SendVenue,
    SetMyCommands,
    SetMyDescription,
    SetMyShortDescription,
    TelegramMethod,
)
from aiogram.methods.base import TelegramType
from aiogram.types import Chat, InlineKeyboardMarkup, InputFile, Message, ReplyKeyboardMarkup, User
from typing_extensions import override

from bot.terminal.markup import BadMarkup, plain, telegram_length
from bot.terminal.screen import TerminalScreen

MAX_TEXT, MAX_CALLBACK_BYTES = 4096, 64
QUIET = (SendChatAction, SetMyCommands, DeleteMyCommands, SetMyDescription, SetMyShortDescription)


class TerminalSession(BaseSession):
    """Keeps the messages of the chats, so that edits work as in Telegram."""

    def __init__(self, screen: TerminalScreen, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._screen = screen
        self._clock = clock
        self.messages: dict[tuple[int, int], Message] = {}
        """By chat and message id."""
        self._newest: dict[int, int] = {}
        """Of each chat: no id is given twice, not even that of a message taken away."""

    @override
    async def close(self) -> None:
        """Nothing is open."""

    @override
    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,
    ) -> TelegramType:
        # The method's class decides the answer's, which the type system cannot see.
        return cast("TelegramType", self._answer(bot, method))

    def _answer(self, bot: Bot, method: TelegramMethod[Any]) -> object:
        match method:
            case SendMessage():
                return self._send(bot, method)
            case SendDocument():
                name = method.document.filename if isinstance(method.document, InputFile) else None
                return self._line(bot, method.chat_id, name or "")
            case SendVenue():
                return self._line(bot, method.chat_id, f"{method.title}, {method.address}")
            case EditMessageText():
                return self._edit(bot, method, self._text(bot, method, method.text, method.parse_mode))
            case EditMessageReplyMarkup():
                return self._edit(bot, method, None)
            case DeleteMessage():
                return self._delete(method)
            case _:
                return self._quietly(bot, method)

    def _quietly(self, bot: Bot, method: TelegramMethod[Any]) -> object:
        """What makes no message."""
        match method:
            case AnswerCallbackQuery():
                if method.text:
                    self._screen.line(f"({method.text})\n")
                return True
            case GetMe():
                return me(bot)
            case _ if isinstance(method, QUIET):
                return True
        raise TelegramBadRequest(method, f"{type(method).__name__} has no meaning in a terminal")

    def _send(self, bot: Bot, method: SendMessage) -> Message:
        chat_id = int(method.chat_id)
        message = Message(
            message_id=self.next_id(chat_id),
            date=self._clock(),
            chat=Chat(id=chat_id, type="private"),
            from_user=me(bot),
            text=self._text(bot, method, method.text, method.parse_mode),
            reply_markup=_keyboard(method, method.reply_markup),
        ).as_(bot)
        kept = self._keep(message)
        if isinstance(method.reply_markup, ReplyKeyboardMarkup):
            self._screen.words(method.reply_markup)
        return kept

    def _line(self, bot: Bot, chat_id: int | str, text: str) -> Message:
        """A file or a place: a terminal shows its name."""
        number = int(chat_id)
        message = Message(
            message_id=self.next_id(number),
            date=self._clock(),
            chat=Chat(id=number, type="private"),
            from_user=me(bot),
            text=f"[{text}]",
        ).as_(bot)
        return self._keep(message)

    def _delete(self, method: DeleteMessage) -> bool:
        """What is printed stays; its buttons do nothing that a button of a vanished message would not."""
        if self.messages.pop((int(method.chat_id), method.message_id), None) is None:
            raise TelegramBadRequest(method, "Bad Request: message to delete not found")
        return True

    def _edit(self, bot: Bot, method: EditMessageText | EditMessageReplyMarkup, text: str | None) -> Message:
        old = self.messages.get((int(method.chat_id or 0), method.message_id or 0))
        if old is None:
            raise TelegramBadRequest(method, "Bad Request: message to edit not found")
        keyboard = _keyboard(method, method.reply_markup)
        new_text = old.text if text is None else text
        if (new_text, keyboard) == (old.text, old.reply_markup):
            raise TelegramBadRequest(
                method,
                "Bad Request: message is not modified: specified new message content and reply markup are exactly "
                "the same as a current content and reply markup of the message",
            )
        changed = old.model_copy(update={"text": new_text, "reply_markup": keyboard}).as_(bot)
        return self._keep(changed, silently=text is None and keyboard is None)

    def next_id(self, chat_id: int) -> int:
        """A new id. Ids of one chat count from 1; the patient's own messages take one too."""
        known = max((number for chat, number in self.messages if chat == chat_id), default=0)
        self._newest[chat_id] = max(known, self._newest.get(chat_id, 0)) + 1
        return self._newest[chat_id]

    def heard(self, message: Message) -> None:
        """The patient's message: it has its place among the others."""
        self.messages[message.chat.id, message.message_id] = message

    def _keep(self, message: Message, *, silently: bool = False) -> Message:
        self.messages[message.chat.id, message.message_id] = message
        if not silently:
            self._screen.show(message)
        return message

    def _text(self, bot: Bot, method: TelegramMethod[Any], text: str | None, parse_mode: str | Default | None) -> str:
        mode = bot.default[parse_mode.name] if isinstance(parse_mode, Default) else parse_mode
        try:
            shown = plain(text or "") if isinstance(mode, str) and mode.upper() == "HTML" else text or ""
        except BadMarkup as error:
            raise TelegramBadRequest(method, f"Bad Request: can't parse entities: {error}") from error
        if not shown.strip():
            raise TelegramBadRequest(method, "Bad Request: message text is empty")
        if telegram_length(shown) > MAX_TEXT:
            raise TelegramBadRequest(method, "Bad Request: message is too long")
        return shown

    @override
    async def stream_content(
        self,
        url: str,
        headers: dict[str, Any] | None = None,
        timeout: int = 30,
        chunk_size: int = 65536,
        raise_for_status: bool = True,
    ) -> AsyncGenerator[bytes, None]:
        """A terminal holds no files."""
        yield b""


def me(bot: Bot) -> User:
    return User(id=bot.id, is_bot=True, first_name="Frontdesk")


def _keyboard(method: TelegramMethod[Any], markup: object) -> InlineKeyboardMarkup | None:
    if not isinstance(markup, InlineKeyboardMarkup):
        return None
    for row in markup.inline_keyboard:
        for button in row:
            if not 1 <= len((button.callback_data or "").encode()) <= MAX_CALLBACK_BYTES:
                raise TelegramBadRequest(method, "Bad Request: BUTTON_DATA_INVALID")
    return markup
