"""What strangers in a managers' group are told: a short alert on a button, a line now and then for a command."""

import logging
import time
from collections.abc import Callable

from aiogram.types import CallbackQuery, Message, User

from bot.dialogue.out import Out
from bot.dialogue.views.notices import notice
from bot.texts import Texts

QUIET_SECONDS = 600.0
"""One line in so long in a chat: whoever tries again and again does not fill it."""
log = logging.getLogger(__name__)


class Refusing:
    """Remembers when it last spoke in which chat."""

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic = monotonic
        self._said: dict[int, float] = {}

    def button(self, query: CallbackQuery, out: Out, words: Texts, text: str) -> None:
        _log("button", query.from_user, query.message.chat.id if query.message else 0)
        out.note, out.alert = words.say(text), True

    def command(self, message: Message, out: Out, words: Texts, text: str, *, silent: bool = False) -> None:
        """`silent`: it is only logged; a group that is not ours is not spoken in."""
        _log("command", message.from_user, message.chat.id)
        now, chat_id = self._monotonic(), message.chat.id
        if silent or now - self._said.get(chat_id, -QUIET_SECONDS) < QUIET_SECONDS:
            return
        self._said[chat_id] = now
        out.say(notice(words, text))


def _log(what: str, user: User | None, chat_id: int) -> None:
    log.warning("refused in a managers' group", extra={"what": what, "user": user.id if user else 0, "chat": chat_id})
