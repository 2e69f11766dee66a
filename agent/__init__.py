"""The receptionist's mind: understands a patient's wish and proposes slots that the clinic issued; it only reads.

    receptionist = agent.build(AgentSettings())
    result = await receptionist.answer("болит горло, завтра после пяти", history, context)

Importing this package is cheap: LangChain is imported by `build`.
"""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from agent.settings import AgentSettings
from agent.turn import ProposedSlot, Receptionist, Said, TurnContext, TurnResult

if TYPE_CHECKING:
    from agent.receptionist import GraphReceptionist

__all__ = ["AgentSettings", "ProposedSlot", "Receptionist", "Said", "TurnContext", "TurnResult", "build"]


def build(settings: AgentSettings, *, clock: Callable[[], float] = time.monotonic) -> "GraphReceptionist":
    """A receptionist (agent.turn.Receptionist) that many turns share; its graph is built here, once.

    `clock` gives the circuit breaker's monotonic seconds. Close the receptionist with `await receptionist.aclose()`
    at the process's end.
    """
    from agent.offline.words import LANGUAGES, words
    from agent.receptionist import GraphReceptionist
    from agent.wanted.hear import prepare

    prepare()
    for language in LANGUAGES:
        words(language)
    return GraphReceptionist(settings, clock)
