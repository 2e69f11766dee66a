"""Typed answers to what the front desk asked: a name, a birth date, a phone."""

from typing import Literal

from bot.dialogue.desk import Talk
from bot.dialogue.handlers import next_step
from bot.dialogue.memory import Asking
from bot.dialogue.menu import is_phrase
from bot.dialogue.reading.birth_dates import ADULT, age, birth_date_in
from bot.dialogue.reading.names import name_in
from bot.dialogue.reading.phones import phone_in
from bot.dialogue.use_cases.answer import answer
from bot.dialogue.use_cases.family import add, find_person, rename, today
from bot.dialogue.use_cases.own_name import be_called
from bot.dialogue.views import contact, notices, people
from bot.dialogue.views.proposals import INTRO_LENGTH
from bot.dialogue.views.screen import Screen, cut, escaped
from contracts.people import Relation
from understanding import complaints, dates, requests
from understanding.requests.clinic import KnownClinic


async def answers_question(talk: Talk, text: str) -> bool:
    """Whether the text was the answer to the open question, and has been dealt with.

    Words about a complaint or a time are no name and no phone: the question is dropped, and they are words again.
    Raises ClinicClientError; the question stays open.
    """
    asking = talk.memory.asking
    if is_phrase(text, "phone-skip"):
        talk.memory.asking = None
        talk.out.say(contact.with_menu(talk.texts, "phone-skipped"))
        return True
    if asking is None:
        return False
    answered = await _answered_back(talk, asking, text)
    if answered is not None:
        return answered
    if asking.what == "birth-date":
        await _birth_date(talk, asking, text)
        return True
    if _is_wish(talk, text) and not _is_answer(talk, asking, text):
        talk.memory.asking = None
        return False
    match asking.what:
        case "name":
            await _own_name(talk, asking, text)
        case "person-name":
            await _person_name(talk, asking, text)
        case "new-name":
            await _new_name(talk, asking, text)
        case "phone":
            await _phone(talk, asking, text)
    return True


async def _answered_back(talk: Talk, asking: Asking, text: str) -> bool | None:
    """What to do with an answer that is a question of its own, or a wish to begin anew or to talk to a person.

    True: it was answered and the question asked again. False: these are words, the question is dropped. None: neither.
    """
    back = _asked_back(asking, text)
    if back == "else":
        talk.memory.asking, talk.memory.waiting, talk.memory.waiting_ids = None, None, []
        return False
    if back is None or (asking.what == "person-name" and _is_wish(talk, text)):
        return None
    if asking.what not in ("person-name", "birth-date"):
        talk.memory.asking = None
        return False
    await _answer_and_ask_again(talk, asking, text)
    return True


def _asked_back(asking: Asking, text: str) -> Literal["question", "else"] | None:
    """Whether the answer is a question, or a wish for something else (a person to talk to, to begin anew)."""
    asked = requests.read(text, KnownClinic())
    people = asked.question in ("human", "complaint") or (asked.question == "call" and not asking.call)
    if asked.restart or people:
        return "else"
    if asked.question is not None and asked.question != "call":
        return "question"
    return "question" if "?" in text and not any(map(str.isdigit, text)) else None


async def _answer_and_ask_again(talk: Talk, asking: Asking, text: str) -> None:
    """The wish that waits for this person goes on waiting. Raises ClinicUnavailable."""
    waiting, ids = talk.memory.waiting, talk.memory.waiting_ids
    result = await answer(talk, text)
    talk.memory.waiting, talk.memory.waiting_ids = waiting, ids
    talk.out.say(Screen(escaped(cut(result.text, INTRO_LENGTH))))
    if asking.what == "birth-date":
        talk.out.say(people.ask_birth_date(talk.texts, asking.name or ""))
    else:
        talk.out.say(people.ask_person_name(talk.texts, asking.relation or Relation.OTHER, two=False, second=False))


def _is_wish(talk: Talk, text: str) -> bool:
    wish = dates.parse(text, talk.language, talk.now.astimezone(talk.desk.zone))
    return bool(complaints.rank(text, talk.language) or wish.windows or wish.asap)


def _is_answer(talk: Talk, asking: Asking, text: str) -> bool:
    """Whether it is what was asked for although digits of it may look like a date or a time."""
    if asking.what == "phone":
        return phone_in(text) is not None or not any(letter.isalpha() for letter in text)
    return asking.what == "person-name" and birth_date_in(text, today(talk)) is not None


async def _own_name(talk: Talk, asking: Asking, text: str) -> None:
    name = name_in(text)
    if name is None:
        talk.out.say(notices.notice(talk.texts, "name-again"))
        return
    await be_called(talk, name)
    talk.out.say(Screen(talk.texts.html("name-thanks", name=name)))
    await next_step.name_is_settled(talk, booked=asking.booked)


async def _person_name(talk: Talk, asking: Asking, text: str) -> None:
    """A child's birth date may stand in the same message."""
    relation = asking.relation or Relation.OTHER
    found = birth_date_in(text, today(talk)) if relation is Relation.CHILD else None
    name = name_in(_letters(found[1] if found else text))
    if name is None:
        talk.out.say(notices.notice(talk.texts, "name-again"))
        return
    named = asking.model_copy(update={"what": "birth-date", "name": name})
    if relation is not Relation.CHILD:
        await _added(talk, named, None)
    elif found is None:
        talk.memory.asking = named
        talk.out.say(people.ask_birth_date(talk.texts, name))
    else:
        await _birth_date(talk, named, text)


async def _birth_date(talk: Talk, asking: Asking, text: str) -> None:
    talk.memory.asking = asking
    found = birth_date_in(text, today(talk))
    if found is None:
        talk.out.say(notices.notice(talk.texts, "birth-again"))
    elif age(found[0], today(talk)) >= ADULT:
        talk.out.say(notices.notice(talk.texts, "birth-adult"))
    else:
        await _added(talk, asking, text)


async def _added(talk: Talk, asking: Asking, text: str | None) -> None:
    found = birth_date_in(text, today(talk)) if text is not None else None
    relation = asking.relation or Relation.OTHER
    person = await add(talk, relation, asking.name or "", found[0] if found else None)
    talk.memory.asking = None
    talk.out.say(Screen(people.added(talk.texts, person)))
    await next_step.for_person(talk, person)


async def _new_name(talk: Talk, asking: Asking, text: str) -> None:
    name = name_in(text)
    if name is None:
        talk.out.say(notices.notice(talk.texts, "name-again"))
        return
    person = await find_person(talk, asking.client_id or 0)
    talk.memory.asking = None
    if person is None:
        talk.out.say(notices.notice(talk.texts, "whom-gone"))
        return
    await rename(talk, person.client_id, name)
    talk.out.say(notices.notice(talk.texts, "renamed", name=name))


async def _phone(talk: Talk, asking: Asking, text: str) -> None:
    request = phone_in(text)
    if request is None:
        talk.out.say(notices.notice(talk.texts, "phone-again"))
        return
    await next_step.keep(talk, request, call=asking.call, message="phone-saved")


def _letters(text: str) -> str:
    """A name without what stood around the date."""
    words = "".join(letter if letter.isalpha() or letter in " -'’" else " " for letter in text).split()
    return " ".join(word for word in words if len(word) > 1) if words else ""
