"""The same agent thinking with an OpenAI-compatible model, over real HTTP, when the model behaves."""

import json
from pathlib import Path

import pytest

import agent
from agent import Said
from agent.gateway import SlotQuery
from agent.output_check import speaks
from tests.agent.clinic_in_memory import a_clinic
from tests.agent.receptionists import LOOKS, context, issued, proposes_two, thinking_with
from tests.agent.scripted_openai import Body, Reply, calls, says, scripted

POLICY = Path(agent.__file__).parent / "policy" / "receptionist.md"
ANSWER = "Есть два времени у отоларинголога завтра после 17:00. Какое удобнее?"


async def test_a_tool_calling_conversation_ends_in_the_models_words_and_the_clinics_slots() -> None:
    async with scripted(LOOKS, proposes_two, says(ANSWER)) as model, thinking_with(model.base_url) as receptionist:
        result = await receptionist.answer("болит горло, завтра после пяти", [], context(a_clinic()))

    assert (result.answered_by, result.text) == ("model", ANSWER)
    assert [one.slot.slot_id for one in result.proposals] == ["slot-1-1119-1700", "slot-1-1119-1730"]
    assert {one.reason for one in result.proposals} == {"после работы"}
    assert len(model.requests) == 3
    assert model.refusals == []


async def test_reads_of_one_step_reach_the_clinic_and_come_back_in_order() -> None:
    async with scripted(LOOKS, proposes_two, says(ANSWER)) as model, thinking_with(model.base_url) as receptionist:
        await receptionist.answer("болит горло", [], context(a_clinic()))

    first, second = (one for one in model.requests[1]["messages"] if one["role"] == "tool")
    assert json.loads(first["content"]) == {"specialties": {"ent": 2, "therapist": 1}}
    assert [slot["start"] for slot in json.loads(second["content"])["slots"]] == [
        "2026-11-19T17:00+03:00",
        "2026-11-19T17:30+03:00",
        "2026-11-19T18:00+03:00",
    ]


async def test_the_model_received_the_policy_file_and_the_facts_of_the_turn() -> None:
    async with scripted(says("Hello! What is bothering you?")) as model, thinking_with(model.base_url) as receptionist:
        await receptionist.answer("hi", [], context(a_clinic(), "en"))

    system = model.requests[0]["messages"][0]
    assert system["role"] == "system"
    assert system["content"].startswith(POLICY.read_text(encoding="utf-8").strip())
    assert json.loads(system["content"].rpartition("\n\n")[2]) == {
        "language": "en",
        "now": "2026-11-18T10:20:00+03:00",
        "weekday": "Wednesday",
        "zone": "Europe/Moscow",
        "said": {"chat": "hello"},
    }


async def test_the_model_received_the_dialogue_and_the_tools() -> None:
    history = [Said("patient", "болит горло"), Said("receptionist", "Когда вам удобно?")]
    async with scripted(says("Какой день удобен?")) as model, thinking_with(model.base_url) as receptionist:
        await receptionist.answer("завтра", history, context(a_clinic()))

    request = model.requests[0]
    assert [(one["role"], one["content"]) for one in request["messages"][1:]] == [
        ("user", "болит горло"),
        ("assistant", "Когда вам удобно?"),
        ("user", "завтра"),
    ]
    assert {one["function"]["name"] for one in request["tools"]} == {
        "branches",
        "specialties",
        "doctors",
        "visit_types",
        "free_slots",
        "nearest_slot",
        "my_appointments",
        "propose",
        "hand_over",
    }
    assert "runtime" not in json.dumps(request["tools"])


async def test_one_invented_slot_id_is_answered_with_an_error_that_the_model_may_correct() -> None:
    invented = calls(("propose", {"slots": [{"slot_id": "slot-9-9999", "reason": "удобно"}]}))
    async with (
        scripted(LOOKS, invented, proposes_two, says(ANSWER)) as model,
        thinking_with(model.base_url) as receptionist,
    ):
        result = await receptionist.answer("болит горло, завтра после пяти", [], context(a_clinic()))

    told = json.loads(model.requests[2]["messages"][-1]["content"])
    assert (told["error"], told["slot_ids"]) == ("not_issued", ["slot-9-9999"])
    assert result.answered_by == "model"
    assert [one.slot.slot_id for one in result.proposals] == ["slot-1-1119-1700", "slot-1-1119-1730"]


async def test_a_long_dialogue_and_half_a_character_reach_the_model_trimmed() -> None:
    history = [Said("patient", f"line {n}") for n in range(100)]
    async with scripted(says("Какой день удобен?")) as model, thinking_with(model.base_url) as receptionist:
        result = await receptionist.answer("завтра \ud83d" + "a" * 10_000, history, context(a_clinic()))

    _, *lines = (one["content"] for one in model.requests[0]["messages"])
    assert result.answered_by == "model"
    assert lines[0] == "line 80"
    assert lines[-1].startswith("завтра ?aaa")
    assert len(lines[-1]) == 2000


@pytest.mark.parametrize(
    "args",
    [
        {"specialty": "ЛОР"},
        {"specialty": "ENT doctor"},
        {"specialty": "ent", "earliest": "завтра"},
        {"specialty": "ent", "limit": 1000},
        {"specialty": "ent", "doctor_id": -1},
        {"specialty": "ent", "branch_id": 10**12},
        {"specialty": "ent", "part_of_day": "night"},
    ],
)
async def test_an_argument_that_the_clinic_would_refuse_is_refused_to_the_model_alone(args: Body) -> None:
    clinic = a_clinic()
    async with (
        scripted(calls(("free_slots", args)), LOOKS, proposes_two, says(ANSWER)) as model,
        thinking_with(model.base_url) as receptionist,
    ):
        result = await receptionist.answer("болит горло, завтра после пяти", [], context(clinic))

    told = json.loads(model.requests[1]["messages"][-1]["content"])
    assert told["error"] in {"bad_arguments", "bad_moment"}
    assert result.answered_by == "model"
    assert len(clinic.queries) == 1


async def test_what_a_model_fills_in_emptily_was_not_given() -> None:
    clinic = a_clinic()
    empty = {"specialty": "ent", "doctor_id": 0, "branch_id": 0, "earliest": "", "latest": "", "part_of_day": ""}
    async with (
        scripted(calls(("free_slots", empty)), proposes_two, says("Какое время удобнее?")) as model,
        thinking_with(model.base_url) as receptionist,
    ):
        result = await receptionist.answer("к лору", [], context(clinic))

    assert result.answered_by == "model"
    assert clinic.queries == [SlotQuery(specialty="ent")]


async def test_slots_of_an_earlier_turn_are_not_issued_in_this_one() -> None:
    remembered: list[str] = []

    def remembers(body: Body) -> Reply:
        remembered.extend(issued(body))
        return says(ANSWER)

    def proposes_old(_: Body) -> Reply:
        return calls(("propose", {"slots": [{"slot_id": remembered[0], "reason": "как раньше"}]}))

    async with (
        scripted(LOOKS, remembers, proposes_old, proposes_old, proposes_old) as model,
        thinking_with(model.base_url) as receptionist,
    ):
        first = await receptionist.answer("болит горло, завтра после пяти", [], context(a_clinic()))
        second = await receptionist.answer("спасибо", [], context(a_clinic()))

    assert remembered
    assert (first.answered_by, second.answered_by) == ("model", "offline")
    assert second.proposals == ()
    assert speaks(second.text, "ru")
