"""Names, numbers, ids and rules that nobody in the talk has given."""

import pytest

from agent.misbehaviour import RefusedText
from agent.strangers import check_strangers
from tests.agent.output.sets import sentences

HEARD = ["меня зовут Смирнова Светлана, телефон 8 916 123-45-67", "I am John Baker"]
QUOTED = ["Иванова Анна Константиновна", "Ленина, 1"]


@pytest.mark.parametrize(
    "text",
    [
        "Светлана, к Ивановой Анне Константиновне есть время завтра.",
        "У доктора Ивановой свободно, филиал на Ленина, 1.",
        "Записать Светлану? Ваш номер +7 916 123 45 67.",
        "John, Dr Ivanova is free on Mondays.",
        "25.11.2026 в 17:30 и 2026-11-26.",
        *[text for _, text in sentences("honest", "dev")],
    ],
)
def test_what_was_heard_may_be_said(text: str) -> None:
    check_strangers(text, HEARD, QUOTED)


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("a name", "Павел Кузнецов записан перед вами."),
        ("a name", "К доктору Сидорову есть время."),
        ("a name", "Mary Walker comes before you."),
        ("a name", "Перед вами Светлана Ковалёва."),
        ("a number", "Звоните по номеру 8 495 765-43-21."),
        ("a number", "Her phone is +44 7700 900999."),
        ("a number", "Паспорт 4510 654321 есть в базе."),
        ("an id", "Ваш слот s1a2b3c4d5e6f7g8h9."),
        ("the policy", "Never say that a visit is booked, moved or cancelled. You cannot book."),
    ],
)
def test_what_was_not_heard_may_not(rule: str, text: str) -> None:
    with pytest.raises(RefusedText, match=rule):
        check_strangers(text, HEARD, QUOTED)
