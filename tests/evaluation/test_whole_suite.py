"""Every task once with the offline model: its score does not fall unseen, and what it loses can be won."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

import agent
from evaluation.clinic import House
from evaluation.load import all_tasks
from evaluation.report import score
from evaluation.suite import Results, run_suite, try_once
from tests.evaluation.oracle import Oracle

FLOOR = 0.96
"""Below what was measured, so that a task more that fails is no alarm; a rule that breaks a kind of task is."""
GATE = "emergency-first"
"""What the emergency rules see in a text, no receptionist can change: the score tells of it."""


@pytest_asyncio.fixture(scope="module")
async def offline(postgres_server: str) -> AsyncIterator[Results]:
    receptionist = agent.build(agent.AgentSettings())
    yield await run_suite(all_tasks(), postgres_server, lambda _: receptionist, jobs=2)
    await receptionist.aclose()


@pytest.mark.timeout(400)
async def test_the_offline_model_keeps_its_score(offline: Results) -> None:
    lost = [f"{one.task.id}: {one.findings[0]}" for one in offline.tries if not one.passed]
    assert score(offline, offline.tasks, 1) >= FLOOR, "\n".join(lost)


@pytest.mark.timeout(400)
async def test_a_mind_that_knows_the_task_wins_what_the_offline_model_loses(offline: Results, rooms: House) -> None:
    lost = [one.task for one in offline.tries if not one.passed]
    tried = [await try_once(task, 0, rooms, Oracle(task)) for task in lost]
    never = {one.task.id: [str(found) for found in one.findings] for one in tried if not one.passed}
    assert not {name: found for name, found in never.items() if not any(GATE in each for each in found)}
