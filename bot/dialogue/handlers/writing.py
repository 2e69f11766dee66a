"""Ask what is to be written to the clinic; consent first."""

from bot.dialogue.desk import Talk
from bot.dialogue.memory import Asking
from bot.dialogue.use_cases.consent import ask, has_agreed
from bot.dialogue.views import tickets


async def ask_for_words(talk: Talk, ticket_id: int | None = None) -> None:
    """The next message goes to the clinic: to this ticket, or to what continues it. Raises ClinicClientError."""
    if not await has_agreed(talk):
        talk.memory.then = "ticket"
        ask(talk)
        return
    talk.memory.drop_wish()
    talk.memory.asking = Asking(what="ticket", ticket_id=ticket_id)
    talk.out.say(tickets.ask_words(talk.texts))
