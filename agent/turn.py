"""One turn of the receptionist: what goes in, what comes out. The bot knows the agent by this file alone."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, Protocol
from zoneinfo import ZoneInfo

from agent.budget import Budget
from agent.gateway import ClinicGateway
from agent.personal import KnownPersonal, nobody_known
from agent.wanted.state import Stretch, Wanted
from contracts.schedule import Reason, Slot

HandOver = Literal["asked_for_human", "complaint", "not_understood"]
"""Why a conversation is for the clinic's people: asked for, a complaint about care, or words that we do not read."""


@dataclass(frozen=True, slots=True)
class TurnContext:
    """Who is asking, when and where: frozen for the whole turn, never shown to the model in the clear."""

    gateway: ClinicGateway
    now: datetime
    """Aware: the instant at which the patient wrote."""
    zone: ZoneInfo
    """The clinic's zone, in which 'tomorrow' is meant; a branch's own zone wins for its slots."""
    language: Literal["ru", "en"]
    known: Callable[[], Awaitable[KnownPersonal]] = nobody_known
    """Whom the account books for: read before a model is asked, and kept from it. May raise ClinicUnavailable."""
    budget: Budget | None = None
    """Counts the calls of the model together with other processes; None: the receptionist counts its own."""
    wanted: Wanted | None = None
    """The visit as it was wanted after the last turn: `TurnResult.wanted`. None: not known, the history tells."""
    for_child: bool = False
    """Whether it is a child who is going to visit."""


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
class OwnVisits:
    """What was asked about visits that the patient has already."""

    change: Literal["move", "cancel"] | None = None
    specialties: tuple[str, ...] = ()
    doctors: tuple[int, ...] = ()
    """With whom the visit is that is spoken of; empty: nothing was said."""
    windows: tuple[Stretch, ...] = ()
    """The times that were named: where to move it, or when it is."""


@dataclass(frozen=True, slots=True)
class TurnResult:
    """What to tell the patient: words, and slots to choose from (none: the words ask or explain)."""

    text: str
    proposals: tuple[ProposedSlot, ...] = ()
    reasons: tuple[Reason, ...] = ()
    """Why nothing earlier, as the service answered with the proposed slots."""
    answered_by: Literal["model", "offline"] = "offline"
    leads_to: Literal["own_visits", "call"] | None = None
    """What the patient asked for besides a visit: the bot has a screen for it that does more than words."""
    own: OwnVisits = field(default_factory=OwnVisits)
    """More of what leads to `own_visits`."""
    hand_over: HandOver | None = None
    """The agent proposes that people go on with the conversation; without it the words are the answer."""
    wanted: Wanted = field(default_factory=Wanted)
    """The visit that is wanted now: to be kept, and given to the next turn."""


class Receptionist(Protocol):
    """The agent as the bot sees it."""

    async def answer(self, text: str, history: Sequence[Said], context: TurnContext) -> TurnResult:
        """Answer a patient's message. Never raises for a failing model: the offline one answers instead.

        Raises ClinicUnavailable when the clinic itself does not answer.
        """
        ...
