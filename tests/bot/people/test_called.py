"""Who is called by name in the first sentence is not asked for it again."""

import pytest

from bot.dialogue.reading.called import called
from bot.texts import Language, texts
from contracts.people import Relation
from tests.bot.patient import at_the_terminal
from tests.bot.receptionists import ProposesNearest
from tests.support.serving import Clinic

SAY = texts("en").say
ENT = ProposesNearest("ent")


@pytest.mark.parametrize(
    ("text", "relation", "language", "name"),
    [
        ("запишите дочку Машу, ей 5 лет, к педиатру", "child", "ru", "Маша"),
        ("нужно показать сына Ивана лору", "child", "ru", "Иван"),
        ("маме Ольге Петровне к кардиологу", "parent", "ru", "Ольга"),
        ("сыну Пете к зубному", "child", "ru", "Петя"),
        ("у сына Болит горло", "child", "ru", None),
        ("дочке Завтра к врачу", "child", "ru", None),
        ("please book my son Tom, born 12.03.2019", "child", "en", "Tom"),
        ("my wife Kate needs a dentist", "other", "en", "Kate"),
        ("my son I think has a cough", "child", "en", None),
        ("my daughter Monday morning please", "child", "en", None),
        ("my son", "child", "en", None),
    ],
)
def test_a_name_stands_after_who_it_is(text: str, relation: str, language: Language, name: str | None) -> None:
    assert called(text, relation, language) == name


async def test_everything_in_one_sentence_leads_to_times_at_once(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ProposesNearest("ent")) as patient:
        shown = await patient.agrees("please book my son Tom, born 12.03.2019, his throat hurts")
        assert "Added: Tom, born on March 12, 2019." in shown
        assert "Answer 1" in shown
        (tom,) = [one for one in await patient.calls.people() if one.relation is Relation.CHILD]
        assert tom.full_name == "Tom"


async def test_a_name_alone_leaves_the_birth_date_to_ask(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ENT) as patient:
        assert "When was Tom born?" in await patient.agrees("my son Tom has a sore throat")
        assert "Answer 1" in await patient.types("12.03.2019")


async def test_another_child_is_not_booked_as_the_one_who_is_known(demo_clinic: Clinic) -> None:
    async with at_the_terminal(demo_clinic, ProposesNearest("ent")) as patient:
        await patient.agrees("my son Tom, born 12.03.2019, has a sore throat")
        assert "Answer 2" in await patient.types("my son Tom coughs, too")
        assert "When was Ben born?" in await patient.types("and my son Ben has a sore throat")
        await patient.types("01.02.2021")
        assert {one.full_name for one in await patient.calls.people() if one.relation is Relation.CHILD} == {
            "Tom",
            "Ben",
        }
        assert patient.memory.visitor is not None
        assert patient.memory.visitor.name == "Ben"
