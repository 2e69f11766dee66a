"""What Telegram's answers mean for a message in the queue: one table from exceptions to verdicts."""

from dataclasses import dataclass
from typing import Literal

from aiogram.exceptions import (
    AiogramError,
    TelegramBadRequest,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)

LONGEST_PAUSE = 60.0
_UNREACHABLE = ("chat not found", "user is deactivated", "group chat was deactivated", "peer_id_invalid")


class TokenRefused(Exception):
    """Telegram does not know the bot's token: nothing can go on."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """`wait`: try again after `seconds` · `everybody`: so must others, perhaps · `moved`: the chat is `chat_id` now ·
    `blocked`, `refused`: it will never go."""

    what: Literal["wait", "too many", "moved", "blocked", "refused"]
    seconds: float = 0.0
    chat_id: int = 0
    words: str = ""
    """Telegram's own, which quote nothing of ours."""


def verdict(error: Exception, attempts: int) -> Verdict:
    """`attempts`: how often it was tried. Raises TokenRefused."""
    match error:
        case TelegramRetryAfter():
            return Verdict("too many", seconds=max(1.0, float(error.retry_after)))
        case TelegramMigrateToChat():
            return Verdict("moved", chat_id=error.migrate_to_chat_id)
        case TelegramForbiddenError():
            return Verdict("blocked", words=error.message)
        case TelegramUnauthorizedError() | TelegramNotFound():
            raise TokenRefused
        case TelegramBadRequest() if any(words in error.message.lower() for words in _UNREACHABLE):
            return Verdict("blocked", words=error.message)
        case TelegramBadRequest() | TelegramEntityTooLarge():
            return Verdict("refused", words=_without_quotes(error.message))
        case TelegramNetworkError() | TelegramServerError() | AiogramError() | UnicodeDecodeError():
            return Verdict("wait", seconds=pause(attempts))
        case _:
            return Verdict("refused", words=type(error).__name__)


def pause(attempts: int) -> float:
    """Seconds before the next try: half a second, then twice as long each time."""
    return float(min(LONGEST_PAUSE, 0.5 * 2 ** min(attempts, 10)))


def _without_quotes(words: str) -> str:
    """Telegram quotes tags and addresses that it could not read: ours, perhaps with somebody's words in them."""
    return words.partition('"')[0].partition(" '")[0].strip()
