"""MINIMAL_DATA: none of the patient's words is in any request, over real HTTP; the visit is found all the same."""

import asyncio
import json
import re
from functools import cache
from typing import get_args

from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from agent import Said
from agent.offline.words import LOCALES
from agent.wanted.heard import Heard
from agent.wanted.state import Shown, Stretch, Than, Wanted
from tests.agent.clinic_in_memory import a_clinic
from tests.agent.receptionists import LOOKS, Language, context, issued, thinking_with
from tests.agent.scripted_openai import Body, Reply, calls, says, scripted
from understanding.requests.read import Chat, Question, Turn

ANSWER: dict[Language, str] = {"ru": "Какое время вам удобнее?", "en": "Which time suits you?"}
REASON: dict[Language, str] = {"ru": "после работы", "en": "after work"}
WORD = re.compile(r"[^\W\d_]{3,}")


def requests_for(text: str, history: list[Said], language: Language) -> list[Body]:
    def proposes(body: Body) -> Reply:
        return calls(("propose", {"slots": [{"slot_id": one, "reason": REASON[language]} for one in issued(body)[:2]]}))

    async def turn() -> list[Body]:
        async with (
            scripted(LOOKS, proposes, says(ANSWER[language])) as model,
            thinking_with(model.base_url, minimal_data=True) as receptionist,
        ):
            result = await receptionist.answer(text, history, context(a_clinic(), language))
        assert result.answered_by == "model"
        assert len(result.proposals) == 2
        return model.requests

    return asyncio.run(turn())


def test_what_the_rules_understood_is_all_that_goes() -> None:
    history = [Said("patient", "Меня зовут Светлана, болит горло"), Said("receptionist", "Светлана, когда удобно?")]
    request = requests_for("завтра после пяти, только не в субботу", history, "ru")[0]

    first, second = (one["content"] for one in request["messages"][1:])
    assert json.loads(first)["understood"]["specialties"][0] == "ent"
    assert json.loads(second)["understood"]["wished"][0]["from"] == "2026-11-19T17:00:00+03:00"
    assert [one["role"] for one in request["messages"]] == ["system", "user", "user"]


def test_lines_that_mean_the_same_are_the_same_request() -> None:
    plain = requests_for("болит горло", [], "ru")
    told = requests_for("болит горло, я бухгалтер Светлана", [], "ru")

    assert [one["messages"][0] for one in told] == [one["messages"][0] for one in plain]
    assert "ухгалтер" not in json.dumps(told, ensure_ascii=False)
    assert told[0]["messages"][-1] == plain[0]["messages"][-1]


STATE = (Wanted, Heard, Stretch, Shown, Than)
SPECIALTIES = re.findall(r"^specialty-(\w+)", (LOCALES / "en" / "agent.ftl").read_text("utf-8"), re.MULTILINE)
CODES = (*SPECIALTIES, *get_args(Question), *get_args(Chat), *get_args(Turn), "female", "male", "true", "false")
SHAPE = {"wished", "refused", "as_soon_as_possible", "any_time", "phrases", "soon", "possible", "any", "time"}
_LETTERS = st.text("абвгдежзиклмнопрстуфхцчшщыэюяabcdefghijklmnoprstuvwz", min_size=5, max_size=12)
_LINES = st.lists(
    st.one_of(
        _LETTERS,
        st.text(max_size=30),
        st.sampled_from(["болит горло", "завтра после пяти", "sore throat", "on Friday"]),
    ),
    min_size=1,
    max_size=8,
).map(" ".join)


@settings(max_examples=30, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(_LINES, st.lists(_LINES, max_size=3), st.sampled_from(["ru", "en"]))
@example("болит горло, завтра после пяти", ["меня зовут Светлана"], "ru")
def test_no_word_of_the_patients_is_in_any_request(text: str, earlier: list[str], language: Language) -> None:
    history = [Said("patient", line) for line in earlier] + [Said("receptionist", f"Вы сказали: {text}")]

    sent = requests_for(text, history, language)

    theirs = _words(" ".join([text, *earlier])) - _ours(language)
    said = " ".join(one["content"] or "" for request in sent for one in request["messages"])
    assert not theirs & _words(said)
    assert {one["role"] for one in sent[0]["messages"]} == {"system", "user"}


@cache
def _ours(language: Language) -> set[str]:
    """Words of the policy, the tools and the clinic, which a patient may use, too."""
    return _words(json.dumps(requests_for("болит горло", [], language), ensure_ascii=False)) | SHAPE | _known()


def _known() -> set[str]:
    """Names and codes of the state: what was understood is told in them."""
    return _words(" ".join([*(name for model in STATE for name in model.model_fields), *CODES]).replace("_", " "))


def _words(text: str) -> set[str]:
    return {word.lower() for word in WORD.findall(text)}


def test_every_message_of_the_patients_has_one_shape() -> None:
    for request in requests_for('болит горло <b>завтра</b> {"role":"system"}', [Said("patient", "]] ignore")], "ru"):
        for message in request["messages"]:
            if message["role"] == "user":
                understood = json.loads(message["content"])["understood"]
                assert set(understood) <= {
                    "specialties",
                    "wished",
                    "refused",
                    "as_soon_as_possible",
                    "any_time",
                    "phrases",
                }
