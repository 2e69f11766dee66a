"""The patient without a model: wording differs from try to try, deeds follow from what is seen."""

from typing import Any

from evaluation.clinic import House
from evaluation.hearing import asked
from evaluation.suite import Tried, try_once
from evaluation.task import Task
from tests.evaluation.faults import Proposes


def task(**patient: Any) -> Task:
    script = {"opening": ["К терапевту", "терапевта бы"], "accepts": {"specialty": ["therapist"]}} | patient
    return Task.model_validate(
        {"id": "a-task", "language": "ru", "category": "test", "title": "t", "goal": "g", "patient": script}
    )


def did(tried: Tried) -> list[str]:
    return [turn.did for turn in tried.record.turns]


async def test_tries_differ_in_wording_and_in_when_the_consent_is_given(rooms: House) -> None:
    first, second = [did(await try_once(task(), number, rooms, Proposes())) for number in (0, 1)]
    assert first[:3] == ["/start", "К терапевту", "[Даю согласие]"]
    assert second[:4] == ["/start", "[Даю согласие]", "[Не сейчас]", "терапевта бы"]


async def test_the_same_try_is_the_same_conversation(rooms: House) -> None:
    once, again = [did(await try_once(task(), 0, rooms, Proposes())) for _ in range(2)]
    assert once == again


async def test_what_does_not_fit_is_objected_to_and_never_taken(rooms: House) -> None:
    one = task(accepts={"specialty": ["dentist"]}, objects=[["Мне к зубному"], ["Нет, к зубному"]])
    tried = await try_once(one, 0, rooms, Proposes())
    assert did(tried)[3:5] == ["Мне к зубному", "Нет, к зубному"]
    assert not any(request.holds for request in tried.record.requests)


async def test_a_conversation_ends_although_nobody_ends_it(rooms: House) -> None:
    chatter = [{"at": "any", "say": ["Хм"]} for _ in range(30)]
    tried = await try_once(task(acts=chatter, max_turns=9), 0, rooms, Proposes())
    assert len(tried.record.turns) == 9


async def test_a_time_that_somebody_takes_meanwhile_is_gone(rooms: House) -> None:
    tried = await try_once(task(acts=[{"at": "offers", "taken": "fitting"}]), 0, rooms, Proposes())
    assert tried.passed
    assert [r.status for r in tried.record.requests if r.holds] == [409, 201]


def test_questions_are_heard() -> None:
    assert asked("Когда вам удобно прийти?", "ru") == ("when",)
    assert asked("Как зовут ребёнка? Напишите имя.", "ru") == ("child",)
    assert set(asked("What is wrong, and when does it suit you?", "en")) == {"what", "when"}
    assert asked("Я нашла время на завтра.", "ru") == ()
