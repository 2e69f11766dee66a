"""An application as a manager reads it. Names and words are for the managers' room alone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.dialogue.views.dates import clock_time, when
from bot.dialogue.views.place import place
from bot.dialogue.views.screen import Button, Screen, cut
from bot.managers.office import Office
from bot.managers.queue.callbacks import Approve, AskReason, AskTimes, Release, Undo
from bot.texts import Texts
from contracts.applications import CLINIC, DEADLINE, PATIENT, POLICY, Application, ApplicationStatus
from contracts.schedule import Branch

WORDS_SHOWN = 700
ACCOUNT = re.compile(r"[a-z]+:\w+")
NOBODY = (POLICY, DEADLINE, PATIENT, CLINIC)
"""Who decides where no manager did."""


@dataclass(frozen=True, slots=True)
class Card:
    """What is needed to show an application."""

    application: Application
    branch: Branch | None
    zone: str
    """In which its times are written: the branch's."""
    taken_by: str | None
    decided_by: str | None
    """Names."""
    now: datetime


async def card_of(office: Office, application: Application) -> Card:
    """With the names of whoever has it or decided it. Raises ClinicClientError."""
    branches = {each.branch_id: each for each in await office.desk.directory.branches()}
    branch = branches.get(application.branch_id) if application.branch_id is not None else None
    visit = application.appointment
    zone = visit.time_zone if visit is not None else branch.time_zone if branch is not None else office.desk.zone.key
    return Card(
        application,
        branch,
        zone,
        await name_of(office, application.taken_by),
        await name_of(office, application.decided_by),
        office.desk.clock(),
    )


def _name(words: Texts, user_name: str) -> str:
    """Who has told no name is known to the clinic by the account alone, which says nothing to a reader."""
    return words.say("managers-call-unnamed") if ACCOUNT.fullmatch(user_name) else user_name


async def name_of(office: Office, by: str | None) -> str | None:
    """Who acted, as people read it."""
    if by is None:
        return None
    return office.words.say(f"queue-by-{by}") if by in NOBODY else await office.names.of(by)


def label_of(application_id: int) -> str:
    """Under which the room's newest card of an application is found again."""
    return f"application-{application_id}"


async def shown(office: Office, application: Application) -> Screen:
    """The card as it stands, with what can be done about it now."""
    card = await card_of(office, application)
    return Screen(text_of(office.words, card), _buttons(office.words, application))


def text_of(words: Texts, card: Card, *more: str) -> str:
    """`more`: lines of HTML below."""
    return "\n".join([*_about(words, card), *_state(words, card), *more])


def _about(words: Texts, card: Card) -> Sequence[str]:
    one, understood = card.application, card.application.understood
    lines = [words.html("queue-card", number=str(one.id), name=_name(words, one.user_name))]
    if one.description:
        lines.append(words.html("queue-card-words", words=cut(one.description, WORDS_SHOWN)))
    wished = [words.specialty(understood.specialty)] if understood.specialty else []
    wished += [understood.wish] if understood.wish else []
    if wished:
        lines.append(words.html("queue-card-understood", what=", ".join(wished)))
    if understood.reasons:
        lines.append(words.html("queue-card-why", why="; ".join(understood.reasons)))
    visit = one.appointment
    if visit is None:
        lines.append(words.html("queue-card-no-time"))
    else:
        at, where = (
            when(words, visit.start_time, visit.time_zone, card.now),
            place(words, visit.office_number, card.branch),
        )
        lines.append(words.html("queue-card-time", when=at, doctor=visit.doctor_name, place=where))
    return lines


def _state(words: Texts, card: Card) -> Sequence[str]:
    one = card.application
    if one.awaits == "manager":
        lines = []
        if one.decide_by is not None:
            lines.append(words.html("queue-card-until", until=when(words, one.decide_by, card.zone, card.now)))
        if card.taken_by is not None:
            lines.append(words.html("queue-card-taken", name=card.taken_by))
        return lines
    at = "" if one.decided_at is None else clock_time(words, one.decided_at, card.zone)
    by = card.decided_by or words.say("queue-by-clinic")
    if one.awaits == "patient" and one.status is ApplicationStatus.PROPOSED:
        return [words.html("queue-card-offered", name=by, at=at)]
    lines = [words.html(f"queue-card-{one.status.value}", name=by, at=at)]
    if one.status is ApplicationStatus.DECLINED and one.decision_reason:
        lines.append(words.html("queue-card-reason", reason=one.decision_reason))
    return lines


def _buttons(words: Texts, one: Application) -> tuple[Button, ...]:
    if one.awaits == "manager":
        approve = (Button(words.say("queue-approve"), Approve(number=one.id, version=one.version), "success"),)
        return (
            *(approve if one.appointment is not None else ()),
            Button(words.say("queue-other-time"), AskTimes(number=one.id)),
            Button(words.say("queue-decline"), AskReason(number=one.id), "danger"),
            Button(words.say("queue-back"), Release(number=one.id)),
        )
    undo = one.status is ApplicationStatus.APPROVED and one.decided_by not in NOBODY
    return (Button(words.say("queue-undo"), Undo(number=one.id)),) if undo else ()
