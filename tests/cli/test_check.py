"""`frontdesk check`: one line a part, exit 1 if any fails, never a secret."""

import asyncio
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.answering import http_server
from tests.cli.processes import called, frontdesk
from tests.support.serving import API_TOKEN, Clinic

KEY = "key-that-nobody-may-see"


@contextmanager
def models(status: int, body: object) -> Iterator[str]:
    """A model server that answers GET /v1/models so; its base URL."""
    with http_server({"/v1/models": (status, body)}, {"Authorization": f"Bearer {KEY}"}) as url:
        yield f"{url}/v1"


Run = Callable[..., subprocess.CompletedProcess[bytes]]


def lines(tmp_path: Path, run: Run = called, **settings: str) -> tuple[int, dict[str, str]]:
    done = run("check", data=tmp_path, settings=settings)
    assert done.stderr == b""
    out = done.stdout.decode()
    assert KEY not in out
    assert "hunter2" not in out
    return done.returncode, {line[:12].strip(): line[12:].strip() for line in out.splitlines()}


def test_all_well(demo_database: str, tmp_path: Path) -> None:
    with models(200, {"data": [{"id": "small"}]}) as base:
        code, said = lines(
            tmp_path, DATABASE_URL=demo_database, OPENAI_API_KEY=KEY, OPENAI_BASE_URL=base, OPENAI_MODEL="small"
        )
    assert code == 0
    assert said["data folder"] == f"ok    {tmp_path}"
    assert said["database"].startswith("ok ")
    assert said["database"].endswith("; 25 doctors")
    assert said["model"] == f"ok    small at {base}"


def test_the_embedded_database_is_checked_and_left(data: Path) -> None:
    code, said = lines(data)
    assert (code, set(said)) == (0, {"data folder", "database"})
    assert said["database"] == f"ok    embedded PostgreSQL in {data}; 25 doctors"


@pytest.mark.parametrize(
    ("status", "body", "name", "words"),
    [
        (401, {}, "small", "refuses the key (401): see OPENAI_API_KEY."),
        (404, {}, "small", "answers 404: see OPENAI_BASE_URL; it often ends with /v1."),
        (200, {"data": []}, "small", "which does not list it: see OPENAI_MODEL"),
        (200, ["odd"], "small", "small at "),
        (200, {}, "", "the offline model answers, because OPENAI_MODEL is not set"),
    ],
)
def test_a_model(status: int, body: object, name: str, words: str, demo_database: str, tmp_path: Path) -> None:
    with models(status, body) as base:
        code, said = lines(
            tmp_path, DATABASE_URL=demo_database, OPENAI_API_KEY=KEY, OPENAI_BASE_URL=base, OPENAI_MODEL=name
        )
    assert words in said["model"]
    assert code == int(said["model"].startswith("FAIL")) == int(status != 200)


def test_a_server_that_hears(demo_database: str, tmp_path: Path) -> None:
    def voices(base: str, model: str) -> str:
        settings = {"TRANSCRIPTION_BASE_URL": base, "TRANSCRIPTION_API_KEY": KEY, "TRANSCRIPTION_MODEL": model}
        code, said = lines(tmp_path, called, DATABASE_URL=demo_database, **settings)
        assert code == int(said["voices"].startswith("FAIL"))
        return said["voices"]

    with models(200, {"data": [{"id": "ears"}]}) as base:
        assert voices(base, "ears") == f"ok    ears at {base}"
        assert voices(base, "").endswith("because TRANSCRIPTION_MODEL is not set")
    with models(401, {}) as base:
        assert voices(base, "ears").endswith(": see TRANSCRIPTION_API_KEY.")


def test_with_a_bot_its_tables_are_asked_for_too(demo_database: str, tmp_path: Path) -> None:
    given = {
        "DATABASE_URL": demo_database,
        "TELEGRAM_BOT_TOKEN": f"42:{KEY}",
        "TELEGRAM_API_URL": "http://127.0.0.1:9",
    }
    code, said = lines(tmp_path, called, **given)
    assert (code, said["database"].partition("its schema")[2]) == (1, " is not this version's: run frontdesk migrate.")
    assert said["Telegram"].startswith("FAIL  127.0.0.1:9 cannot be reached (ConnectError)")
    assert called("migrate", data=tmp_path, settings=given).returncode == 0
    assert lines(tmp_path, called, **given)[1]["database"].endswith("; 25 doctors")


def test_what_is_not_there_is_named_with_what_to_do(tmp_path: Path) -> None:
    code, said = lines(
        tmp_path,
        DATABASE_URL="postgresql://someone:hunter2hunter2@127.0.0.1:9/clinic",
        APPOINTMENTS_API_URL="http://someone:hunter2hunter2@127.0.0.1:9",
        OPENAI_API_KEY=KEY,
        OPENAI_BASE_URL="http://someone:hunter2hunter2@127.0.0.1:9/v1",
        OPENAI_MODEL="small",
    )
    assert code == 1
    assert [part for part, words in said.items() if words.startswith("FAIL")] == ["database", "API", "model"]
    assert "See DATABASE_URL." in said["database"]


async def test_the_api_and_its_token(clinic: Clinic, tmp_path: Path) -> None:
    async def asked(token: str) -> str:
        settings = {"DATABASE_URL": clinic.database_url, "APPOINTMENTS_API_URL": clinic.url, "API_TOKEN": token}
        return (await asyncio.to_thread(lines, tmp_path, frontdesk, **settings))[1]["API"]

    assert await asked(API_TOKEN) == f"ok    {clinic.url}"
    assert "refuses our token: API_TOKEN must be the same on both sides" in await asked("another-token-of-16")
