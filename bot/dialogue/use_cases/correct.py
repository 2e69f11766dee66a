"""A message was corrected: what was remembered of it is corrected, too."""

from typing import Literal

from bot.dialogue.desk import Talk
from bot.dialogue.memory import HISTORY_LINES
from bot.dialogue.use_cases.let_go import let_go

Correction = Literal["noted", "answer-again", "too-late"]


async def correct(talk: Talk, message_id: int, text: str) -> Correction:
    """Put `text` in the place of that message's words.

    `answer-again`: it was part of the words answered last; they wait anew, and a hold that came of them is given
    back. `too-late`: something was booked since. `noted` otherwise, also for messages that are not remembered.
    Raises ClinicClientError.
    """
    memory = talk.memory
    heard = next((one for one in memory.heard if one.message_id == message_id), None)
    if heard is None or heard.text == text:
        return "noted"
    old = heard.text
    memory.heard = [one.model_copy(update={"text": text}) if one is heard else one for one in memory.heard]
    if memory.waiting is not None and message_id in memory.waiting_ids:
        memory.waiting = memory.waiting.replace(old, text, 1)
        return "noted"
    answered = memory.answered
    if answered is None or message_id not in answered.message_ids:
        memory.history = [
            line.model_copy(update={"text": line.text.replace(old, text, 1)}) if line.who == "patient" else line
            for line in memory.history
        ]
        memory.words = [words.replace(old, text, 1) for words in memory.words]
        if len(memory.history) < HISTORY_LINES:
            memory.wanted = None  # all that was said is still there, to be read again
        return "noted"
    if not memory.history:
        return "too-late"
    if memory.hold is not None:
        await let_go(talk, memory.hold.hold.hold_id)
    memory.take_back(answered)
    memory.wait_for(answered.words.replace(old, text, 1), answered.message_ids)
    talk.out.take_away(answered.label)
    return "answer-again"
