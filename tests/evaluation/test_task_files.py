"""The tasks that are delivered: enough of them, in both languages, and what is no task is refused."""

from collections import Counter
from importlib.resources.abc import Traversable
from pathlib import Path

import pytest

from evaluation.load import BadTasks, all_tasks, tasks_of
from evaluation.sights import kinds


def test_there_are_enough_tasks_in_both_languages() -> None:
    languages = Counter(task.language for task in all_tasks())
    assert languages["ru"] >= 45
    assert languages["en"] >= 35
    categories = {language: {t.category for t in all_tasks() if t.language == language} for language in languages}
    assert categories["ru"] == categories["en"]


def test_every_button_that_is_tapped_exists() -> None:
    tapped = {act.tap for task in all_tasks() for act in task.patient.acts if act.tap is not None}
    assert tapped <= set(kinds().values())


def test_wording_differs_between_tries() -> None:
    several = [task for task in all_tasks() if len(task.patient.opening) > 1]
    assert len(several) > len(all_tasks()) * 0.9


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("category: x\ntasks: [{id: a, title: t, goal: g, patient: {opening: [hello], wishes: 3}}]", "patient.wishes"),
        ("category: x\ntasks: [{id: a, title: t, goal: g, patient: {opening: []}}]", "patient.opening"),
        (
            "category: x\ntasks: [{id: a, title: t, goal: g, patient: {opening: [a]}, end: {cancelled: [x]}}]",
            "no such earlier visit",
        ),
        ("category: [", "expected"),
    ],
)
def test_a_task_that_says_what_nobody_understands_is_refused(text: str, why: str, tmp_path: Path) -> None:
    file: Traversable = tmp_path / "task.yaml"
    (tmp_path / "task.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(BadTasks, match=why):
        tasks_of(file, "en")
