"""Open the front desk where a link points to: ``?start=doctor_8``, ``branch_1`` or ``specialty_ent``."""

from bot.dialogue.desk import Talk
from bot.dialogue.use_cases.open_way import open_way
from bot.dialogue.views import notices
from bot.dialogue.where import Where, where_of_link


async def deep_link(talk: Talk, payload: str) -> None:
    """Say what the link leads to; one that leads nowhere is answered kindly, and the way begins at its start.

    Without the consent the link waits as words do: the consent is asked for, and then the link is opened.
    Raises ClinicClientError when the clinic does not answer.
    """
    at = where_of_link(payload)
    if at is None:
        talk.out.say(notices.notice(talk.texts, "link-unknown"))
    await open_way(talk, at or Where())
