"""Any sequence of good and bad steps of a model, in any dialogue, keeps the invariants: over real HTTP."""

import asyncio
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from agent import Said
from tests.agent.hostile.injections import PATIENTS
from tests.agent.hostile.invariants import Arena, an_arena
from tests.agent.hostile.steps import BAD, GOOD
from tests.agent.receptionists import Language

STEPS = GOOD | BAD
_ONE = st.one_of(st.sampled_from(sorted(GOOD)), st.sampled_from(sorted(BAD)))
_LINES = st.one_of(st.none(), st.sampled_from(PATIENTS), st.text(max_size=60))


@pytest.fixture(scope="module")
def played() -> Iterator[tuple[asyncio.Runner, Arena]]:
    """An arena in a loop of its own: hypothesis calls plain functions."""
    with asyncio.Runner() as runner:
        opened = an_arena()
        yield runner, runner.run(opened.__aenter__())
        runner.run(opened.__aexit__(None, None, None))


@settings(
    max_examples=80,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(_ONE, min_size=1, max_size=9), st.sampled_from(["ru", "en"]), _LINES, st.lists(_LINES, max_size=3))
def test_any_script_keeps_the_invariants(
    played: tuple[asyncio.Runner, Arena],
    names: list[str],
    language: Language,
    text: str | None,
    earlier: list[str | None],
) -> None:
    runner, arena = played
    history = [Said("patient", line) for line in earlier if line]
    arena.play(*(STEPS[name] for name in names))

    result = runner.run(arena.turn(language, text, history))

    assert len(arena.model.requests) <= 8
    assert result.answered_by == "offline" or not set(names) <= set(BAD)
