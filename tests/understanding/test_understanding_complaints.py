"""The words around a complaint are heard: denials, doctors, children, other complaints, wishes about time."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from understanding.complaints import explain, named, rank
from understanding.complaints.knowledge import SPECIALTIES


@settings(deadline=None)  # the first call reads the data files
@given(text=st.text())
def test_any_text_gives_known_specialties_each_once(text: str) -> None:
    found = rank(text, "en")
    assert set(found) <= set(SPECIALTIES)
    assert len(set(found)) == len(found)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("запишите к окулисту", "ophthalmologist"),
        ("не к терапевту, а к хирургу", "surgeon"),
        ("терапевт направил к кардиологу", "cardiologist"),
        ("был у терапевта, сказал к неврологу", "neurologist"),
        ("my GP referred me to a cardiologist", "cardiologist"),
        ("eye doctor please", "ophthalmologist"),
        ("к кардеологу", "cardiologist"),
        ("болит глаз", None),
    ],
)
def test_a_doctor_is_asked_for_by_name(text: str, asked: str | None) -> None:
    assert named(text, "ru") == asked


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("кашля нет, болит ухо", "pulmonologist"),
        ("без температуры, болит ухо", "therapist"),
        ("голова не болит, болит колено", "neurologist"),
        ("no cough but my ear hurts", "pulmonologist"),
        ("I don't have a rash, my ear hurts", "dermatologist"),
    ],
)
def test_a_denied_symptom_does_not_count(text: str, absent: str) -> None:
    assert rank(text, "ru")
    assert absent not in rank(text, "ru")


def test_a_denial_ends_with_its_clause() -> None:
    assert rank("нет температуры, болит живот", "ru")[0] == "gastroenterologist"
    assert rank("не слышу на одно ухо", "ru")[0] == "ent"


@pytest.mark.parametrize(
    "text", ["у ребёнка болит ухо", "дочке 4 года, кашель", "my 7-year-old has an earache", "ему 5 лет, болит живот"]
)
def test_a_child_goes_to_the_paediatrician_first_and_the_specialist_next(text: str) -> None:
    found = rank(text, "ru")
    assert found[0] == "pediatrician"
    assert len(found) > 1


@pytest.mark.parametrize(
    "text", ["сыну 25 лет, болит колено", "после рождения ребёнка болит спина", "my knee since childhood"]
)
def test_who_is_no_child_does_not(text: str) -> None:
    assert "pediatrician" not in rank(text, "ru")


def test_a_specialist_asked_for_a_child_comes_first() -> None:
    assert rank("ребёнку к окулисту", "ru")[:2] == ("ophthalmologist", "pediatrician")


def test_several_complaints_give_several_doctors() -> None:
    assert set(rank("болит зуб и колено, чешется кожа", "ru")) >= {"dentist", "orthopedist", "dermatologist"}


_CLEAR = {
    "болит зуб": "dentist",
    "заложило ухо": "ent",
    "глаз покраснел": "ophthalmologist",
    "колено опухло": "orthopedist",
    "изжога после еды": "gastroenterologist",
    "сахар повышен": "endocrinologist",
    "itchy rash on my arms": "dermatologist",
    "blood on the toilet paper": "proctologist",
}


@pytest.mark.parametrize("one", _CLEAR)
def test_the_order_of_complaints_loses_none(one: str) -> None:
    for other, third in permutations([said for said in _CLEAR if said != one], 2):
        wanted = {_CLEAR[said] for said in (one, other, third)}
        assert wanted <= set(rank(f"{one}, {other}, {third}", "ru")), (one, other, third)


@pytest.mark.parametrize(
    "around",
    ["Здравствуйте! {}", "{}, можно завтра после пяти?", "Добрый день, {}. Спасибо", "{}, хочу записаться на пятницу",
     "hello, {}", "{}, can I come on Monday morning?"],
)  # fmt: skip
@pytest.mark.parametrize("complaint", _CLEAR)
def test_greetings_and_wishes_about_time_change_nothing(complaint: str, around: str) -> None:
    assert rank(around.format(complaint), "ru") == rank(complaint, "ru")


_DENIED = {
    "горло не болит": "ent",
    "зубы не болят": "dentist",
    "сыпи нет": "dermatologist",
    "не беременна": "gynecologist",
    "без изжоги": "gastroenterologist",
    "сердце в порядке": "cardiologist",
    "no cough": "pulmonologist",
    "my knee doesn't hurt": "orthopedist",
    "denies rash": "dermatologist",
    "vision is normal": "ophthalmologist",
}


@pytest.mark.parametrize("denial", _DENIED)
@pytest.mark.parametrize("complaint", _CLEAR)
def test_a_denial_never_adds_its_doctor(complaint: str, denial: str) -> None:
    if _DENIED[denial] != _CLEAR[complaint]:
        assert _DENIED[denial] not in rank(f"{complaint}, {denial}", "ru")
        assert _DENIED[denial] not in rank(f"{denial}, {complaint}", "ru")


@pytest.mark.parametrize("text", ["хочу записаться завтра", "есть окно в пятницу утром?", "сколько стоит приём",
                                  "book me in for Tuesday", "до которого часа вы работаете", "перенесите мою запись",
                                  "can I cancel my appointment?", "кабинет 12", "in three days", ""])  # fmt: skip
def test_no_trouble_gives_no_doctor(text: str) -> None:
    assert rank(text, "ru") == ()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("болит гарло и насмарк", "ent"),
        ("воспалился зубб", "dentist"),
        ("щитовитка увеличена", "endocrinologist"),
        ("поясница балит", "neurologist"),
        ("непроходит изжога", "gastroenterologist"),
        ("hemorhoids", "proctologist"),
        (",jkbn pe,", "dentist"),
    ],
)
def test_slips_of_the_keyboard_are_mended(typed: str, meant: str) -> None:
    assert meant in rank(typed, "ru")[:2]


def test_what_counted_can_be_explained() -> None:
    heaviest = explain("болит зуб, кашля нет", "ru")[0]
    assert heaviest.specialty == "dentist"
    assert heaviest.said == ("болит", "зуб")
    assert not [one for one in explain("болит зуб, кашля нет", "ru") if one.specialty == "pulmonologist"]


@pytest.mark.parametrize(
    ("text", "looked", "wanted"),
    [
        ("осмотрена кардиологом, болит зуб", "cardiologist", "dentist"),
        ("глаза в порядке, окулист ничего не нашёл, а поясницу ломит", "ophthalmologist", "neurologist"),
        ("сердце кардиолог проверил, а сыпь на руках чешется", "cardiologist", "dermatologist"),
        ("the cardiologist checked my heart, now my tooth hurts", "cardiologist", "dentist"),
    ],
)
def test_a_doctor_who_has_looked_is_not_asked_for_again(text: str, looked: str, wanted: str) -> None:
    found = rank(text, "ru")
    assert found[0] == wanted
    assert looked not in found


@pytest.mark.parametrize("text", ["хочу чтобы кардиолог посмотрел", "I want the cardiologist to look at me"])
def test_a_doctor_who_is_to_look_is_asked_for(text: str) -> None:
    assert rank(text, "ru")[0] == "cardiologist"


def test_beyond_the_norm_is_not_well() -> None:
    assert rank("креатинин выше нормы", "ru")[0] == "nephrologist"
    assert "nephrologist" not in rank("креатинин в норме, болит зуб", "ru")


def test_what_is_found_on_examination_weighs_less_than_what_brought_the_patient() -> None:
    note = "Жалобы на {}. Объективно: {}."
    assert rank(note.format("боль в колене", "пульс частит"), "ru")[0] == "orthopedist"
    assert rank(note.format("пульс частит", "болезненность колена"), "ru")[0] == "cardiologist"


def test_to_exclude_is_a_wish_and_excluded_is_a_denial() -> None:
    assert rank("исключить туберкулез", "ru")[0] == "pulmonologist"
    assert rank("туберкулез исключен, болит зуб", "ru")[0] == "dentist"


@pytest.mark.parametrize("text", ["чешемся с мужем, муж и сын тоже чешутся, сыпь на кистях", "мне 17, сыпь на руках"])
def test_a_family_and_a_youth_who_writes_herself_are_no_child(text: str) -> None:
    assert rank(text, "ru")[0] == "dermatologist"
