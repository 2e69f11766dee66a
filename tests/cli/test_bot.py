"""`frontdesk bot`: what it says when it cannot run, and what it is told. That it runs is proved by the demo."""

import json
import logging
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli import bot_logs
from cli.bot_settings import bot_settings
from cli.environment import Environment
from tests.cli.answering import http_server
from tests.cli.processes import called, environment

TOKEN = "42:hunter2hunter2"


@pytest.fixture(autouse=True)
def _logging_as_before() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    for name in bot_logs.OURS:
        logging.getLogger(name).setLevel(logging.NOTSET)


def bot(tmp_path: Path, *options: str, **settings: str) -> str:
    """The line that it fails with; lines of its log may come before."""
    done: subprocess.CompletedProcess[bytes] = called("bot", *options, data=tmp_path, settings=settings)
    assert done.returncode == 1
    *logged, line = done.stderr.decode().splitlines()
    assert [json.loads(event)["level"] for event in logged] == ["warning"] * len(logged)
    assert "hunter2" not in line
    return line


def test_without_a_token_it_says_where_to_get_one(tmp_path: Path) -> None:
    line = bot(tmp_path)
    assert "TELEGRAM_BOT_TOKEN is not set: write /newbot to @BotFather" in line
    assert "frontdesk demo" in line
    assert not list(tmp_path.iterdir())


def test_an_old_schema_and_an_unknown_token_are_said_so(synthetic_database: str, tmp_path: Path) -> None:
    with http_server({}) as nowhere:
        port = nowhere.rpartition(":")[2]
        given = {"DATABASE_URL": synthetic_database, "TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": nowhere}
        assert "Choose another --port" in bot(tmp_path, "--port", port, **given)
    refused = (401, {"ok": False, "error_code": 401, "description": "Unauthorized"})
    methods = ("getMe", "deleteWebhook", "setMyCommands", "getUpdates")
    with http_server({f"/bot{TOKEN}/{method}": refused for method in methods}) as telegram:
        given |= {"TELEGRAM_API_URL": telegram}
        assert "its schema is not this version's: run frontdesk migrate" in bot(tmp_path, **given)
        assert called("migrate", data=tmp_path, settings=given).returncode == 0
        assert "Telegram does not know this TELEGRAM_BOT_TOKEN: see frontdesk check." in bot(tmp_path, **given)


def test_what_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in environment(tmp_path).items():
        monkeypatch.setenv(name, value)
    plain = bot_settings(Environment(_env_file=None), TOKEN, "postgresql://h/x", "127.0.0.1", 8081, "ru")
    assert (plain.webhook, plain.telegram_api_url) == (None, "https://api.telegram.org")
    assert plain.api_url == "http://127.0.0.1:8000"
    hook = "https://bot.example.org/telegram"
    called_back = bot_settings(
        Environment(_env_file=None, telegram_webhook_url=hook, manager_chat_id=-5, clinic_timezone="Asia/Omsk"),
        *(TOKEN, "postgresql://h/x", "127.0.0.1", 8081, "en"),
    )
    assert called_back.webhook is not None
    assert called_back.webhook.url == hook
    assert called_back.webhook.secret.get_secret_value() == (tmp_path / "telegram_webhook_secret").read_text().strip()
    assert (called_back.manager_chat_id, called_back.zone, called_back.lang) == (-5, "Asia/Omsk", "en")


def test_logs_tell_of_an_exception_without_its_words(capsys: pytest.CaptureFixture[str]) -> None:
    bot_logs.configure("INFO", "json")
    try:
        raise ValueError("it hurts here")
    except ValueError:
        logging.getLogger("bot.any").exception("a turn failed")
    logging.getLogger("bot.any").info("a turn")
    logging.getLogger("aiogram.event").info("quiet")
    failed, told = map(json.loads, capsys.readouterr().err.splitlines())
    assert (failed["event"], failed["level"], failed["logger"]) == ("a turn failed", "error", "bot.any")
    assert failed["exception"] == "ValueError"
    assert f"{__file__}:" in failed["raised_at"]
    assert "hurts" not in str(failed)
    assert told["event"] == "a turn"
