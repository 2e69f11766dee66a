"""Phones: offered, shared or typed; never asked of anybody who only wants to book."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from bot.dialogue.desk import Talk
from bot.dialogue.handlers import next_step
from bot.dialogue.memory import Asking
from bot.dialogue.people_callbacks import LeavePhone, NoPhone
from bot.dialogue.reading.phones import phone_in
from bot.dialogue.views import contact, notices


async def shared(message: Message, talk: Talk) -> None:
    """Proved only if Telegram says that the contact is the sender's own."""
    if message.contact is None or message.from_user is None:
        return
    own = message.contact.user_id == message.from_user.id
    request = phone_in(message.contact.phone_number, verified=own)
    if request is None:
        talk.out.say(notices.notice(talk.texts, "phone-again"))
        return
    call = talk.memory.asking is not None and talk.memory.asking.call
    await next_step.keep(talk, request, call=call, message="phone-saved" if own else "phone-saved-foreign")


async def leave(_query: CallbackQuery, talk: Talk) -> None:
    talk.memory.asking = Asking(what="phone")
    talk.out.say(contact.ask_phone(talk.texts, call=False))


async def leave_none(_query: CallbackQuery, talk: Talk) -> None:
    talk.out.replace(notices.notice(talk.texts, "phone-offer-kept"))


def router() -> Router:
    made = Router(name="contact")
    made.message.register(shared, F.contact)
    made.callback_query.register(leave, LeavePhone.filter())
    made.callback_query.register(leave_none, NoPhone.filter())
    return made
