"""Answer the words that wait, as soon as nothing stands in the way: consent, and who is going to visit."""

from dataclasses import replace
from datetime import timedelta

from agent.turn import TurnResult
from bot.dialogue.desk import Talk
from bot.dialogue.handlers.calling import call_back
from bot.dialogue.handlers.waiting_words import about_the_line, joins
from bot.dialogue.handlers.waits import wish_for
from bot.dialogue.handlers.with_people import to_people, waiting_messages, went_to_people
from bot.dialogue.memory import Answered, Asking
from bot.dialogue.reading.birth_dates import ADULT, age, birth_date_in
from bot.dialogue.screens.change_own import change_own_screen
from bot.dialogue.screens.held import held_screen
from bot.dialogue.screens.own_visits import own_visits_screen
from bot.dialogue.use_cases.answer import answer
from bot.dialogue.use_cases.consent import ask, has_agreed
from bot.dialogue.use_cases.directory import known_branches
from bot.dialogue.use_cases.family import add, today
from bot.dialogue.use_cases.find_pairs import find_pairs
from bot.dialogue.use_cases.whom import Unclear, understand_whom
from bot.dialogue.views import contact, people
from bot.dialogue.views import pairs as views
from bot.dialogue.views.proposals import INTRO_LENGTH, proposals
from bot.dialogue.views.screen import Button, Screen, cut, escaped
from bot.dialogue.views.waits import wait_button
from bot.dialogue.views.way import way_in
from contracts.people import Relation
from contracts.tickets import TicketReason

ONE_THOUGHT = timedelta(seconds=10)
"""Words that follow an answer so soon belong to it: what it proposed is out of date."""


async def answer_waiting(talk: Talk, *, whom_known: bool = False, replied: int | None = None) -> None:
    """Answer the words that wait, if the account has agreed; else ask for the consent, and let them wait.

    What is for people goes to them. `whom_known`: the patient has just said who visits; `replied`: the ticket whose
    message the words answer. Raises ClinicUnavailable, ClinicClientError; the words wait on.
    """
    waiting = talk.memory.waiting
    if waiting is None:
        return
    if not await has_agreed(talk):
        ask(talk)
        return
    if await went_to_people(talk, replied):
        return
    unclear = None if whom_known else await understand_whom(talk, waiting)
    if unclear is not None and not await _newcomer(talk, unclear, waiting):
        return
    talk.memory.asking = None
    await _answer(talk, waiting)


async def _newcomer(talk: Talk, unclear: Unclear, words: str) -> bool:
    """Whether the words told all that had to be known of somebody new; otherwise it is asked for."""
    if unclear.name is None:
        _ask_whom(talk, unclear)
        return False
    born = birth_date_in(words, today(talk)) if unclear.relation is Relation.CHILD else None
    if unclear.relation is Relation.CHILD and (born is None or age(born[0], today(talk)) >= ADULT):
        talk.memory.asking = Asking(what="birth-date", relation=unclear.relation, name=unclear.name)
        talk.out.say(people.ask_birth_date(talk.texts, unclear.name))
        return False
    person = await add(talk, unclear.relation, unclear.name, born[0] if born else None)
    talk.memory.visits(person)
    talk.out.say(Screen(people.added(talk.texts, person)))
    return True


def _ask_whom(talk: Talk, unclear: Unclear) -> None:
    if len(unclear.known) > (1 if unclear.two else 0):
        talk.out.say(people.ask_whom(talk.texts, unclear.known, unclear.relation, two=unclear.two))
        return
    talk.memory.asking = Asking(what="person-name", relation=unclear.relation)
    talk.out.say(people.ask_person_name(talk.texts, unclear.relation, two=unclear.two, second=bool(unclear.known)))


async def _answer(talk: Talk, words: str) -> None:
    memory = talk.memory
    before, ids, wanted, written = memory.answered, memory.waiting_ids, memory.wanted, waiting_messages(talk)
    if await about_the_line(talk, words):
        return
    result = await answer(talk, words)
    if await joins(talk, words, result):
        return
    if result.hand_over is not None:
        memory.wait_for(words, ids)  # until people have them
        await to_people(talk, written, TicketReason(result.hand_over))
        return
    memory.answers += 1
    label = f"answer-{memory.answers}"
    memory.answered = Answered(
        words=words, message_ids=ids, label=label, at=talk.now, before=wanted, proposed=bool(result.proposals)
    )
    if result.leads_to == "own_visits":
        talk.out.say(await change_own_screen(talk, result.own) or await own_visits_screen(talk), label=label)
        return
    if result.leads_to == "call":
        await call_back(talk)
        return
    if not result.proposals:
        ways_on = (*_wait(talk, result), way_in(talk.texts), contact.call_button(talk.texts))
        talk.out.say(Screen(escaped(cut(result.text, INTRO_LENGTH)), ways_on), label=label)
        if (hold := memory.standing_hold(talk.now)) is not None:
            talk.out.say(await held_screen(talk, hold))  # these words have changed nothing about it
        return
    if before is not None and before.proposed and not before.tapped and talk.now - before.at <= ONE_THOUGHT:
        talk.out.take_away(before.label)
    talk.out.say(await _proposed(talk, result), label=label)


async def _proposed(talk: Talk, result: TurnResult) -> Screen:
    """The proposals, or for two people the pairs nearest to them."""
    memory, intro = talk.memory, result.text
    if memory.pair is not None:
        pairs = await find_pairs(talk, memory.pair, [proposed.slot for proposed in result.proposals])
        if pairs:
            return views.pairs(talk.texts, talk.texts.say("pair-found"), pairs, memory.pair, talk.now)
        memory.pair = None
        name = memory.visitor.name if memory.visitor is not None else None
        intro = talk.texts.say("pair-none", name=name or talk.texts.say("person-unnamed"))
    offers = [offer for slot_id in memory.shown if (offer := memory.offer(slot_id))]
    screen = proposals(talk.texts, intro, offers, await known_branches(talk), talk.now)
    return replace(screen, buttons=(*screen.buttons, *_wait(talk, result), people.whom_button(talk.texts)))


def _wait(talk: Talk, result: TurnResult) -> tuple[Button, ...]:
    """A button to the wait-list where nothing is free in the wished time."""
    wish = wish_for(talk, result.wanted, [one.slot for one in result.proposals])
    return () if wish is None else (wait_button(talk.texts, wish),)
