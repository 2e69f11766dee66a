"""Receptionists that do as they are told."""

from collections.abc import Sequence

from agent.gateway import SlotQuery
from agent.turn import ProposedSlot, Said, TurnContext, TurnResult


class ProposesNearest:
    """Proposes the nearest slots of one specialty, whatever is said; remembers what it was asked."""

    def __init__(self, specialty: str, how_many: int = 3) -> None:
        self._query = SlotQuery(specialty=specialty, limit=how_many)
        self.asked: list[str] = []
        self.histories: list[tuple[Said, ...]] = []

    async def answer(self, text: str, history: Sequence[Said], context: TurnContext) -> TurnResult:
        self.asked.append(text)
        self.histories.append(tuple(history))
        found = await context.gateway.nearest_slots(self._query)
        proposals = tuple(ProposedSlot(slot, f"reason {n}") for n, slot in enumerate(found.slots, start=1))
        return TurnResult(f"Answer {len(self.asked)}", proposals)


class Says:
    """Says one thing and proposes nothing."""

    def __init__(self, text: str) -> None:
        self._text = text

    async def answer(self, text: str, history: Sequence[Said], context: TurnContext) -> TurnResult:
        del text, history, context
        return TurnResult(self._text)


class Breaks:
    """Raises what no receptionist should."""

    async def answer(self, text: str, history: Sequence[Said], context: TurnContext) -> TurnResult:
        del history, context
        raise ZeroDivisionError(text)
