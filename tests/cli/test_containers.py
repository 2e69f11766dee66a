"""Dockerfile and compose file agree with the command, the settings and the packages. Nothing is built here."""

import json
import re
import shlex
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.main import get_command

from cli.environment import Environment
from cli.main import app

ROOT = Path(__file__).parents[2]
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
DOCUMENTED = set(
    re.findall(r"^#?([A-Z][A-Z0-9_]+)=", (ROOT / ".env.example").read_text(encoding="utf-8"), re.MULTILINE)
)
OF_COMPOSE_ALONE = {"POSTGRES_PASSWORD"}


def container_command() -> str:
    found = re.search(r"^CMD (\[.*\])$", DOCKERFILE, re.MULTILINE)
    assert found
    shell, flag, script = json.loads(found[1])
    assert (shell, flag) == ("/bin/sh", "-c")
    return str(script)


def calls() -> list[list[str]]:
    """Every `frontdesk …` that a container runs."""
    of_image = [shlex.split(part.removeprefix("exec ")) for part in container_command().split(" && ")]
    of_services = [service["command"] for service in COMPOSE["services"].values() if "command" in service]
    return [*of_image, *of_services]


@pytest.mark.parametrize("call", calls(), ids=" ".join)
def test_every_call_is_understood_by_the_command(call: list[str]) -> None:
    assert call[0] == "frontdesk"
    commands: dict[str, Any] = getattr(get_command(app), "commands", {})
    context = commands[call[1]].make_context(call[1], call[2:])  # raises for options that there are not
    assert context.command.name == call[1]


def test_the_api_starts_after_the_migration_and_listens_for_others() -> None:
    assert container_command() == "frontdesk migrate && exec frontdesk api --host 0.0.0.0 --port 8000"
    services = COMPOSE["services"]
    assert services["migrate"]["depends_on"]["postgres"]["condition"] == "service_healthy"
    assert services["api"]["depends_on"]["migrate"]["condition"] == "service_completed_successfully"
    assert "restart" not in services["migrate"]
    assert services["postgres"]["image"] == "postgres:18"
    assert services["postgres"]["volumes"] == ["database:/var/lib/postgresql"]  # where the image of 18 keeps its data
    assert "database" in COMPOSE["volumes"]


def test_the_bot_starts_when_the_api_is_well_and_has_the_time_to_end_in_order() -> None:
    services = COMPOSE["services"]
    assert services["bot"]["depends_on"]["api"]["condition"] == "service_healthy"
    assert services["bot"]["depends_on"]["migrate"]["condition"] == "service_completed_successfully"
    assert services["worker"]["depends_on"]["migrate"]["condition"] == "service_completed_successfully"
    for name in ("api", "bot", "worker"):
        assert (services[name]["init"], services[name]["stop_grace_period"]) == (True, "15s")
        assert services[name]["restart"] == "unless-stopped"
    api = services["api"]["command"]
    assert services["bot"]["environment"]["APPOINTMENTS_API_URL"] == f"http://api:{api[api.index('--port') + 1]}"


def test_the_worker_is_asked_for_its_health_where_it_listens() -> None:
    worker = COMPOSE["services"]["worker"]
    port = worker["command"][worker["command"].index("--port") + 1]
    assert f"http://127.0.0.1:{port}/healthz" in " ".join(worker["healthcheck"]["test"])


@pytest.mark.parametrize("name", ["api", "bot"])
def test_the_ports_are_the_same_everywhere(name: str) -> None:
    service = COMPOSE["services"][name]
    (published,) = service["ports"]
    port = service["command"][service["command"].index("--port") + 1]
    assert published == f"127.0.0.1:{port}:{port}"
    assert re.search(rf"^EXPOSE .*\b{port}\b", DOCKERFILE, re.MULTILINE)
    health = " ".join(service["healthcheck"]["test"]) if name == "bot" else DOCKERFILE
    assert f"http://127.0.0.1:{port}/healthz" in health
    assert service["command"][2:4] == ["--host", "0.0.0.0"]  # noqa: S104 - of a container
    if name == "api":
        assert f"--port {port}" in container_command()


@pytest.mark.parametrize("name", ["migrate", "api", "worker", "bot"])
def test_every_variable_is_a_documented_setting(name: str) -> None:
    given = set(COMPOSE["services"][name]["environment"])
    assert given <= DOCUMENTED
    assert given <= {field.upper() for field in Environment.model_fields}
    asked = set(re.findall(r"\$\{([A-Z_]+)", json.dumps(COMPOSE)))
    assert asked <= DOCUMENTED | OF_COMPOSE_ALONE


def test_the_example_lists_every_setting_and_no_other() -> None:
    assert {field.upper() for field in Environment.model_fields} == DOCUMENTED - OF_COMPOSE_ALONE


def test_defaults_are_those_of_the_settings() -> None:
    for name, value in COMPOSE["services"]["bot"]["environment"].items():
        if default := re.fullmatch(rf"\$\{{{name}:-(.+)\}}", value):
            assert str(Environment.model_fields[name.lower()].default) == default[1]


def test_no_secret_is_written_down() -> None:
    text = json.dumps(COMPOSE) + DOCKERFILE
    for name in ("POSTGRES_PASSWORD", "API_TOKEN", "IDENTITY_SECRET", "SLOT_SECRET", "TELEGRAM_BOT_TOKEN"):
        assert not re.search(rf"\b{name}\b\"?\s*[:=]\s*\"?(?!\$\{{{name}:\?)[\w]", text), name
    assert "env" not in {line.strip("!").strip("./") for line in dockerignore() if line.startswith("!")}
    assert dockerignore()[0] == "*"


def dockerignore() -> list[str]:
    lines = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def test_the_image_is_made_of_every_package_and_of_nothing_that_is_not_there() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    packages = set(project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"])
    copied = {
        word for line in re.findall(r"^COPY (?!--from)(.*) \S+$", DOCKERFILE, re.MULTILINE) for word in line.split()
    }
    assert packages <= copied
    assert all((ROOT / name).exists() for name in copied)
    assert {f"!{name}" for name in copied} <= set(dockerignore())


def test_it_runs_as_an_ordinary_user_and_from_the_lock() -> None:
    last_stage = DOCKERFILE.rpartition("\nFROM ")[2]
    assert re.search(r"^USER frontdesk$", last_stage, re.MULTILINE)
    assert "HEALTHCHECK" in last_stage
    assert DOCKERFILE.count("uv sync --locked --no-dev") == 2
    assert "uv" not in re.sub(r"COPY --from=build.*", "", last_stage).split()
