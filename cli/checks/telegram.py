"""Telegram: is the token right, do news reach the bot in the configured way, is it in the managers' group."""

from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from cli.checks.bot_api import BotApi, Refused
from cli.environment import Environment
from cli.running import Failed

FRESH = timedelta(minutes=10)
"""An older failure to call the webhook matters no more, unless updates are still waiting."""
GONE = ("left", "kicked")


def check_telegram(environment: Environment) -> str:
    api = BotApi(environment.telegram_api_url, environment.telegram_bot_token or "")
    try:
        me = api.call("getMe")
    except Refused as refused:
        if refused.code in (401, 404):  # 404 is the answer to a token that no bot can have
            raise Failed(
                f"{api.host} does not know the bot ({refused.code}): copy the token again from @BotFather, "
                "see TELEGRAM_BOT_TOKEN."
            ) from None
        raise Failed(f"{api.host} answers getMe with: {refused}.") from None
    words = [f"@{me.get('username')} at {api.host}", _news(environment, api)]
    if environment.manager_chat_id is not None:
        words.append(_managers(environment.manager_chat_id, api, me))
    return "; ".join(words)


def _news(environment: Environment, api: BotApi) -> str:
    try:
        hook = api.call("getWebhookInfo")
    except Refused as refused:
        raise Failed(f"{api.host} answers getWebhookInfo with: {refused}.") from None
    registered, wanted = str(hook.get("url") or ""), environment.telegram_webhook_url
    if not wanted:
        if registered:
            raise Failed(
                f"Telegram calls a webhook at {_host(registered)}, but TELEGRAM_WEBHOOK_URL is not set: set it, or "
                "end the other installation of this bot; frontdesk bot takes the webhook away when it starts."
            )
        return "asks for news itself"
    if registered != wanted:
        where = f"calls {_host(registered)}" if registered else "calls nobody"
        return f"Telegram {where}: frontdesk bot registers {_host(wanted)} when it starts"
    _raise_for_calls_that_fail(hook, _host(wanted))
    return f"is called at {_host(wanted)}"


def _raise_for_calls_that_fail(hook: dict[str, Any], host: str) -> None:
    failed = hook.get("last_error_date")
    if not isinstance(failed, int):
        return
    when, waiting = datetime.fromtimestamp(failed, UTC), hook.get("pending_update_count", 0)
    if waiting or datetime.now(UTC) - when < FRESH:
        raise Failed(
            f"Telegram could not call {host} at {when:%Y-%m-%d %H:%M} UTC: {hook.get('last_error_message')} "
            f"({waiting} updates wait): does frontdesk bot run, and does TELEGRAM_WEBHOOK_URL lead to it?"
        )


def _managers(chat_id: int, api: BotApi, me: dict[str, Any]) -> str:
    try:
        api.call("getChat", chat_id=chat_id)
        member = api.call("getChatMember", chat_id=chat_id, user_id=me.get("id"))
    except Refused as refused:
        if refused.moved_to is not None:
            raise Failed(f"the managers' group has a new number: set MANAGER_CHAT_ID={refused.moved_to}.") from None
        raise Failed(
            f"MANAGER_CHAT_ID: {refused}: add the bot to the managers' group, and take the number from there."
        ) from None
    if member.get("status") in GONE or member.get("is_member") is False:
        raise Failed("MANAGER_CHAT_ID: the bot is not in that group any more: add it again.")
    if member.get("can_send_messages") is False:
        raise Failed("MANAGER_CHAT_ID: the bot may not write in that group: allow it there.")
    return "is in the managers' group"


def _host(url: str) -> str:
    """The path may be a secret."""
    return urlsplit(url).netloc.rpartition("@")[2]
