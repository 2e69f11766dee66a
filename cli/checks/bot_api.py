"""Call Telegram's Bot API in order to look at it. The token is part of every address, so no address is ever shown."""

from typing import Any
from urllib.parse import urlsplit

import httpx

from cli.checks.asking import ANSWER_SECONDS
from cli.running import Failed

TELEGRAM = "https://api.telegram.org"


class Refused(Exception):
    """Telegram's answer to a call that it does not do."""

    def __init__(self, code: int, words: str, moved_to: int | None) -> None:
        super().__init__(f"{words} ({code})")
        self.code = code
        self.moved_to = moved_to
        """The group has become another chat, this one."""


class BotApi:
    def __init__(self, base: str | None, token: str) -> None:
        self._base = (base or TELEGRAM).rstrip("/")
        self._token = token

    @property
    def host(self) -> str:
        """Without user and password."""
        return urlsplit(self._base).netloc.rpartition("@")[2]

    def call(self, method: str, **arguments: object) -> dict[str, Any]:
        """The result. Raises Refused, or Failed if nothing like a Bot API answers."""
        try:
            answer = httpx.post(f"{self._base}/bot{self._token}/{method}", json=arguments, timeout=ANSWER_SECONDS)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            # Not `from error`: a traceback would show the address.
            why = f"({type(error).__name__}): is this machine online, is TELEGRAM_API_URL right?"
            raise Failed(f"{self.host} cannot be reached {why}") from None
        try:
            body = answer.json()
            if body["ok"]:
                return dict(body["result"])
            moved_to = body.get("parameters", {}).get("migrate_to_chat_id")
            raise Refused(int(body["error_code"]), str(body["description"]), moved_to)
        except (ValueError, KeyError, TypeError, AttributeError):
            raise Failed(
                f"{self.host} answers {answer.status_code}, but not as a Bot API server: see TELEGRAM_API_URL."
            ) from None
