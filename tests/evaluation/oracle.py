"""A receptionist who knows the task: what a mind could reach at best with the dialogue as it is."""

from collections.abc import Iterator, Sequence
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from agent.gateway import SlotQuery
from agent.turn import ProposedSlot, Said, TurnContext, TurnResult
from contracts.schedule import Slot
from evaluation.fits import Fits
from evaluation.task import Task

DAYS = timedelta(days=14)
EACH = 2
WORDS = {
    "ru": "Первичный приём стоит 2 500 ₽, возьмите паспорт. Адрес: Липовая ул., 7. Лор в субботу принимает до 16:00. "
    "Онколога нет, его заменит терапевт.",
    "en": "A first visit costs 2,500 RUB, bring your passport. The address is Липовая ул., 7. "
    "No oncologist here, a GP sees you instead.",
}


class Oracle:
    """Implements agent.turn.Receptionist: proposes what the task's patient accepts, from the clinic's own answers."""

    def __init__(self, task: Task) -> None:
        self._task = task

    async def answer(self, text: str, history: Sequence[Said], context: TurnContext) -> TurnResult:
        del text, history
        if self._task.patient.wants not in ("visit", "pair"):
            return TurnResult(f"{WORDS[context.language]} {await self._visits(context)}")
        found = [slot for wish in self._wishes() for slot in await self._slots(wish, context)]
        slots = list({slot.slot_id: slot for slot in found}.values())[:8]
        return TurnResult(WORDS[context.language], tuple(ProposedSlot(slot, "") for slot in slots))

    def _wishes(self) -> Iterator[Fits]:
        """As the patient will have them, one after the other."""
        script = self._task.patient
        yield script.accepts
        yield from (act.accepts for act in script.acts if act.accepts is not None)

    async def _slots(self, wish: Fits, context: TurnContext) -> list[Slot]:
        doctors = {one.doctor_id: one for one in await context.gateway.doctors()}
        zones = {one.branch_id: ZoneInfo(one.time_zone) for one in await context.gateway.branches()}
        days = [*(wish.days or ()), *((wish.since,) if wish.since else ())]
        first = max(
            context.now, *(datetime.combine(day, time(), context.zone) for day in sorted(days)[:1]), context.now
        )
        found: list[Slot] = []
        for doctor in doctors.values():
            if doctor.specialty in (wish.specialty or [doctor.specialty]) and doctor.doctor_id in (
                wish.doctor or [doctor.doctor_id]
            ):
                query = SlotQuery(doctor_id=doctor.doctor_id, from_=first, to=first + DAYS, limit=300)
                found += (await context.gateway.free_slots(query)).slots
        fitting = [slot for slot in found if wish.fits(slot, doctors, zones)]
        return sorted(fitting, key=lambda slot: slot.start_time)[:EACH]

    async def _visits(self, context: TurnContext) -> str:
        mine = await context.gateway.my_appointments()
        return " ".join(f"{one.start_time:%H:%M} {one.doctor_name}." for one in mine)
