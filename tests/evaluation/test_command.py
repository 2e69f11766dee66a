"""`frontdesk eval` as a person calls it."""

import asyncio
import json
import signal
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import text

from clinic.platform.database import connect
from tests.agent.scripted_openai import KEY, MODEL, ScriptedOpenAI, says, scripted
from tests.cli.processes import COMMAND, PATIENCE, called, environment, wait_for

THREE = ("--task", "ru-ent-by-specialty", "--task", "en-chest-pain", "--task", "ru-cancel-by-buttons")


@pytest.fixture
def on_postgres(postgres_server: str) -> dict[str, str]:
    return {"DATABASE_URL": postgres_server}


@contextmanager
def scripted_model(text: str) -> Iterator[ScriptedOpenAI]:
    """An OpenAI-compatible server in a thread of its own."""
    ready, done = threading.Event(), threading.Event()
    running: list[ScriptedOpenAI] = []

    async def serve() -> None:
        async with scripted(says(text)) as model:
            running.append(model)
            ready.set()
            await asyncio.to_thread(done.wait)

    thread = threading.Thread(target=lambda: asyncio.run(serve()))
    thread.start()
    try:
        assert ready.wait(10)
        yield running[0]
    finally:
        done.set()
        thread.join()


def test_tasks_are_played_and_the_results_written(on_postgres: dict[str, str], tmp_path: Path) -> None:
    done = called("eval", *THREE, "--repeat", "2", "--json", "out.json", "--show", data=tmp_path, settings=on_postgres)
    shown = done.stdout.decode()
    assert done.returncode == 0, done.stderr
    assert "pass^2" in shown
    assert "pass^3" not in shown
    assert "[Даю согласие]" in shown
    results = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert results["pass"] == {"pass^1": 1.0, "pass^2": 1.0}
    tries = [one for task in results["tasks"] for one in task["tries"]]
    assert [len(task["tries"]) for task in results["tasks"]] == [2, 2, 2]
    assert all(one["passed"] and one["turns"] > 1 for one in tries)
    assert max(one["model_calls"] for one in tries) > 1


def test_a_score_below_the_floor_is_exit_1(on_postgres: dict[str, str], tmp_path: Path) -> None:
    with scripted_model("What is wrong?") as model:
        settings = on_postgres | {"OPENAI_API_KEY": KEY, "OPENAI_BASE_URL": model.base_url, "OPENAI_MODEL": MODEL}
        one = ("eval", "--task", "en-ent-by-specialty", "--floor", "1")
        assert called(*one, data=tmp_path, settings=settings).returncode == 1
        assert called(*one, "--model", "offline", data=tmp_path, settings=settings).returncode == 0


@pytest.mark.parametrize(
    "arguments", [("--task", "no-such-task"), ("--repeat", "0"), ("--lang", "de"), ("--category", "nonsense")]
)
def test_wrong_usage_is_exit_2(arguments: tuple[str, str], on_postgres: dict[str, str], tmp_path: Path) -> None:
    assert called("eval", *arguments, data=tmp_path, settings=on_postgres).returncode == 2


def test_a_model_answers_when_it_is_named(on_postgres: dict[str, str], tmp_path: Path) -> None:
    with scripted_model("Что вас беспокоит?") as model:
        settings = on_postgres | {"OPENAI_API_KEY": KEY, "OPENAI_BASE_URL": model.base_url}
        arguments = ("--task", "ru-ent-by-specialty", "--model", MODEL, "--json", "out.json", "--floor", "1")
        done = called("eval", *arguments, data=tmp_path, settings=settings)
    assert done.returncode == 1, done.stderr
    assert f"{MODEL} gave" in done.stdout.decode()
    results = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert results["model"] == MODEL
    (one,) = results["tasks"][0]["tries"]
    assert one["answers_by_model"] == one["answers"] == one["model_calls"] == len(model.requests)


@pytest.mark.parametrize(
    ("settings", "why"),
    [
        ({}, "OPENAI_BASE_URL"),
        ({"OPENAI_API_KEY": KEY, "OPENAI_BASE_URL": "http://127.0.0.1:9/v1"}, "cannot be reached"),
    ],
)
def test_a_model_without_a_server_is_one_clear_line(settings: dict[str, str], why: str, tmp_path: Path) -> None:
    done = called("eval", "--model", "some-model", data=tmp_path, settings=settings)
    assert done.returncode == 1
    assert why in done.stderr.decode()
    assert done.stderr.decode().count("\n") == 1


def test_ctrl_c_leaves_no_database_behind(on_postgres: dict[str, str], tmp_path: Path) -> None:
    server = on_postgres["DATABASE_URL"]
    before = databases(server)
    process = subprocess.Popen(
        [*COMMAND, "eval", "--repeat", "64"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment(tmp_path, on_postgres),
        cwd=tmp_path,
    )
    try:
        wait_for(lambda: len(databases(server) - before) > 1)
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 130
    finally:
        process.kill()
        process.wait()
    assert databases(server) <= before


def databases(server: str) -> set[str]:
    """Of the evaluation."""

    async def read() -> set[str]:
        opened = connect(server, 1)
        try:
            async with opened.reading() as connection:
                found = await connection.execute(text("SELECT datname FROM pg_database"))
                return {name for name in found.scalars() if name.startswith("frontdesk_eval_")}
        finally:
            await opened.close()

    return asyncio.run(read())


def test_a_database_that_is_not_there_is_one_clear_line(tmp_path: Path) -> None:
    nowhere = {"DATABASE_URL": "postgresql://someone:hunter2hunter2@127.0.0.1:9/clinic"}
    done = called("eval", data=tmp_path, settings=nowhere)
    assert done.returncode == 1
    assert done.stderr.decode().count("\n") == 1
    assert "127.0.0.1:9/clinic cannot be reached" in done.stderr.decode()
