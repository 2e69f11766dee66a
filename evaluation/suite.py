"""All tries of all tasks, some at a time."""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from agent.turn import Receptionist
from evaluation.calls import counted
from evaluation.clinic import House, house, prepared
from evaluation.grading.finding import Finding
from evaluation.grading.glass import Glass
from evaluation.grading.grade import grade
from evaluation.play import play
from evaluation.record import Record
from evaluation.task import Task

ReceptionistOf = Callable[[Task], Receptionist]


@dataclass(frozen=True, slots=True)
class Tried:
    """One try and what is wrong with it."""

    task: Task
    number: int
    findings: list[Finding]
    record: Record

    @property
    def passed(self) -> bool:
        return not self.findings

    @property
    def answered_by_model(self) -> int:
        """Answers that the configured model gave, and not the offline one instead of it."""
        return sum(answer.result.answered_by == "model" for answer in self.record.answers)


@dataclass(frozen=True, slots=True)
class Results:
    tasks: tuple[Task, ...]
    repeat: int
    tries: list[Tried] = field(default_factory=list)

    def of(self, task: Task) -> list[Tried]:
        return [one for one in self.tries if one.task is task]

    def passed(self, task: Task) -> int:
        """How many tries succeeded."""
        return sum(one.passed for one in self.of(task))


async def run_suite(
    tasks: Sequence[Task],
    server: str,
    receptionist_of: ReceptionistOf,
    *,
    repeat: int = 1,
    jobs: int = 1,
    progress: Callable[[Tried], None] = lambda _: None,
) -> Results:
    """`server`: a PostgreSQL on which databases may be made; `jobs`: tries at a time. Raises what is no bot's fault:
    a database that cannot be reached, a task whose world cannot be made."""
    results = Results(tuple(tasks), repeat)
    waiting = deque((task, number) for number in range(repeat) for task in tasks)
    async with prepared(server) as template:

        async def work() -> None:
            async with house(server, template) as rooms:
                while waiting:
                    task, number = waiting.popleft()
                    tried = await try_once(task, number, rooms, receptionist_of(task))
                    results.tries.append(tried)
                    progress(tried)

        try:
            async with asyncio.TaskGroup() as group:
                for _ in range(min(jobs, len(waiting))):
                    group.create_task(work())
        except ExceptionGroup as several:
            raise _first(several) from several
    return results


def _first(failure: Exception) -> Exception:
    """What went wrong first, out of groups in groups."""
    while isinstance(failure, ExceptionGroup):
        failure = failure.exceptions[0]
    return failure


async def try_once(task: Task, number: int, rooms: House, receptionist: Receptionist) -> Tried:
    """The try with this number, played and graded."""
    calls = counted()
    async with rooms.clinic(task.now) as clinic:
        played = await play(task, number, clinic, receptionist)
        branches = {one.branch_id: one for one in await clinic.staff.branches()}
        glass = Glass(clinic.doctors, branches, await clinic.staff.visit_types())
    played.record.model_calls = calls.count
    return Tried(task, number, grade(task, played, glass), played.record)
