"""What Telegram's answers mean for a message in the queue."""

import pytest
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import GetMe

from bot.sending.outcomes import LONGEST_PAUSE, TokenRefused, pause, verdict

CALL = GetMe()


@pytest.mark.parametrize(
    ("error", "what"),
    [
        (TelegramRetryAfter(CALL, "Too Many Requests: retry after 7", 7), "too many"),
        (TelegramMigrateToChat(CALL, "Bad Request: group chat was upgraded to a supergroup chat", -100), "moved"),
        (TelegramForbiddenError(CALL, "Forbidden: bot was blocked by the user"), "blocked"),
        (TelegramBadRequest(CALL, "Bad Request: chat not found"), "blocked"),
        (TelegramBadRequest(CALL, "Bad Request: message is too long"), "refused"),
        (TelegramServerError(CALL, "Bad Gateway"), "wait"),
        (TelegramNetworkError(CALL, "Request timeout error"), "wait"),
        (ClientDecodeError("Failed to decode object", ValueError(), "<html>502</html>"), "wait"),
        (ZeroDivisionError("ours"), "refused"),
    ],
)
def test_each_answer_has_its_verdict(error: Exception, what: str) -> None:
    assert verdict(error, 1).what == what


def test_a_wrong_token_ends_the_process() -> None:
    with pytest.raises(TokenRefused):
        verdict(TelegramUnauthorizedError(CALL, "Unauthorized"), 1)


def test_what_telegram_quotes_of_ours_is_not_logged() -> None:
    words = 'Bad Request: can\'t parse entities: unsupported start tag "Anna Example" at byte offset 0'
    assert verdict(TelegramBadRequest(CALL, words), 1).words.endswith("unsupported start tag")


def test_pauses_grow_and_end_growing() -> None:
    pauses = [pause(attempts) for attempts in range(1, 30)]
    assert pauses == sorted(pauses)
    assert pauses[-1] == LONGEST_PAUSE
