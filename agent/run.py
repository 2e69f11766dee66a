"""The agent's per-run context: one frozen, typed object that LangChain hands to the guard and to every tool."""

from dataclasses import dataclass, field
from typing import Literal

from langchain_core.messages import SystemMessage

from agent.ledger import Ledger
from agent.turn import TurnContext

Thinker = Literal["model", "offline"]


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the graph. A turn has one, or two when the model failed: then the second starts with nothing."""

    turn: TurnContext
    thinker: Thinker
    instructions: SystemMessage
    """The policy, and the facts of this turn."""
    ledger: Ledger = field(default_factory=Ledger)
