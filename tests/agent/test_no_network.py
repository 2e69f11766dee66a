"""A session in which a call of a real model is forbidden: the offline receptionist opens no socket."""

import os
import socket
import subprocess
import sys
from typing import Any, NoReturn

import pytest
from pydantic import SecretStr

from agent import AgentSettings, build
from tests.agent.clinic_in_memory import a_clinic
from tests.agent.receptionists import context


@pytest.fixture
def forbidden_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: Any, **kwargs: Any) -> NoReturn:
        raise AssertionError("a test without a network has opened a connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.mark.usefixtures("forbidden_network")
@pytest.mark.parametrize(
    "settings",
    [
        AgentSettings(),
        AgentSettings(openai_api_key=SecretStr("k"), openai_model="m"),
        AgentSettings(openai_base_url="http://127.0.0.1:9", openai_model="m"),
        AgentSettings(openai_api_key=SecretStr(""), openai_base_url="", openai_model=""),
    ],
    ids=["nothing", "no address", "no key", "blank"],
)
async def test_an_unfinished_configuration_means_the_offline_model(
    settings: AgentSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "OPENAI_MODEL"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/v1")

    result = await build(settings).answer("болит горло, завтра после пяти", [], context(a_clinic()))

    assert (result.answered_by, len(result.proposals)) == ("offline", 3)


TRACED_TURN = """
import asyncio, sys
connected = []
sys.addaudithook(lambda event, args: connected.append(args[1]) if event == "socket.connect" else None)
from tests.agent.clinic_in_memory import a_clinic
from tests.agent.receptionists import ask
result = asyncio.run(ask("болит горло, завтра после пяти", a_clinic()))
from langchain_core.tracers.langchain import wait_for_all_tracers
wait_for_all_tracers()
print(len(result.proposals), connected)
"""


def test_a_tracing_service_in_the_environment_is_told_nothing() -> None:
    tracing = {"LANGSMITH_TRACING": "true", "LANGSMITH_API_KEY": "k", "LANGSMITH_ENDPOINT": "http://127.0.0.1:9"}
    done = subprocess.run(
        [sys.executable, "-c", TRACED_TURN], capture_output=True, text=True, timeout=60, env=os.environ | tracing
    )

    assert done.stdout.strip() == "3 []", done.stderr


def test_importing_the_agent_imports_no_framework() -> None:
    check = "import sys, agent; print(*sorted({m.partition('.')[0] for m in sys.modules}))"
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True, timeout=30)

    assert not {"langchain", "langchain_core", "langgraph", "langsmith", "openai", "httpx", "yaml"} & set(
        done.stdout.split()
    )
