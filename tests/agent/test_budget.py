"""The day's calls of the model, counted one by one over real HTTP; when they are spent the offline model answers."""

import dataclasses
from datetime import date, timedelta

import pytest

from agent.budget import BudgetInMemory
from agent.turn import TurnResult
from tests.agent.clinic_in_memory import NOW, a_clinic
from tests.agent.receptionists import LOOKS, ask, context, proposes_two, thinking_with
from tests.agent.scripted_openai import says, scripted

ANSWER = "Есть два времени завтра после 17:00. Какое удобнее?"
WISH = "болит горло, завтра после пяти"


class Failing:
    async def take(self, day: date) -> bool:
        del day
        raise ConnectionError("the words of a database")


async def test_calls_are_counted_and_not_turns(caplog: pytest.LogCaptureFixture) -> None:
    async with (
        scripted(LOOKS, proposes_two, says(ANSWER), LOOKS) as model,
        thinking_with(model.base_url, model_calls_a_day=4) as receptionist,
    ):
        first = await receptionist.answer(WISH, [], context(a_clinic()))
        spent_on_the_way = await receptionist.answer(WISH, [], context(a_clinic()))
        third = await receptionist.answer(WISH, [], context(a_clinic()))

    assert (first.answered_by, first.text) == ("model", ANSWER)
    assert spent_on_the_way == third == await ask(WISH, a_clinic())
    assert len(model.requests) == 4
    assert _told(caplog) == ["no call of the model is left, the offline model answers: the day's calls are spent"]


async def test_a_new_day_of_the_clinics_calendar_begins_at_its_midnight() -> None:
    late = NOW.replace(hour=23, minute=59)
    turn = context(a_clinic())
    async with (
        scripted(says("Какой день вам удобен?")) as model,
        thinking_with(model.base_url, model_calls_a_day=1) as receptionist,
    ):
        answered = [
            (await receptionist.answer("спасибо", [], dataclasses.replace(turn, now=now))).answered_by
            for now in (NOW, late, late + timedelta(minutes=1))
        ]

    assert answered == ["model", "offline", "model"]


async def test_a_budget_of_nothing_asks_no_model() -> None:
    async with (
        scripted(says(ANSWER)) as model,
        thinking_with(model.base_url, model_calls_a_day=0) as receptionist,
    ):
        result = await receptionist.answer(WISH, [], context(a_clinic()))

    assert (result.answered_by, model.requests) == ("offline", [])


async def test_a_count_that_fails_is_answered_offline_and_leaves_the_breaker_alone(
    caplog: pytest.LogCaptureFixture,
) -> None:
    turn = context(a_clinic())
    async with (
        scripted(says("Какой день вам удобен?")) as model,
        thinking_with(model.base_url, breaker_failures=1) as receptionist,
    ):
        result = await receptionist.answer(WISH, [], dataclasses.replace(turn, budget=Failing()))
        after = await receptionist.answer("спасибо", [], turn)

    assert result == await ask(WISH, a_clinic())
    assert after.answered_by == "model"
    assert len(model.requests) == 1
    assert _told(caplog) == [
        "no call of the model is left, the offline model answers: the count failed: ConnectionError"
    ]


async def test_turns_with_one_budget_share_it() -> None:
    shared = BudgetInMemory(1)
    turn = dataclasses.replace(context(a_clinic()), budget=shared)
    results: list[TurnResult] = []
    async with scripted(says("Какой день вам удобен?")) as model:
        for _ in range(2):  # two processes
            async with thinking_with(model.base_url) as receptionist:
                results.append(await receptionist.answer("спасибо", [], turn))

    assert [one.answered_by for one in results] == ["model", "offline"]
    assert len(model.requests) == 1


def _told(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.name == "agent.receptionist"]
