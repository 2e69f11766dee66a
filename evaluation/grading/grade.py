"""All findings about a try; none means that it passed."""

from evaluation.grading.end import wrong_end
from evaluation.grading.finding import Finding
from evaluation.grading.glass import Glass
from evaluation.grading.rules import RULES
from evaluation.play import Played
from evaluation.task import Task


def grade(task: Task, played: Played, glass: Glass) -> list[Finding]:
    """The end first, then the rules in the order of the policy."""
    return [*wrong_end(task, played, glass), *(found for rule in RULES for found in rule(task, played, glass))]
