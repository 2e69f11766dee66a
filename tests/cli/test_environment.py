"""What the environment may say about Telegram."""

import pytest

from cli.environment import Environment


@pytest.fixture(autouse=True)
def _nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    for field in Environment.model_fields:
        monkeypatch.delenv(field.upper(), raising=False)


def read(monkeypatch: pytest.MonkeyPatch, **settings: str) -> Environment:
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    return Environment(_env_file=None)


@pytest.mark.parametrize(
    ("written", "ids"), [("7", (7,)), ("7,8", (7, 8)), (" 7, 8 ,", (7, 8)), ("-100 8", (-100, 8)), ("", ())]
)
def test_ids_are_separated_by_commas_or_spaces(
    written: str, ids: tuple[int, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert read(monkeypatch, MANAGER_IDS=written).manager_ids == ids


def test_a_managers_group_is_one_number(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read(monkeypatch, MANAGER_CHAT_ID="-1001234567890").manager_chat_id == -1001234567890


def test_a_server_of_ones_own_may_call_without_tls(monkeypatch: pytest.MonkeyPatch) -> None:
    hook = "http://127.0.0.1:8081/telegram"
    with pytest.raises(ValueError, match="https://"):
        read(monkeypatch, TELEGRAM_WEBHOOK_URL=hook)
    assert (
        read(monkeypatch, TELEGRAM_API_URL="http://127.0.0.1:8080", TELEGRAM_WEBHOOK_URL=hook).telegram_webhook_url
        == hook
    )
