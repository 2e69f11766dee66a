"""A model that does harm with well-formed HTTP: alone, after good steps, and without an end."""

import pytest

from tests.agent.clinic_in_memory import a_clinic
from tests.agent.hostile.invariants import STOLEN, Arena
from tests.agent.hostile.steps import BAD, GOOD, proposes
from tests.agent.receptionists import LOOKS, Language, context, issued
from tests.agent.scripted_openai import Body, Line, Reply, calls, says

STEPS = pytest.mark.parametrize("step", BAD.values(), ids=BAD.keys())
LOOPS = (GOOD["looks"], GOOD["reads appointments"], GOOD["proposes two"], BAD["odd arguments"])


@pytest.mark.parametrize("language", ["ru", "en"])
@STEPS
async def test_a_bad_step_does_no_harm(arena: Arena, step: Line, language: Language) -> None:
    arena.play(step)
    result = await arena.turn(language)

    assert (result.answered_by, len(result.proposals)) == ("offline", 3)


@pytest.mark.parametrize("language", ["ru", "en"])
@STEPS
async def test_nor_after_good_ones(arena: Arena, step: Line, language: Language) -> None:
    first = GOOD["proposes two" if language == "ru" else "proposes in English"]
    arena.play(LOOKS, calls(("my_appointments", {})), first, step)
    await arena.turn(language)


@STEPS
async def test_nor_before_good_ones(arena: Arena, step: Line) -> None:
    arena.play(step, LOOKS, proposes(2), says("Какое время вам удобнее?"))
    await arena.turn("ru")


@pytest.mark.parametrize(
    "step", [GOOD["looks"], GOOD["reads appointments"], GOOD["proposes two"], BAD["odd arguments"]]
)
async def test_a_loop_ends_at_the_limit(arena: Arena, step: Line) -> None:
    arena.play(LOOKS, step)
    result = await arena.turn("ru")

    assert result.answered_by == "offline"
    assert len(arena.model.requests) <= 12


async def test_a_slot_of_another_accounts_turn_is_not_this_ones(arena: Arena) -> None:
    seen: list[str] = []

    def remembers(body: Body) -> Reply:
        seen.extend(issued(body))
        return says("Какое время вам удобнее?")

    def proposes_it(_: Body) -> Reply:
        return calls(("propose", {"slots": [{"slot_id": seen[-1], "reason": "удобно"}]}))

    other = a_clinic()
    other.free = (*other.free, STOLEN)
    arena.play(LOOKS, remembers, proposes_it)
    await arena.receptionist.answer("болит горло", [], context(other))
    result = await arena.turn("ru", "спасибо")

    assert seen[-1] == STOLEN.slot_id
    assert result.proposals == ()
