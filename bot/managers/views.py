"""What managers read. They may see names and numbers; logs may not."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.dialogue.people_callbacks import CallDone
from bot.dialogue.views.dates import clock_time, full_date
from bot.dialogue.views.screen import Button, Screen
from bot.texts import Texts
from contracts.call_requests import CallRequest, CallRequestStatus


def call_request(texts: Texts, request: CallRequest, zone: ZoneInfo) -> Screen:
    """Whom to call, while the request is open; afterwards only that it is closed. Times are in the clinic's zone."""
    if request.status is not CallRequestStatus.OPEN:
        closed = request.finished_at or request.created_at
        return Screen(
            texts.html(f"managers-call-{request.status}", number=str(request.id), at=_at(texts, closed, zone))
        )
    text = texts.html(
        "managers-call-open",
        number=str(request.id),
        name=request.full_name or texts.say("managers-call-unnamed"),
        phone=request.phone or texts.say("managers-call-no-phone"),
        proof=texts.say("managers-phone-proved" if request.phone_verified else "managers-phone-told"),
        at=_at(texts, request.created_at, zone),
    )
    return Screen(text, (Button(texts.say("managers-call-done-button"), CallDone(request_id=request.id), "success"),))


def label_of(request_id: int) -> str:
    """Under which the group's message about a request is found again."""
    return f"call-{request_id}"


def _at(texts: Texts, moment: datetime, zone: ZoneInfo) -> str:
    return f"{full_date(texts, moment, zone.key)}, {clock_time(texts, moment, zone.key)}"
