"""What `frontdesk check` says about Telegram: what is wrong, what to do, and never the token."""

import time
from collections.abc import Mapping
from typing import Any

import pytest

from cli.checks.telegram import check_telegram
from cli.commands.check import parts_of
from cli.environment import Environment
from cli.running import Failed
from tests.cli.answering import http_server

TOKEN = "42:hunter2hunter2"
ME = {"id": 42, "is_bot": True, "first_name": "Desk", "username": "desk_bot"}
GROUP = -1001234567890
HOOK = "https://bot.example.org/secret-path"


def right(result: object) -> tuple[int, object]:
    return 200, {"ok": True, "result": result}


def wrong(code: int, words: str, **parameters: int) -> tuple[int, object]:
    return code, {"ok": False, "error_code": code, "description": words, "parameters": parameters}


def said(answers: Mapping[str, tuple[int, object]], **settings: Any) -> str:
    """What the check says of a Telegram that answers so; a failure begins with FAIL."""
    usual = {"getMe": right(ME), "getWebhookInfo": right({"url": "", "pending_update_count": 0})}
    with http_server({f"/bot{TOKEN}/{method}": answer for method, answer in (usual | dict(answers)).items()}) as url:
        try:
            words = check_telegram(
                Environment(_env_file=None, telegram_bot_token=TOKEN, telegram_api_url=url, **settings)
            )
        except Failed as failed:
            words = f"FAIL {failed}"
    assert "hunter2" not in words
    assert "secret-path" not in words
    return words


def test_all_well() -> None:
    words = said(
        {"getChat": right({"id": GROUP}), "getChatMember": right({"status": "administrator"})}, manager_chat_id=GROUP
    )
    assert words.startswith("@desk_bot at 127.0.0.1:")
    assert words.endswith("; asks for news itself; is in the managers' group")


def test_a_wrong_token() -> None:
    assert "does not know the bot (401): copy the token again" in said({"getMe": wrong(401, "Unauthorized")})
    assert "does not know the bot (404)" in said({"getMe": wrong(404, "Not Found")})


@pytest.mark.parametrize("body", ["odd", {"ok": True}, {"ok": True, "result": 3}, ["ok"], {"ok": False}])
def test_something_else_than_a_bot_api_server(body: object) -> None:
    assert "but not as a Bot API server: see TELEGRAM_API_URL" in said({"getMe": (200, body)})


def test_nobody_there() -> None:
    nowhere = Environment(_env_file=None, telegram_bot_token=TOKEN, telegram_api_url="http://a:hunter2@127.0.0.1:9")
    with pytest.raises(Failed, match=r"^127\.0\.0\.1:9 cannot be reached \(ConnectError\)") as failed:
        check_telegram(nowhere)
    assert failed.value.__cause__ is None


def test_a_webhook_that_nobody_here_wants() -> None:
    words = said({"getWebhookInfo": right({"url": HOOK})})
    assert words.startswith("FAIL Telegram calls a webhook at bot.example.org, but TELEGRAM_WEBHOOK_URL is not set")


def test_a_webhook() -> None:
    assert "calls nobody: frontdesk bot registers bot.example.org when it starts" in said({}, telegram_webhook_url=HOOK)
    registered = {"url": HOOK, "pending_update_count": 0}
    assert said({"getWebhookInfo": right(registered)}, telegram_webhook_url=HOOK).endswith(
        "is called at bot.example.org"
    )


@pytest.mark.parametrize(("seconds_ago", "waiting", "failing"), [(60, 0, True), (86_400, 0, False), (86_400, 3, True)])
def test_a_webhook_that_cannot_be_called(seconds_ago: int, waiting: int, failing: bool) -> None:
    hook = {
        "url": HOOK,
        "pending_update_count": waiting,
        "last_error_date": int(time.time()) - seconds_ago,
        "last_error_message": "Connection refused",
    }
    words = said({"getWebhookInfo": right(hook)}, telegram_webhook_url=HOOK)
    assert words.startswith("FAIL") == failing
    assert (f"Connection refused ({waiting} updates wait)" in words) == failing


@pytest.mark.parametrize(
    ("chat", "member", "words"),
    [
        (wrong(400, "Bad Request: chat not found"), right({}), "chat not found (400): add the bot to the managers'"),
        (wrong(400, "upgraded", migrate_to_chat_id=-5), right({}), "has a new number: set MANAGER_CHAT_ID=-5."),
        (right({}), wrong(403, "Forbidden: bot was kicked"), "bot was kicked (403): add the bot"),
        (right({}), right({"status": "left"}), "is not in that group any more: add it again."),
        (right({}), right({"status": "restricted", "is_member": False}), "is not in that group any more"),
        (right({}), right({"status": "restricted", "can_send_messages": False}), "may not write in that group"),
    ],
)
def test_a_managers_group_that_is_not_right(chat: tuple[int, object], member: tuple[int, object], words: str) -> None:
    found = said({"getChat": chat, "getChatMember": member}, manager_chat_id=GROUP)
    assert found.startswith("FAIL")
    assert words in found


def test_a_token_alone_is_enough_to_be_checked() -> None:
    given = Environment(_env_file=None, telegram_bot_token=TOKEN)
    assert "Telegram" in [name for name, _ in parts_of(given)]
