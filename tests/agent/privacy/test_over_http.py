"""What a model's server is sent of a dialogue full of personal data: nothing of it, over real HTTP."""

import json
from collections.abc import Callable

import pytest

from agent import Said, TurnResult
from agent.gateway import ClinicUnavailable
from agent.personal import KnownPersonal
from agent.turn import TurnContext
from tests.agent.clinic_in_memory import MOSCOW, NOW, Clinic, a_clinic, an_appointment, doctor
from tests.agent.receptionists import LOOKS, Language, issued, thinking_with
from tests.agent.scripted_openai import Body, Reply, calls, says, scripted

KNOWN = KnownPersonal(("Смирнова Светлана Игоревна", "Смирнов Артём"), ("+79161234567",))
HISTORY = [
    Said("patient", "Здравствуйте! Меня зовут Светлана Смирнова, тел. 8 (916) 123-45-67, паспорт 4510 654321"),
    Said("receptionist", "Здравствуйте, Светлана! Что беспокоит?"),
    Said("patient", "Сыну Тёме, он родился 12.03.2019, нужен лор. Мы живём на ул. Садовая, д. 15, кв. 3"),
    Said("receptionist", "Тёме подойдёт отоларинголог. Когда удобно?"),
    Said(
        "patient", "СНИЛС 112-233-445 95, полис 7712345678901234, почта sveta.s@mail.ru, @svetlana_s, vk.com/id778899"
    ),
]
WORDS = "Запишите Смирнова Артёма к Номеру1 завтра после пяти, перезвоните Свете на 89161234567"
SECRETS = (
    "Смирнов", "Светлан", "Свет", "Артём", "Тём", "9161234567", "123-45-67", "4510", "654321", "12.03.2019", "Садовая",
    "112-233", "445 95", "7712345678901234", "sveta", "mail.ru", "778899",
)  # fmt: skip


async def turn(
    *script: Reply | Callable[[Body], Reply],
    words: str = WORDS,
    clinic: Clinic | None = None,
    language: Language = "ru",
    known: KnownPersonal = KNOWN,
    history: list[Said] | None = None,
) -> tuple[TurnResult, list[Body]]:
    async def read() -> KnownPersonal:
        return known

    context = TurnContext(clinic or a_clinic(), NOW, MOSCOW, language, read)
    async with scripted(*script) as model, thinking_with(model.base_url) as receptionist:
        result = await receptionist.answer(words, HISTORY if history is None else history, context)
    assert model.refusals == []
    return result, model.requests


async def test_no_personal_data_is_in_any_request_and_the_reply_has_it_again() -> None:
    def proposes(body: Body) -> Reply:
        reason = "после работы, для [NAME_1]"
        return calls(("propose", {"slots": [{"slot_id": issued(body)[0], "reason": reason}]}))

    answer = says("[NAME_1], есть время завтра после 17:00. Ваш номер [PHONE_1]. Подойдёт?")
    result, requests = await turn(
        LOOKS, calls(("my_appointments", {})), proposes, answer, clinic=_with_an_appointment()
    )

    sent = json.dumps(requests, ensure_ascii=False)
    assert [secret for secret in SECRETS if secret.lower() in sent.lower()] == []
    assert result.answered_by == "model"
    assert result.text.startswith("Светлана Смирнова, есть время завтра после 17:00. Ваш номер 8 (916) 123-45-67")
    assert [one.reason for one in result.proposals] == ["после работы, для Светлана Смирнова"]
    assert len(requests) == 4


async def test_one_person_is_one_placeholder_in_every_line_and_case() -> None:
    _, requests = await turn(says("Какой день вам удобен?"))

    lines = [one["content"] for one in requests[0]["messages"][1:]]
    assert "[NAME_1], тел. [PHONE_1]" in lines[0]
    assert "перезвоните" in lines[-1]
    assert "[PHONE_1]" in lines[-1]


async def test_the_clinics_doctor_and_the_wish_stay() -> None:
    staff = (doctor(1, "ent", "Иванова Анна Константиновна"), *a_clinic().staff[1:])
    words = "к Ивановой на 25.11.2026 в 17:30, для Смирновой Светланы"
    _, requests = await turn(
        says("Какой день вам удобен?"), words=words, clinic=Clinic(staff, a_clinic().free), history=[]
    )

    assert requests[0]["messages"][-1]["content"] == "к Ивановой на 25.11.2026 в 17:30, для [NAME_1]"


async def test_a_patients_namesake_among_the_doctors_is_told_by_the_word_before() -> None:
    staff = (doctor(1, "ent", "Смирнов Олег Ильич"),)
    _, requests = await turn(
        says("Какой день вам удобен?"),
        words="меня зовут Смирнов Артём, хочу к доктору Смирнову",
        clinic=Clinic(staff, a_clinic().free),
        history=[],
    )

    assert requests[0]["messages"][-1]["content"] == "меня зовут [NAME_1], хочу к доктору Смирнову"


async def test_a_patients_own_brackets_are_nobodys_placeholder() -> None:
    words = "меня зовут Светлана, а [NAME_1] и [PHONE_7] это шутка"
    result, requests = await turn(says("Понятно, [NAME_1]. Какой день удобен?"), words=words, history=[])

    assert requests[0]["messages"][-1]["content"] == "меня зовут [NAME_1], а [TEXT_1] и [TEXT_2] это шутка"
    assert result.text == "Понятно, Светлана. Какой день удобен?"


@pytest.mark.parametrize(
    "said", ["Здравствуйте, [NAME_9]!", "Здравствуйте, NAME_1!", "Здравствуйте, [ИМЯ_1]!", "[name_1]?"]
)
async def test_a_placeholder_that_was_not_given_refuses_the_text(said: str) -> None:
    result, _ = await turn(says(said), words="болит горло, меня зовут Светлана", history=[])

    assert result.answered_by == "offline"
    assert "_" not in result.text


async def test_an_invented_placeholder_in_a_tools_argument_is_refused() -> None:
    def proposes(body: Body) -> Reply:
        return calls(("propose", {"slots": [{"slot_id": issued(body)[0], "reason": "для [NAME_9]"}]}))

    result, _ = await turn(LOOKS, proposes, says("Подойдёт?"), words="болит горло", history=[])

    assert result.answered_by == "offline"


async def test_invisible_signs_and_wide_digits_hide_nothing() -> None:
    words = "я Свет\u200bлана, звоните ８９１６１２３４５６７ или +7\u00a0916\u00a0123\u00a045\u00a067"
    _, requests = await turn(says("Какой день вам удобен?"), words=words, history=[])

    assert requests[0]["messages"][-1]["content"] == "я [NAME_1], звоните [PHONE_1] или [PHONE_1]"


async def test_people_who_cannot_be_read_are_sent_to_no_model() -> None:
    async def unknown() -> KnownPersonal:
        raise ClinicUnavailable("down")

    context = TurnContext(a_clinic(), NOW, MOSCOW, "ru", unknown)
    async with scripted(says("Какой день вам удобен?")) as model, thinking_with(model.base_url) as receptionist:
        with pytest.raises(ClinicUnavailable):
            await receptionist.answer("меня зовут Светлана", [], context)

    assert model.requests == []


def _with_an_appointment() -> Clinic:
    clinic = a_clinic()
    clinic.own = (an_appointment().model_copy(update={"patient_name": "Смирнова Светлана Игоревна", "note": "Тёма"}),)
    return clinic
