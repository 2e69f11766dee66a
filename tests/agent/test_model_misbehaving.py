"""Whatever a model does, over real HTTP: an answer in the patient's language, in time, with real slots only."""

import asyncio
import json
from collections.abc import Sequence

import pytest

from agent.gateway import ClinicUnavailable
from agent.output_check import speaks
from agent.turn import TurnResult
from tests.agent.clinic_in_memory import Clinic, a_clinic
from tests.agent.receptionists import LOOKS, Language, ask, context, proposes_two, thinking_with
from tests.agent.scripted_openai import Line, Reply, calls, error, message, says, scripted

WISH: dict[Language, str] = {"ru": "болит горло, завтра после пяти", "en": "sore throat, tomorrow after five"}
TURN_SECONDS = 3.0
"""Enough for a machine that runs everything else beside: an honest step must never be what takes too long."""
DEADLINE = TURN_SECONDS + 4.0

invented = calls(("propose", {"slots": [{"slot_id": "slot-9-9999", "reason": "удобно"}]}))
good = says("Есть время завтра после 17:00. Какое удобнее?").body

TRANSPORT: dict[str, Sequence[Line]] = {
    "401": [error(401, "invalid_api_key")],
    "429": [error(429, "rate_limit_exceeded")],
    "500": [error(500, "server_error")],
    "error page": [Reply(b"<html>Bad gateway</html>", 502)],
    "html with 200": [Reply(b"<html>Welcome</html>")],
    "no choices": [Reply(b'{"id":"1","object":"chat.completion","created":1,"model":"m","choices":[]}')],
    "not an object": [Reply(b"[1,2]")],
    "dripping": [Reply(good, drip=0.05)],
    "cut body": [Reply(good, cut=True)],
    "cut after tools": [LOOKS, Reply(good, cut=True)],
}
"""The server fails: LangChain's or openai's own exceptions."""

MISBEHAVIOURS: dict[str, tuple[str, Sequence[Line]]] = {
    "empty content": ("empty content", [says("")]),
    "blank content": ("empty content", [says(" \n ")]),
    "no content": ("empty content", [message(None)]),
    "empty content after tools": ("empty content", [LOOKS, proposes_two, says("")]),
    "broken arguments": ("broken tool arguments", [calls(("free_slots", '{"specialty": "ent", '))]),
    "arguments that are no object": ("ValidationError", [calls(("free_slots", '["ent"]'))]),
    "broken and good arguments": ("broken tool arguments", [calls(("specialties", {}), ("free_slots", "{nonsense"))]),
    "wrong types, again and again": ("tool errors", [calls(("free_slots", {"limit": "many"}))]),
    "bad dates, again and again": (
        "tool errors",
        [calls(("free_slots", {"specialty": "ent", "earliest": "tomorrow"}))],
    ),
    "unknown tool": ("an unknown tool", [calls(("book", {"slot_id": "slot-1-1119-1700"}))]),
    "unknown tool after reads": ("an unknown tool", [LOOKS, calls(("cancel_everything", {}))]),
    "invented slot": ("tool errors", [LOOKS, invented]),
    "endless tool loop": ("tool calls", [LOOKS]),
    "too many calls at once": ("tool calls", [calls(*[("specialties", {})] * 50)]),
    "percentages": ("a percentage", [says("С вероятностью 80% всё хорошо, какой день удобен?")]),
    "claims a booking": ("a claim to have booked", [LOOKS, proposes_two, says("Я записал вас на завтра.")]),
    "claims a booking, in English": ("a claim that a visit is booked", [says("You are booked for tomorrow.")]),
    "Markdown": ("markup", [says("**Завтра** есть время, какое удобнее?")]),
    "HTML": ("markup", [says("<b>Завтра</b> есть время, какое удобнее?")]),
    "a link": ("a link", [says("Запишитесь на https://example.com, пожалуйста")]),
    "a dose": ("a dose", [says("Выпейте 400 мг и приходите завтра.")]),
    "an invented time": (
        "a time that nobody named",
        [LOOKS, proposes_two, says("Есть время завтра в 19:45, подойдёт?")],
    ),
    "another language": ("another language", [says("Ich habe leider keine Zeit gefunden, welcher Tag passt Ihnen?")]),
    "a novel": ("too long", [says("Расскажите, пожалуйста, подробнее. " * 200)]),
    "a bad reason": (
        "markup",
        [
            LOOKS,
            calls(("propose", {"slots": [{"slot_id": "slot-1-1119-1700", "reason": "**лучшее** время"}]})),
            says("Какое время удобнее?"),
        ],
    ),
}


"""The server answers, and the answer must not go on: why, as the log says it, and the script."""


@pytest.mark.parametrize("script", TRANSPORT.values(), ids=TRANSPORT.keys())
async def test_when_the_server_fails_the_offline_model_answers(script: Sequence[Line]) -> None:
    await answers_as_if_asked_first(script)


@pytest.mark.parametrize(("why", "script"), MISBEHAVIOURS.values(), ids=MISBEHAVIOURS.keys())
async def test_when_the_model_misbehaves_the_offline_model_answers(
    why: str, script: Sequence[Line], caplog: pytest.LogCaptureFixture
) -> None:
    await answers_as_if_asked_first(script)

    (line,) = [record.getMessage() for record in caplog.records if record.name == "agent.receptionist"]
    assert line.startswith(f"the model failed, the offline model answers: {why}")


async def answers_as_if_asked_first(script: Sequence[Line]) -> None:
    clinic = a_clinic()
    async with (
        scripted(*script) as model,
        thinking_with(model.base_url, turn_seconds=TURN_SECONDS) as receptionist,
        asyncio.timeout(DEADLINE),
    ):
        result = await receptionist.answer(WISH["ru"], [], context(clinic))

    assert result == await ask(WISH["ru"], a_clinic())
    assert model.requests
    assert model.refusals == []
    only_real_slots(result, clinic)


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_a_refused_connection_is_answered_in_the_patients_language(language: Language) -> None:
    async with scripted(says("never")) as gone:
        url = gone.base_url
    clinic = a_clinic()
    async with thinking_with(url, turn_seconds=TURN_SECONDS) as receptionist, asyncio.timeout(DEADLINE):
        result = await receptionist.answer(WISH[language], [], context(clinic, language))

    assert result.answered_by == "offline"
    assert speaks(result.text, language)
    assert len(result.proposals) == 3
    only_real_slots(result, clinic)


async def test_a_wrong_key_is_refused_by_the_server_and_answered_offline() -> None:
    async with scripted(says("never")) as model, thinking_with(model.base_url, key="wrong") as receptionist:
        result = await receptionist.answer(WISH["ru"], [], context(a_clinic()))

    assert [refused[:3] for refused in model.refusals] == ["401"]
    assert (result.answered_by, len(result.proposals)) == ("offline", 3)


async def test_the_endless_loop_is_cut_at_the_limit_of_model_calls() -> None:
    async with scripted(LOOKS) as model, thinking_with(model.base_url, max_model_calls=4) as receptionist:
        await receptionist.answer(WISH["ru"], [], context(a_clinic()))

    assert len(model.requests) == 4


async def test_the_invented_slot_is_told_once_and_not_again() -> None:
    async with scripted(invented) as model, thinking_with(model.base_url) as receptionist:
        await receptionist.answer(WISH["ru"], [], context(a_clinic()))

    assert len(model.requests) == 2


async def test_the_server_is_asked_once_not_retried() -> None:
    async with scripted(error(500, "server_error")) as model, thinking_with(model.base_url) as receptionist:
        await receptionist.answer(WISH["ru"], [], context(a_clinic()))

    assert len(model.requests) == 1


async def test_a_clinic_that_does_not_answer_is_told_and_not_blamed_on_the_model() -> None:
    clinic = a_clinic()
    clinic.down = True
    async with (
        scripted(LOOKS, says("Какой день вам удобен?")) as model,
        thinking_with(model.base_url, breaker_failures=1) as receptionist,
    ):
        with pytest.raises(ClinicUnavailable):
            await receptionist.answer(WISH["ru"], [], context(clinic))
        assert model.requests == []

        result = await receptionist.answer(WISH["ru"], [], context(a_clinic()))

    assert result.answered_by == "model"


async def test_nothing_that_the_failed_model_said_or_did_reaches_the_offline_turn() -> None:
    clinic = a_clinic()
    looks_elsewhere = calls(("nearest_slot", {"specialty": "therapist"}))
    async with scripted(looks_elsewhere, says("")) as model, thinking_with(model.base_url) as receptionist:
        result = await receptionist.answer(WISH["ru"], [], context(clinic))

    assert {one.slot.specialty for one in result.proposals} == {"ent"}
    assert json.dumps(model.requests[1]["messages"]).count("nearest_slot") >= 1


def only_real_slots(result: TurnResult, clinic: Clinic) -> None:
    assert {one.slot for one in result.proposals} <= set(clinic.free)
