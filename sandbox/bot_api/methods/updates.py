"""Long polling and webhooks."""

import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from sandbox.bot_api import refusals
from sandbox.bot_api.call import Call
from sandbox.bot_api.inbox import Inbox, Update
from sandbox.bot_api.refused import Refused
from sandbox.bot_api.webhook import WebhookSettings

LONGEST_POLL = 50
"""Seconds."""
_SECRET = re.compile(r"[A-Za-z0-9_-]*")
_PORTS = (None, 80, 88, 443, 8443)
_LOOPBACK = ("localhost", "127.0.0.1", "::1")


async def get_updates(call: Call) -> Sequence[Update]:
    inbox = call.api.inboxes[call.bot.id]
    if call.api.webhooks.settings(call.bot.id) is not None:
        raise Refused(refusals.webhook_is_set)
    limit = min(max(call.arguments.integer("limit", 100), 1), 100)
    timeout = min(max(call.arguments.integer("timeout"), 0), LONGEST_POLL)
    _allow(call, inbox)
    offset = call.arguments.integer("offset")
    if offset:
        inbox.confirm(offset)
    return await inbox.read(limit, timeout)


def set_webhook(call: Call) -> Any:
    url = call.arguments.text("url").strip()
    if not url:
        return delete_webhook(call)
    secret = call.arguments.text("secret_token")
    if len(secret) > 256:
        raise Refused(refusals.secret_too_long)
    if not _SECRET.fullmatch(secret):
        raise Refused(refusals.secret_characters)
    _check(url, any_port=call.api.any_webhook_port)
    inbox = call.api.inboxes[call.bot.id]
    _allow(call, inbox)
    if call.arguments.boolean("drop_pending_updates"):
        inbox.clear()
    most = min(max(call.arguments.integer("max_connections", 40), 1), 100)
    inbox.interrupt(refusals.polling_ended_by_webhook)
    call.api.webhooks.set(call.bot, WebhookSettings(url, secret, most))
    return True


def delete_webhook(call: Call) -> Any:
    call.api.webhooks.remove(call.bot.id)
    if call.arguments.boolean("drop_pending_updates"):
        call.api.inboxes[call.bot.id].clear()
    return True


def get_webhook_info(call: Call) -> Any:
    inbox = call.api.inboxes[call.bot.id]
    info = call.api.webhooks.info(call.bot.id)
    shape: dict[str, Any] = {"url": "", "has_custom_certificate": False, "pending_update_count": len(inbox.pending)}
    shape |= info
    if inbox.allowed:
        shape["allowed_updates"] = sorted(inbox.allowed)
    return shape


def _allow(call: Call, inbox: Inbox) -> None:
    """Unless the call says nothing about it: the last choice holds."""
    given = call.arguments.json("allowed_updates", "allowed_updates")
    if isinstance(given, list):
        inbox.allowed = frozenset(str(each).lower() for each in given)


def _check(url: str, *, any_port: bool) -> None:
    try:
        parts = urlsplit(url if "://" in url else f"https://{url}")
        host, port = parts.hostname, parts.port
    except ValueError:
        raise Refused(refusals.webhook_url_invalid) from None
    if not host or parts.scheme not in ("http", "https"):
        raise Refused(refusals.webhook_url_invalid)
    if any_port and host in _LOOPBACK:
        return  # as the real server does when it is run with --local
    if parts.scheme == "http":
        raise Refused(refusals.webhook_not_https)
    if port not in _PORTS:
        raise Refused(refusals.webhook_port)


METHODS = {
    "getupdates": get_updates,
    "setwebhook": set_webhook,
    "deletewebhook": delete_webhook,
    "getwebhookinfo": get_webhook_info,
}
