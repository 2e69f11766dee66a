"""What is logged at the chattiest level of a turn, good or failed: neither the key nor a word of the patient's."""

import logging
import os
import subprocess
import sys

import pytest

from tests.agent.hostile.invariants import Arena
from tests.agent.receptionists import LOOKS
from tests.agent.scripted_openai import KEY, Line, Reply, error, says

WORDS = "болит горло, меня зовут Бенедикт Заречный, паспорт 4510 654321"
LOUD = """
import logging, sys
from pydantic import SecretStr
from agent import AgentSettings, build
logging.basicConfig(level=logging.DEBUG)
build(AgentSettings(openai_api_key=SecretStr("k"), openai_base_url="http://127.0.0.1:9", openai_model="m"))
print([logging.getLogger(name).isEnabledFor(logging.DEBUG) for name in ("openai", "openai._base_client", "httpx2")])
"""


@pytest.mark.parametrize(
    "script",
    [(LOOKS, says("Какой день вам удобен?")), (error(401, KEY),), (Reply(b"not JSON"),), (says("У вас ангина"),)],
    ids=["good", "401", "not JSON", "refused"],
)
async def test_neither_the_key_nor_the_words_are_logged(
    arena: Arena, script: tuple[Line, ...], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    arena.play(*script)
    await arena.turn("ru", WORDS)

    assert not any(secret in caplog.text for secret in (KEY, "Бенедикт", "Заречн", "654321", "болит", "ангин"))


def test_a_shell_that_asks_openai_to_log_is_not_obeyed() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOUD],
        env={**os.environ, "OPENAI_LOG": "debug"},
        capture_output=True,
        check=True,
        text=True,
    )

    assert done.stdout.strip() == "[False, False, False]"
