"""The agent's per-run context: one frozen, typed object that LangChain hands to the guard and to every tool."""

from dataclasses import dataclass, field
from typing import Literal

from langchain_core.messages import SystemMessage

from agent.budget import Budget
from agent.ledger import Ledger
from agent.privacy.veil import Veil
from agent.turn import TurnContext

Thinker = Literal["model", "offline"]


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the graph. A turn has one, or two when the model failed: then the second starts with nothing."""

    turn: TurnContext
    thinker: Thinker
    instructions: SystemMessage
    """The policy, and the facts of this turn."""
    budget: Budget | None = None
    """What each call of the model is taken from; the offline model costs nothing."""
    veil: Veil | None = None
    """Between the run and a model that is somebody else's; the offline model needs none."""
    ledger: Ledger = field(default_factory=Ledger)

    @property
    def own_names(self) -> tuple[str, ...]:
        """Of the people for whom the account books, as far as the run was told."""
        return self.veil.own_names if self.veil is not None else ()
