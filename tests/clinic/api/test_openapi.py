"""The OpenAPI document, and schemathesis over a running process: whatever it thinks of, no 5xx."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import content_type_conformance, not_a_server_error, response_schema_conformance
from schemathesis.core.result import Ok
from schemathesis.generation import GenerationMode
from schemathesis.generation.case import Case

from cli.child import child, free_port, wait_until_ready
from clinic.main.app import create_app
from tests.support import postgres
from tests.support.serving import API_TOKEN, IDENTITY_SECRET, SLOT_SECRET, Clinic, clinic_settings

CHECKS = [not_a_server_error, content_type_conformance, response_schema_conformance]
DOCUMENT = create_app(clinic_settings("postgresql://nobody@127.0.0.1:1/none")).openapi()


def test_every_route_tells_its_errors() -> None:
    for path, operations in DOCUMENT["paths"].items():
        for method, operation in operations.items():
            assert operation["summary"], (method, path)
            if path.startswith("/api/v1"):
                assert operation["security"] == [{"Authenticate": []}], (method, path)
                assert {"400", "401", "403", "422", "503"} <= operation["responses"].keys(), (method, path)


def test_bodies_come_with_examples() -> None:
    for path in ("/appointments", "/holds", "/appointments/{appointment_id}/reschedule"):
        content = DOCUMENT["paths"][f"/api/v1{path}"]["post"]["requestBody"]["content"]["application/json"]
        assert content["examples"], path


async def test_the_document_and_its_pages_are_served(clinic: Clinic) -> None:
    anybody = await clinic.client()
    assert (await anybody.get(f"{clinic.url}/docs")).status_code == 200
    assert (await anybody.get(f"{clinic.url}/openapi.json")).json()["paths"].keys() == DOCUMENT["paths"].keys()


@pytest.fixture(scope="module")
def api_url(postgres_server: str, synthetic_template: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A process of its own: schemathesis blocks the loop that would serve it."""
    folder = tmp_path_factory.mktemp("api")
    database = "frontdesk_schemathesis"
    asyncio.run(postgres.administer(postgres_server, f"CREATE DATABASE {database} TEMPLATE {synthetic_template}"))
    environment = {
        "DATABASE_URL": postgres.of(postgres_server, database),
        "API_TOKEN": API_TOKEN,
        "IDENTITY_SECRET": IDENTITY_SECRET,
        "SLOT_SECRET": SLOT_SECRET,
        "FRONTDESK_DATA": str(folder),
    }
    port, log = free_port(), Path(folder) / "api.log"
    with child(["api", "--port", str(port)], environment, log) as process:
        url = f"http://127.0.0.1:{port}"
        wait_until_ready(f"{url}/readyz", process, log)
        yield url
    asyncio.run(postgres.administer(postgres_server, f"DROP DATABASE {database} WITH (FORCE)"))


OPERATIONS = {
    f"{operation.method.upper()} {operation.path}": operation
    for found in schemathesis.openapi.from_dict(DOCUMENT).get_all_operations()
    if isinstance(found, Ok) and (operation := found.ok())
}
CASES = [
    (name, mode)
    for name, operation in OPERATIONS.items()
    for mode in GenerationMode
    # Where nothing can be sent, nothing wrong can be.
    if mode is GenerationMode.POSITIVE or operation.body or operation.path_parameters or operation.query
]


@pytest.mark.parametrize(("name", "mode"), CASES)
def test_schemathesis_finds_no_server_error(api_url: str, name: str, mode: GenerationMode) -> None:
    @settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(case=OPERATIONS[name].as_strategy(generation_mode=mode))
    def check(case: Case[Any]) -> None:
        answer = case.call(base_url=api_url, headers={"Authorization": f"Bearer {API_TOKEN}"})
        case.validate_response(answer, checks=CHECKS)

    check()
