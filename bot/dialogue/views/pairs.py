"""Two visits in a row: to choose from, and held."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.dialogue.people_callbacks import ConfirmPair, DropPair, TakePair
from bot.dialogue.use_cases.find_pairs import Pair
from bot.dialogue.use_cases.hold_pair import HeldPair
from bot.dialogue.views.dates import clock_time, when
from bot.dialogue.views.people import whom_button
from bot.dialogue.views.place import place
from bot.dialogue.views.screen import Button, Screen, cut, escaped, paragraphs
from bot.dialogue.views.whom import whom
from bot.dialogue.where import minute_of
from bot.texts import Texts
from contracts.people import Person
from contracts.schedule import Branch

LONGEST_INTRO = 600


def pairs(texts: Texts, intro: str, found: Sequence[Pair], people: tuple[int, int], now: datetime) -> Screen:
    """`intro` is plain text. The first time is the first person's."""
    buttons = [Button(_label(texts, pair, now), _take(pair, people)) for pair in found]
    return Screen(escaped(cut(intro, LONGEST_INTRO)), (*buttons, whom_button(texts)))


def held_pair(
    texts: Texts, pair: HeldPair, people: Mapping[int, Person], branches: Mapping[int, Branch], now: datetime
) -> Screen:
    """The earlier deadline is the one that counts."""
    until = min(pair.first.expires_at, pair.second.expires_at)
    lines = [
        texts.html(
            "pair-line",
            whom=_whom(texts, people.get(one.client_id or 0)),
            when=when(texts, one.start_time, one.time_zone, now),
        )
        for one in (pair.first, pair.second)
    ]
    head = texts.html("pair-held", until=clock_time(texts, until, pair.first.time_zone))
    where = texts.html(
        "pair-doctor",
        specialty=texts.specialty(pair.first.specialty),
        doctor=pair.first.doctor_name,
        place=place(texts, pair.first.office_number, branches.get(pair.first.branch_id)),
    )
    ids = {"first": pair.first.hold_id, "second": pair.second.hold_id}
    buttons = (
        Button(texts.say("pair-confirm"), ConfirmPair(**ids), "success"),
        Button(texts.say("other-time"), DropPair(**ids)),
    )
    return Screen(paragraphs([head, "\n".join([*lines, where])]), buttons)


def _take(pair: Pair, people: tuple[int, int]) -> TakePair:
    return TakePair(
        doctor=pair.first.doctor_id, minute=minute_of(pair.first.start_time), first=people[0], second=people[1]
    )


def _label(texts: Texts, pair: Pair, now: datetime) -> str:
    slot = pair.first
    return texts.say(
        "pair-button",
        when=when(texts, slot.start_time, slot.time_zone, now),
        second=clock_time(texts, pair.second.start_time, slot.time_zone),
        specialty=texts.specialty(slot.specialty),
        doctor=slot.doctor_name,
    )


def _whom(texts: Texts, person: Person | None) -> str:
    return whom(texts, person) if person is not None else texts.say("person-unnamed")
