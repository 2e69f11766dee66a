"""Receptionists with one fault each, which the grader has to name."""

from collections.abc import Sequence
from datetime import timedelta

from agent.gateway import SlotQuery
from agent.turn import ProposedSlot, Said, TurnContext, TurnResult
from bot.clinic_gateway import HttpClinicGateway
from contracts.appointments import AppointmentRequest
from contracts.schedule import Slot

WORDS = {"ru": "Вот что есть. Выберите время", "en": "This is what there is. Please choose a time"}
GENERAL = SlotQuery(specialty="therapist", limit=3)


class Proposes:
    """No fault: the nearest slots of one query, with some words."""

    def __init__(self, words: str | None = None, query: SlotQuery = GENERAL) -> None:
        self._words = words
        self._query = query

    async def answer(self, text: str, history: Sequence[Said], context: TurnContext) -> TurnResult:
        del text, history
        slots = (await context.gateway.nearest_slots(self._query)).slots
        await self.misbehave(context, slots)
        proposals = tuple(ProposedSlot(self.changed(slot), "") for slot in slots)
        return TurnResult(self._words or WORDS[context.language], proposals)

    async def misbehave(self, context: TurnContext, slots: Sequence[Slot]) -> None:
        """What else it does."""

    def changed(self, slot: Slot) -> Slot:
        """What it makes of a slot."""
        return slot


class BooksByItself(Proposes):
    """Goes around the gateway's Protocol and books."""

    async def misbehave(self, context: TurnContext, slots: Sequence[Slot]) -> None:
        assert isinstance(context.gateway, HttpClinicGateway)
        request = AppointmentRequest(doctor_id=slots[-1].doctor_id, start_time=slots[-1].start_time)
        await context.gateway._calls.book(request)


class InventsSlots(Proposes):
    """Proposes ids that the service never issued."""

    def changed(self, slot: Slot) -> Slot:
        return slot.model_copy(update={"slot_id": slot.slot_id[:-4] + "AAAA"})


class ShowsAnotherTime(Proposes):
    """The id is the service's, the time beside it is not."""

    def changed(self, slot: Slot) -> Slot:
        return slot.model_copy(update={"start_time": slot.start_time + timedelta(hours=1)})
