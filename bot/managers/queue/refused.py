"""What a manager is told when the clinic says no: a note on the button, and the card as it stands."""

from datetime import datetime

from api_client import Decided, NotFound, Refused, Taken
from bot.dialogue.out import Out
from bot.dialogue.views.dates import clock_time
from bot.dialogue.views.notices import notice
from bot.managers.office import Office
from bot.managers.queue.card import name_of, shown

NOTES = frozenset({"changed_meanwhile", "too_late", "cannot_undo", "no_time", "no_account", "slot_taken"})
"""Codes that have a text of their own."""


async def tell(office: Office, out: Out, number: int, refusal: Refused) -> None:
    """Raises ClinicClientError if the clinic does not answer."""
    out.note, out.alert = await note(office, refusal), True
    if isinstance(refusal, NotFound):
        out.replace(notice(office.words, "queue-gone", number=str(number)))
        return
    out.replace(await shown(office, await office.desk.clinic.application(number)))


async def note(office: Office, refusal: Refused) -> str:
    """Who was quicker, or why it cannot be."""
    words = office.words
    if isinstance(refusal, Decided | Taken):
        by = await name_of(office, str(refusal.details.get("by") or "") or None) or words.say("queue-by-clinic")
        kind = "queue-taken-note" if isinstance(refusal, Taken) else "queue-decided-note"
        return words.say(kind, name=by, at=_at(office, refusal))
    return words.say(f"queue-note-{refusal.code}" if refusal.code in NOTES else "queue-note-other")


def _at(office: Office, refusal: Refused) -> str:
    moment = refusal.details.get("at")
    if not isinstance(moment, str):
        return ""
    return clock_time(office.words, datetime.fromisoformat(moment), office.desk.zone.key)
