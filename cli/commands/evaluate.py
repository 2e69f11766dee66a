"""Let scripted patients talk to the front desk, and grade how it ended."""

import asyncio
import json
import logging
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import structlog
import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

import agent
from agent import AgentSettings
from cli import event_loop
from cli.agent_settings import agent_settings
from cli.checks.asking import get, without_user
from cli.environment import Environment
from cli.on_database import failures_in_words, reachable
from cli.running import Failed, database, read_environment
from evaluation.load import BadTasks, all_tasks
from evaluation.report import as_json, as_table, score, show_conversation
from evaluation.suite import Results, Tried, run_suite
from evaluation.task import Task

OFFLINE = "offline"
WIDTH = 120
"""Letters a line where no terminal tells its own."""


def evaluate(
    *,
    model: str | None,
    repeat: int,
    jobs: int,
    task_ids: Sequence[str],
    lang: Literal["ru", "en"] | None,
    category: str | None,
    show: bool,
    json_file: Path | None,
    floor: float,
) -> int:
    """Print the tables; the exit code: 1 if pass^1 is below `floor`. Raises Failed for what no bot can help."""
    tasks = _chosen(task_ids, lang, category)
    environment = read_environment()
    settings = _settings(environment, model)
    _quiet()
    with database(environment) as url, failures_in_words(url):
        event_loop.run(reachable(url))
        with _progress(len(tasks) * repeat) as progress:
            results = event_loop.run(_run(tasks, url, settings, repeat, jobs, progress))
    console = Console(soft_wrap=True, width=None if sys.stdout.isatty() else WIDTH)
    if show:
        for one in sorted(results.tries, key=lambda one: (tasks.index(one.task), one.number)):
            show_conversation(console, one)
    console.print(as_table(results))
    name = settings.openai_model if settings.has_model else None
    if json_file is not None:
        json_file.write_text(json.dumps(as_json(results, name), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    if name is not None:
        _say_who_answered(results, name)
    return int(score(results, tasks, 1) < floor)


def _chosen(task_ids: Sequence[str], lang: str | None, category: str | None) -> list[Task]:
    try:
        known = all_tasks()
    except BadTasks as bad:
        raise Failed(f"The tasks cannot be read: {bad}") from bad
    unknown = sorted(set(task_ids) - {task.id for task in known})
    if unknown:
        raise typer.BadParameter(f"there is no task '{unknown[0]}'")
    chosen = [
        task
        for task in known
        if (not task_ids or task.id in task_ids) and lang in (None, task.language) and category in (None, task.category)
    ]
    if not chosen:
        raise typer.BadParameter("no task is like that")
    return chosen


def _settings(environment: Environment, model: str | None) -> AgentSettings:
    """The agent's, with the wanted model. Raises Failed if its server is not named, or does not serve."""
    if model == OFFLINE:
        return AgentSettings()
    if model is not None:
        environment = environment.model_copy(update={"openai_model": model})
    settings = agent_settings(environment)
    if not settings.has_model:
        if model is not None:
            raise Failed("--model needs a server: set OPENAI_BASE_URL and OPENAI_API_KEY.")
        return settings
    _reach(settings)
    return settings


def _reach(settings: AgentSettings) -> None:
    """A server that is away or refuses the key would leave the whole score to the offline model. Raises Failed."""
    base, key = settings.openai_base_url or "", settings.openai_api_key
    headers = {"Authorization": f"Bearer {key.get_secret_value()}"} if key else {}
    answer = get(f"{base.rstrip('/')}/models", headers)
    if answer.status_code in (401, 403):
        raise Failed(f"{without_user(base)} refuses the key ({answer.status_code}): see OPENAI_API_KEY.")


async def _run(
    tasks: Sequence[Task], url: str, settings: AgentSettings, repeat: int, jobs: int, progress: Progress
) -> Results:
    receptionist = await asyncio.to_thread(agent.build, settings)
    bar = progress.task_ids[0]

    def tried(one: Tried) -> None:
        progress.update(bar, advance=1, description=one.task.id)

    try:
        return await run_suite(tasks, url, lambda _: receptionist, repeat=repeat, jobs=jobs, progress=tried)
    finally:
        await receptionist.aclose()


@contextmanager
def _progress(tries: int) -> Iterator[Progress]:
    """On standard error: standard output is the result."""
    columns = (BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        progress.add_task("", total=tries)
        yield progress


def _say_who_answered(results: Results, name: str) -> None:
    """A model that failed was stood in for by the offline one: the score is then partly its."""
    answers = sum(len(one.record.answers) for one in results.tries)
    by_model = sum(one.answered_by_model for one in results.tries)
    sys.stdout.write(f"{name} gave {by_model} of {answers} answers; where it failed, the offline model answered.\n")


def _quiet() -> None:
    """A refused slot or a failing model is part of what is measured: the table tells of it."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    logging.basicConfig(level=logging.CRITICAL, force=True)
