"""Nothing that an agent can reach books, cancels or changes: its gateway has no such method, its tools no such name."""

import inspect
from pathlib import Path

from pydantic import SecretStr

import agent
from agent.gateway import ClinicGateway
from agent.settings import AgentSettings
from agent.tools import all_tools
from agent.turn import TurnContext
from bot.clinic_gateway import HttpClinicGateway

READS = {
    "branches", "specialties", "doctors", "free_slots", "nearest_slots", "visit_types",
    "my_appointments", "past_visits",
}  # fmt: skip
WRITING = (
    "book",
    "hold",
    "cancel",
    "confirm",
    "create",
    "delete",
    "move",
    "reschedule",
    "add_",
    "set_",
    "give_",
    "ask_",
)


def test_the_gateway_has_reads_and_nothing_else() -> None:
    assert _methods(ClinicGateway) == READS
    assert _methods(HttpClinicGateway) == READS


def test_no_tool_writes() -> None:
    assert not any(tool.name.startswith(WRITING) for tool in all_tools())


def test_the_agents_code_calls_no_write() -> None:
    sources = "\n".join(path.read_text(encoding="utf-8") for path in Path(agent.__file__).parent.rglob("*.py"))

    assert "gateway." in sources
    assert {name for name in _called(sources) if name not in READS} == set()


def test_a_turn_is_given_no_way_to_write() -> None:
    given = set(inspect.signature(TurnContext).parameters)

    assert given == {"gateway", "now", "zone", "language", "known", "budget", "wanted", "for_child"}


def test_the_key_shows_nowhere() -> None:
    settings = AgentSettings(openai_api_key=SecretStr("sk-very-secret"), openai_base_url="http://x")

    assert "sk-very-secret" not in repr(settings) + str(settings) + settings.model_dump_json()


def _methods(gateway: type) -> set[str]:
    return {name for name, value in vars(gateway).items() if callable(value) and not name.startswith("_")}


def _called(sources: str) -> list[str]:
    """What is called on anything named gateway."""
    return [part.split("(")[0].split(")")[0] for part in sources.split("gateway.")[1:] if "(" in part.split("\n")[0]]
