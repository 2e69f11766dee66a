"""What the patient hears when something did not work: one table from errors to screens."""

import logging
import traceback
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import CallbackQuery, TelegramObject

from agent.gateway import ClinicUnavailable
from api_client import ClinicClientError, ConsentRequired, Forbidden, QuotaExceeded, RateLimited, Refused, Unauthorized
from bot.dialogue.desk import Talk
from bot.dialogue.views import contact, notices
from bot.dialogue.views.screen import Screen

FRAMES = 6
log = logging.getLogger(__name__)


class Failures(BaseMiddleware):
    """Nothing that a handler raises leaves the patient without an answer, and nothing written is lost."""

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        try:
            return await handler(event, data)
        except Exception as error:
            # The edge of the process: whatever happened, the person in the chat is told.
            talk: Talk = data["talk"]
            talk.out.say(explain(talk, event, error))
            return None


def explain(talk: Talk, event: TelegramObject, error: Exception) -> Screen:
    """The screen for an error; what is not the patient's affair is logged, without anything personal in it."""
    if isinstance(error, ConsentRequired):
        talk.memory.agreed = None
        return notices.consent(talk.texts)
    if isinstance(error, QuotaExceeded):
        return _or_call(talk, notices.quota(talk.texts, error))
    if isinstance(error, Refused) and not isinstance(error, Unauthorized | Forbidden | RateLimited):
        log.warning("the clinic refused: %s", error)
        return _or_call(talk, notices.notice(talk.texts, "refused"))
    if isinstance(error, ClinicClientError | ClinicUnavailable):
        log.error("the clinic did not answer: %s: %s", type(error).__name__, error)
        return _unavailable(talk, event)
    talk.memory.waiting = None  # words that break us must not break the next ones too
    # An exception's own text may quote a message: only its kind and place are logged.
    place = "".join(traceback.format_tb(error.__traceback__)[-FRAMES:])
    log.error("an update failed: %s\n%s", type(error).__name__, place)
    return _or_call(talk, notices.notice(talk.texts, "failed"))


def _or_call(talk: Talk, screen: Screen) -> Screen:
    """What this dialogue cannot do, a person may."""
    return replace(screen, buttons=(*screen.buttons, contact.call_button(talk.texts)))


def _unavailable(talk: Talk, event: TelegramObject) -> Screen:
    if talk.memory.waiting is not None:
        return notices.unavailable(talk.texts)
    return notices.notice(talk.texts, "unavailable-tap" if isinstance(event, CallbackQuery) else "unavailable-command")
