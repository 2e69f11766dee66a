"""Task files: `tasks/<language>/<name>.yaml`, each a category with its tasks."""

from collections import Counter
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import yaml
from pydantic import ValidationError

from evaluation.task import Task

LANGUAGES = ("ru", "en")


class BadTasks(Exception):
    """A task file says what cannot be understood: which, and what."""


@cache
def all_tasks() -> tuple[Task, ...]:
    """By language and file. Raises BadTasks."""
    tasks = tuple(
        task
        for language in LANGUAGES
        for file in sorted(files("evaluation").joinpath("tasks", language).iterdir(), key=lambda one: one.name)
        if file.name.endswith(".yaml")
        for task in tasks_of(file, language)
    )
    twice = [name for name, times in Counter(task.id for task in tasks).items() if times > 1]
    if twice:
        raise BadTasks(f"two tasks have the id {twice[0]}")
    return tasks


def tasks_of(file: Traversable, language: str) -> list[Task]:
    """The tasks of one file. Raises BadTasks."""
    try:
        found: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        raise BadTasks(f"{file.name}: {' '.join(str(error).split())}") from error
    return [_task(file.name, {"language": language, "category": found["category"]} | one) for one in found["tasks"]]


def _task(name: str, data: dict[str, Any]) -> Task:
    try:
        return Task.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise BadTasks(f"{name}: task {data.get('id')}: {place}: {first['msg']}") from error
