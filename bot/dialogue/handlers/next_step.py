"""What comes after an answer: the words that wait, the hold for another person, or the call that was asked for."""

from bot.dialogue.desk import Talk
from bot.dialogue.handlers.after_booking import offer_phone
from bot.dialogue.handlers.calling import call_back as call_back
from bot.dialogue.handlers.going_on import answer_waiting
from bot.dialogue.handlers.hold_again import hold_for_another
from bot.dialogue.use_cases.consent import ask, has_agreed
from bot.dialogue.use_cases.contact import keep_phone
from bot.dialogue.use_cases.family import family
from bot.dialogue.use_cases.let_go import let_go
from bot.dialogue.use_cases.open_way import open_waiting
from bot.dialogue.views import contact, notices, people
from contracts.people import ContactRequest, Person, Relation


async def go_on(talk: Talk) -> None:
    """Answer the words that wait, and open the link that waits; without either, ask for words."""
    if talk.memory.waiting is None and talk.memory.way is None:
        talk.out.say(notices.notice(talk.texts, "what-now"))
        return
    await answer_waiting(talk)
    await open_waiting(talk)


async def name_is_settled(talk: Talk, *, booked: bool) -> None:
    """The name was told or not: after a booking the phone is offered, else what waits goes on."""
    asking = talk.memory.asking
    asked = asking is not None and asking.what == "name"
    if asked:
        talk.memory.asking = None
    if booked:
        await offer_phone(talk)
    elif asked:
        await go_on(talk)


async def for_person(talk: Talk, person: Person | None) -> None:
    """From now on this person visits (None: the owner): the hold that stands becomes theirs, words are answered."""
    talk.memory.visits(person)
    talk.memory.asking = None
    if talk.memory.waiting is not None:
        await answer_waiting(talk, whom_known=person is None or person.relation is Relation.SELF)
    elif talk.memory.hold is not None:
        await hold_for_another(talk)
    else:
        await same_wish(talk)


async def for_pair(talk: Talk) -> None:
    """Two visit from now on: one hold for one of them makes no sense any more."""
    talk.memory.asking = None
    if talk.memory.hold is not None:
        await let_go(talk, talk.memory.hold.hold.hold_id)
    if talk.memory.waiting is not None:
        await answer_waiting(talk)
    else:
        await same_wish(talk)


async def same_wish(talk: Talk) -> None:
    """What was wished last, for who visits now: other doctors may see that age."""
    answered = talk.memory.answered
    if answered is None or not talk.memory.history:
        talk.out.say(notices.notice(talk.texts, "what-now"))
        return
    talk.out.take_away(answered.label)
    talk.memory.take_back(answered)
    talk.memory.wait_for(answered.words, answered.message_ids)
    await answer_waiting(talk, whom_known=True)


async def keep(talk: Talk, request: ContactRequest, *, call: bool, message: str) -> None:
    """Store a phone, say so, and go on with the call that waited for it. Raises ClinicClientError."""
    if not await has_agreed(talk):
        ask(talk)
        return
    kept = await keep_phone(talk, request)
    talk.memory.asking = None
    if kept is None:
        talk.out.say(contact.with_menu(talk.texts, "phone-kept"))
    else:
        talk.out.say(contact.with_menu(talk.texts, message, phone=kept.phone))
    if call:
        await call_back(talk)


async def show_family(talk: Talk) -> None:
    """The list, after the consent. Raises ClinicClientError."""
    if not await has_agreed(talk):
        talk.memory.then = "family"
        ask(talk)
        return
    talk.memory.asking = None
    talk.out.say(people.family(talk.texts, await family(talk)))
