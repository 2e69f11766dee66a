"""What is asked once the visit is safe: the name, then the phone. One question at a time, each once, both optional."""

from api_client import ClinicClientError
from bot.dialogue.desk import Talk
from bot.dialogue.memory import Asking
from bot.dialogue.use_cases.contact import has_phone
from bot.dialogue.use_cases.own_name import knows_name
from bot.dialogue.views import contact, people


async def after_booking(talk: Talk) -> None:
    """Never fails: a clinic that does not answer now is not asked for, the booking stands on the screen."""
    try:
        if not await ask_name(talk, booked=True):
            await offer_phone(talk)
    except ClinicClientError:
        return


async def ask_name(talk: Talk, *, booked: bool = False) -> bool:
    """Whether the name was asked. `booked`: the phone comes next. Raises ClinicClientError."""
    if talk.memory.name_asked:
        return False
    talk.memory.name_asked = True
    if await knows_name(talk):
        return False
    if not booked:
        talk.memory.asking = Asking(what="name")
    talk.out.say(people.ask_name(talk.texts, talk.called, booked=booked))
    return True


async def offer_phone(talk: Talk) -> None:
    """To whom the clinic has no phone of. Raises ClinicClientError."""
    if talk.memory.phone_offered:
        return
    talk.memory.phone_offered = True
    if not await has_phone(talk):
        talk.out.say(contact.offer_phone(talk.texts))
