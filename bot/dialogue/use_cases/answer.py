"""Answer a patient's words by the receptionist."""

from agent.turn import TurnResult
from bot.dialogue.desk import Talk
from bot.dialogue.memory import Offer


async def answer(talk: Talk, words: str) -> TurnResult:
    """One turn; words, answer and proposals are remembered once it has succeeded. Raises ClinicUnavailable."""
    memory = talk.memory
    result = await talk.desk.receptionist.answer(words, memory.said(), talk.turn())
    memory.waiting = None
    memory.wanted = result.wanted
    memory.asked_for(words, result.answered_by)
    memory.say("patient", words)
    memory.say("receptionist", result.text)
    if result.proposals:
        memory.show(Offer(slot=proposed.slot, reason=proposed.reason) for proposed in result.proposals)
    return result
