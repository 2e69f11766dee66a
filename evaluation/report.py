"""The results for people, as tables, and for programs, as JSON."""

from collections.abc import Iterable, Sequence
from statistics import mean
from typing import Any

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from evaluation.pass_k import pass_k
from evaluation.suite import Results, Tried
from evaluation.task import Task

MOST_K = 4


def ks(results: Results) -> range:
    return range(1, min(MOST_K, results.repeat) + 1)


def score(results: Results, tasks: Sequence[Task], k: int) -> float:
    """pass^k of these tasks."""
    return pass_k([results.passed(task) for task in tasks], results.repeat, k)


def as_table(results: Results) -> RenderableType:
    """By category and language, then what failed and why."""
    table = Table(title=None, show_edge=False)
    table.add_column("category", no_wrap=True)
    table.add_column("tasks", justify="right")
    for k in ks(results):
        table.add_column(f"pass^{k}", justify="right", no_wrap=True)
    for name in ("s", "turns", "messages", "model calls"):
        table.add_column(name, justify="right", no_wrap=True)
    groups = {category: [t for t in results.tasks if t.category == category] for category in _categories(results)}
    for category, tasks in groups.items():
        table.add_row(*_row(category, results, tasks))
    table.add_section()
    for language in dict.fromkeys(task.language for task in results.tasks):
        table.add_row(*_row(language, results, [t for t in results.tasks if t.language == language]))
    table.add_row(*_row("all", results, results.tasks), style="bold")
    return Group(*_failures(results), Text(), table)


def show_conversation(console: Console, tried: Tried) -> None:
    """Everything that was said and done, in order."""
    console.print(f"\n{tried.task.id}, try {tried.number + 1}: {tried.task.goal}", style="bold", highlight=False)
    for turn in tried.record.turns:
        console.print(Text(f"{turn.number:3} > {turn.did}", style="cyan"))
        if turn.crashed:
            console.print(Text(f"      {turn.crashed}", style="red"))
        for shown in turn.shown:
            console.print(Text("      " + shown.text.replace("\n", "\n      ")))
            for button in shown.buttons:
                console.print(Text(f"      [{button.label}]", style="dim"))
        if turn.note:
            console.print(Text(f"      ({turn.note})", style="dim"))
    for finding in tried.findings:
        console.print(Text(f"      {finding}", style="red"))
    if tried.passed:
        console.print(Text("      passed", style="green"))


def as_json(results: Results, model: str | None) -> dict[str, Any]:
    """Everything but the conversations."""
    return {
        "model": model,
        "repeat": results.repeat,
        "pass": {f"pass^{k}": round(score(results, results.tasks, k), 4) for k in ks(results)},
        "categories": {
            category: {
                f"pass^{k}": round(score(results, [t for t in results.tasks if t.category == category], k), 4)
                for k in ks(results)
            }
            for category in _categories(results)
        },
        "tasks": [_task_json(task, results.of(task)) for task in results.tasks],
    }


def _task_json(task: Task, tries: list[Tried]) -> dict[str, Any]:
    return {
        "id": task.id,
        "language": task.language,
        "category": task.category,
        "title": task.title,
        "tries": [
            {
                "passed": one.passed,
                "findings": [{"rule": found.rule, "what": found.what, "turn": found.turn} for found in one.findings],
                "seconds": round(one.record.seconds, 3),
                "turns": len(one.record.turns),
                "messages": _messages(one),
                "model_calls": one.record.model_calls,
                "answers_by_model": one.answered_by_model,
                "answers": len(one.record.answers),
            }
            for one in sorted(tries, key=lambda one: one.number)
        ],
    }


def _failures(results: Results) -> Iterable[RenderableType]:
    for task in results.tasks:
        failed = [one for one in results.of(task) if not one.passed]
        if failed:
            yield Text(f"{task.id} failed {len(failed)} of {results.repeat}: {failed[0].findings[0]}")


def _row(name: str, results: Results, tasks: Sequence[Task]) -> list[str]:
    tries = [one for task in tasks for one in results.of(task)]
    return [
        name,
        str(len(tasks)),
        *(f"{score(results, tasks, k):.2f}" for k in ks(results)),
        f"{mean(one.record.seconds for one in tries):.2f}",
        f"{mean(len(one.record.turns) for one in tries):.1f}",
        f"{mean(_messages(one) for one in tries):.1f}",
        f"{mean(one.record.model_calls for one in tries):.1f}",
    ]


def _messages(one: Tried) -> int:
    """That the patient got."""
    return sum(len(turn.shown) for turn in one.record.turns)


def _categories(results: Results) -> list[str]:
    return list(dict.fromkeys(task.category for task in results.tasks))
