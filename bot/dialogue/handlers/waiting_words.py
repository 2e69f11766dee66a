"""The wait-list in words: 'put me on the list', 'tell me if something frees up', 'where am I in line?'."""

from agent.turn import TurnResult
from agent.wanted.state import Wanted
from bot.dialogue.desk import Talk
from bot.dialogue.handlers.waits import wish_for
from bot.dialogue.reading.waiting import about_waiting
from bot.dialogue.screens.waits import joined_screen, waiting_screen
from bot.dialogue.use_cases.directory import known_branches
from bot.dialogue.use_cases.waits import wait_for
from bot.dialogue.views.proposals import proposals
from understanding import complaints, dates


async def about_the_line(talk: Talk, words: str) -> bool:
    """Whether the words ask for nothing else, and have been dealt with: no receptionist need read them.

    What is waited for is what was wanted before. Raises ClinicClientError; the words wait on.
    """
    asked = about_waiting(words, talk.language)
    if asked == "see":
        talk.out.say(await waiting_screen(talk))
    elif asked == "join" and talk.memory.wanted is not None and not _wishes(talk, words):
        if not await _join_as_wanted(talk, talk.memory.wanted):
            return False
    else:
        return False
    talk.memory.waiting, talk.memory.waiting_ids = None, []
    return True


async def joins(talk: Talk, words: str, result: TurnResult) -> bool:
    """Whether the words asked to wait for what they wish themselves, and the place in line has been told.

    Where something is free in time, or it is not known yet with whom, the answer itself goes on.
    """
    if about_waiting(words, talk.language) != "join" or result.hand_over not in (None, "not_understood"):
        return False
    wish = wish_for(talk, result.wanted, [one.slot for one in result.proposals])
    if wish is None:
        return False
    talk.out.say(await joined_screen(talk, await wait_for(talk, wish)))
    return True


async def _join_as_wanted(talk: Talk, wanted: Wanted) -> bool:
    """False: it is not known with whom. What is free in time is shown once more instead."""
    listed = talk.memory.listed(talk.now)
    wish = wish_for(talk, wanted, [one.slot for one in listed])
    if wish is not None:
        talk.out.say(await joined_screen(talk, await wait_for(talk, wish)))
        return True
    if not listed:
        return False
    talk.out.say(proposals(talk.texts, talk.texts.say("wait-free"), listed, await known_branches(talk), talk.now))
    return True


def _wishes(talk: Talk, words: str) -> bool:
    """Whether they tell of a complaint, a doctor or a time themselves."""
    when = dates.parse(words, talk.language, talk.now.astimezone(talk.desk.zone))
    return bool(complaints.rank(words, talk.language) or when.windows or when.asap)
