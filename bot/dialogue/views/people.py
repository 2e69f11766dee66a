"""Questions about people: names, birth dates, who visits; and the list of the family."""

from collections.abc import Sequence
from datetime import date
from itertools import combinations

from babel.dates import format_date

from bot.dialogue.people_callbacks import (
    AddPerson,
    AskWhom,
    ForPerson,
    ForSelf,
    ForTwo,
    Rename,
    SkipName,
    TakeName,
    TypeName,
)
from bot.dialogue.views.screen import Button, Screen, paragraphs
from bot.texts import Texts
from contracts.people import Person, Relation

OTHERS = (Relation.CHILD, Relation.PARENT, Relation.OTHER)
MOST_PAIRS = 6


def ask_name(texts: Texts, offered: str | None, *, booked: bool = False) -> Screen:
    """`offered`: the name that Telegram knows, if it looks like one.

    `booked`: asked after a booking, when the next words may be anything: who wants to type the name says so first.
    """
    skip = Button(texts.say("name-skip"), SkipName(booked=booked))
    typed = (Button(texts.say("name-type"), TypeName()),) if booked else ()
    taken = (Button(texts.say("name-take", name=offered), TakeName(booked=booked)),) if offered else ()
    message = "name-ask-booked" if booked else "name-ask" if offered else "name-ask-typed"
    return Screen(texts.html(message), (*taken, *typed, skip))


def ask_person_name(texts: Texts, relation: Relation, *, two: bool = False, second: bool = False) -> Screen:
    """With a way out: the words may have been misread. `two`: two are meant; `second`: one of them is known now."""
    told = [texts.html("whom-two-need-second" if second else "whom-two-need")] if two else []
    text = paragraphs([*told, texts.html(f"person-name-{relation}")])
    return Screen(text, (Button(texts.say("for-me"), ForSelf()),))


def ask_birth_date(texts: Texts, name: str) -> Screen:
    return Screen(texts.html("birth-ask", name=name), (Button(texts.say("for-me"), ForSelf()),))


def ask_whom(texts: Texts, people: Sequence[Person], relation: Relation | None = None, *, two: bool = False) -> Screen:
    """Who is the visit for? `relation`: only those are meant. `two`: two of them."""
    message = "whom-ask" if relation is None else f"whom-ask-{relation}"
    others = [one for one in people if one.relation is not Relation.SELF and relation in (None, one.relation)]
    children = [one for one in people if one.relation is Relation.CHILD]
    pairs = list(combinations(children, 2))[:MOST_PAIRS] if two or relation is None else []
    buttons = [Button(texts.say("for-me"), ForSelf())] if not two else []
    if not two:
        buttons += [Button(_name(texts, one), ForPerson(client_id=one.client_id)) for one in others]
    buttons += [
        Button(
            texts.say("whom-two", first=_name(texts, one), second=_name(texts, other)),
            ForTwo(first=one.client_id, second=other.client_id),
        )
        for one, other in pairs
    ]
    buttons += _add(texts, OTHERS if relation is None else (relation,))
    return Screen(texts.html(message), tuple(buttons))


def family(texts: Texts, people: Sequence[Person]) -> Screen:
    """Everybody, with a button to correct each name and to add more."""
    lines = [_line(texts, person) for person in people]
    title = texts.html("family-title") if people else texts.html("family-empty")
    renames = [
        Button(texts.say("family-rename", name=_name(texts, one)), Rename(client_id=one.client_id)) for one in people
    ]
    return Screen(paragraphs([title, "\n".join(lines)]), (*renames, *_add(texts, OTHERS)))


def added(texts: Texts, person: Person) -> str:
    """As a line of HTML, with the date in words: a misread one is seen at once."""
    name = _name(texts, person)
    if person.birth_date is None:
        return texts.html("person-added", name=name)
    return texts.html("person-added-born", name=name, born=day_in_words(texts, person.birth_date))


def chosen(texts: Texts, person: Person | None) -> str:
    """As a line of HTML; None or the owner: 'for you'."""
    if person is None or person.relation is Relation.SELF:
        return texts.html("whom-chosen-self")
    return texts.html("whom-chosen", name=_name(texts, person))


def chosen_two(texts: Texts, first: Person, second: Person) -> str:
    return texts.html("whom-chosen-two", first=_name(texts, first), second=_name(texts, second))


def whom_button(texts: Texts) -> Button:
    return Button(texts.say("whom-button"), AskWhom())


def day_in_words(texts: Texts, day: date) -> str:
    """Such as «12 марта 2020 г.»."""
    return format_date(day, "long", locale=texts.language)


def _add(texts: Texts, relations: Sequence[Relation]) -> list[Button]:
    return [Button(texts.say(f"whom-add-{relation}"), AddPerson(relation=relation)) for relation in relations]


def _line(texts: Texts, person: Person) -> str:
    relation = texts.say(f"relation-{person.relation}")
    if person.birth_date is None:
        return texts.html("family-line", name=_name(texts, person), relation=relation)
    born = day_in_words(texts, person.birth_date)
    return texts.html("family-line-born", name=_name(texts, person), relation=relation, born=born)


def _name(texts: Texts, person: Person) -> str:
    return person.full_name or texts.say("person-unnamed")
