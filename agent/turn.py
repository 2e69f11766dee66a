"""One turn of the receptionist: what goes in, what comes out. The bot knows the agent by this file alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol
from zoneinfo import ZoneInfo

from agent.gateway import ClinicGateway
from contracts.schedule import Reason, Slot


@dataclass(frozen=True, slots=True)
class TurnContext:
    """Who is asking, when and where: frozen for the whole turn, never shown to the model in the clear."""

    gateway: ClinicGateway
    now: datetime
    """Aware: the instant at which the patient wrote."""
    zone: ZoneInfo
    """The clinic's zone, in which 'tomorrow' is meant; a branch's own zone wins for its slots."""
    language: Literal["ru", "en"]


@dataclass(frozen=True, slots=True)
class Said:
    """A line of the dialogue so far."""

    who: Literal["patient", "receptionist"]
    text: str


@dataclass(frozen=True, slots=True)
class ProposedSlot:
    """A slot that the service issued in this turn, and why the agent proposes it, in the patient's language."""

    slot: Slot
    reason: str


@dataclass(frozen=True, slots=True)
class TurnResult:
    """What to tell the patient: words, and slots to choose from (none: the words ask or explain)."""

    text: str
    proposals: tuple[ProposedSlot, ...] = ()
    reasons: tuple[Reason, ...] = ()
    """Why nothing earlier, as the service answered with the proposed slots."""
    answered_by: Literal["model", "offline"] = "offline"


class Receptionist(Protocol):
    """The agent as the bot sees it."""

    async def answer(self, text: str, history: Sequence[Said], context: TurnContext) -> TurnResult:
        """Answer a patient's message. Never raises for a failing model: the offline one answers instead.

        Raises ClinicUnavailable when the clinic itself does not answer.
        """
        ...
