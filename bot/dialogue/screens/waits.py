"""The account's places in line as screens."""

from collections.abc import Sequence

from bot.dialogue.desk import Talk
from bot.dialogue.use_cases.directory import known_branches
from bot.dialogue.use_cases.visit import known_people, worth_naming
from bot.dialogue.use_cases.waits import NotWaiting, own_waits
from bot.dialogue.views import waits
from bot.dialogue.views.screen import Screen
from bot.dialogue.views.way import way_in
from contracts.waits import Wait


async def places_of(talk: Talk, found: Sequence[Wait]) -> tuple[waits.Place, ...]:
    """Never fails: what the clinic does not tell now is left out."""
    if not found:
        return ()
    branches, people = await known_branches(talk), await known_people(talk)
    return tuple(
        waits.place_of(one, branches, worth_naming(people, one.client_id), talk.now, talk.desk.zone) for one in found
    )


async def joined_screen(talk: Talk, outcome: Wait | NotWaiting) -> Screen:
    if isinstance(outcome, Wait):
        (place,) = await places_of(talk, [outcome])
        return waits.joined(talk.texts, place)
    places = await places_of(talk, await own_waits(talk)) if outcome.why == "quota" else ()
    return waits.not_waiting(talk.texts, outcome.why, places)


async def waiting_screen(talk: Talk) -> Screen:
    """What the account waits for, with a button to leave each."""
    places = await places_of(talk, await own_waits(talk))
    if not places:
        return Screen(talk.texts.html("wait-none"), (way_in(talk.texts),))
    return waits.waiting(talk.texts, places)
