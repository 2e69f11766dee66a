"""Decline: with a reason by a button, or typed as a reply. The patient reads it."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from api_client import NotFound, Refused
from bot.dialogue.out import Out, Outgoing, Words
from bot.dialogue.views.notices import notice
from bot.dialogue.views.screen import Button, Screen
from bot.managers.manager import Manager
from bot.managers.office import Office
from bot.managers.queue.callbacks import REASONS, AskReason, Decline, OwnReason, ShowCard
from bot.managers.queue.card import card_of, label_of, shown, text_of
from bot.managers.queue.refused import note, tell
from bot.managers.replies import RepliesTo

WAITING = "decline-"
"""The label of a message that is to be answered with the reason."""
LONGEST_REASON = 255


async def ask_reason(
    _query: CallbackQuery, callback_data: AskReason, office: Office, manager: Manager, out: Out
) -> None:
    """Under the card. Whoever asks has it in hand from now on. Raises ClinicClientError."""
    number, words = callback_data.number, office.words
    try:
        application = await office.desk.clinic.take_application(number, by=manager.account)
    except Refused as refusal:
        await tell(office, out, number, refusal)
        return
    text = text_of(words, await card_of(office, application), words.html("queue-decline-why"))
    standard = [
        Button(words.say(f"queue-reason-{each}-button"), Decline(number=number, reason=each)) for each in REASONS
    ]
    own = Button(words.say("queue-reason-own"), OwnReason(number=number))
    out.replace(Screen(text, (*standard, own, Button(words.say("queue-to-card"), ShowCard(number=number)))))


async def decline(_query: CallbackQuery, callback_data: Decline, office: Office, manager: Manager, out: Out) -> None:
    number, reason = callback_data.number, office.words.say(f"queue-reason-{callback_data.reason}")
    try:
        done = await office.desk.clinic.decline_application(number, by=manager.account, reason=reason)
    except Refused as refusal:
        await tell(office, out, number, refusal)
        return
    out.replace(await shown(office, done))


async def ask_own(_query: CallbackQuery, callback_data: OwnReason, office: Office, manager: Manager, out: Out) -> None:
    """A message of its own to answer: other replies to cards are talk among people."""
    number = callback_data.number
    asked = notice(office.words, "queue-reason-reply", number=str(number), name=manager.name)
    out.say(asked, label=f"{WAITING}{number}")


async def typed(message: Message, number: int, office: Office, manager: Manager, out: Out) -> None:
    """The question is taken away, and the card says how it ended."""
    reason = " ".join((message.text or "").split())
    if len(reason) > LONGEST_REASON:
        out.say(notice(office.words, "queue-reason-too-long", most=str(LONGEST_REASON)))
        return
    clinic = office.desk.clinic
    try:
        application = await clinic.decline_application(number, by=manager.account, reason=reason)
    except NotFound:
        out.say(notice(office.words, "queue-gone", number=str(number)))
        return
    except Refused as refusal:
        out.say(Screen(office.words.html("queue-not-declined", why=await note(office, refusal))))
        application = await clinic.application(number)
    out.take_away(f"{WAITING}{number}")
    screen = await shown(office, application)
    out.items.append(
        Outgoing(content=Words(html=screen.text, markup=screen.markup), target=label_of(number), topic=out.topic)
    )


def router() -> Router:
    made = Router(name="managers' refusals")
    made.callback_query.register(ask_reason, AskReason.filter())
    made.callback_query.register(decline, Decline.filter())
    made.callback_query.register(ask_own, OwnReason.filter())
    made.message.register(typed, RepliesTo(WAITING))
    return made
