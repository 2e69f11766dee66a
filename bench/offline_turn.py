"""CPU time of one offline turn with three tool calls and every limit in force: `python bench/offline_turn.py`.

The promise is 30 ms. Found on two cores of a shared machine: a median of 7 to 8 ms (12 ms when it is busy). The very
first turn takes about 70 ms, as it reads lexicons, locale files and the policy. Of the 7 ms:

- 1.1 ms is reading the message (dates, complaints), once a turn: later steps find it in a small cache;
- about 1 ms is our guard, tools, ledger, checks and Fluent texts;
- the rest is LangGraph's supersteps (five: two of the reads run side by side) and LangChain's wrapping of each model
  and tool call, the price of one graph for every model.

What was tried, each against that: LangChain reads a tool function's type hints at every call, 2 ms a turn with hints as
ours, so `as_tool` gives it a wrapper without any; its two stock limits (model calls, tool calls) as middleware cost
2.5 ms, the guard counts the messages instead; a model in the thread pool costs 0.8 ms, ours stays in the loop.
No limit was dropped for the figure.
"""

import asyncio
import statistics
import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import agent
from agent.gateway import SlotQuery
from contracts.appointments import Appointment
from contracts.schedule import Branch, Doctor, Slot, Slots, Specialty, VisitType

ZONE = ZoneInfo("Europe/Moscow")
NOW = datetime(2026, 11, 18, 10, 20, tzinfo=ZONE)
SLOTS = tuple(
    Slot(
        slot_id=f"slot-{n:04}",
        doctor_id=n % 3 + 1,
        doctor_name="Doctor",
        specialty="ent",
        branch_id=1,
        office_number="12",
        time_zone="Europe/Moscow",
        start_time=datetime(2026, 11, 19, 17, tzinfo=ZONE) + n * timedelta(minutes=15),
        end_time=datetime(2026, 11, 19, 17, 15, tzinfo=ZONE) + n * timedelta(minutes=15),
    )
    for n in range(12)
)
TURNS = 300


@dataclass
class Desk:
    """A clinic that answers at once, so that only the agent's own work is measured."""

    searches: int = 0

    async def branches(self) -> tuple[Branch, ...]:
        return ()

    async def specialties(self) -> tuple[Specialty, ...]:
        return (Specialty(code="ent", doctors=3), Specialty(code="therapist", doctors=2))

    async def doctors(self, *, specialty: str | None = None, branch_id: int | None = None) -> tuple[Doctor, ...]:
        del specialty, branch_id
        return ()

    async def visit_types(self) -> tuple[VisitType, ...]:
        return ()

    async def past_visits(self) -> tuple[Appointment, ...]:
        return ()

    async def free_slots(self, query: SlotQuery) -> Slots:
        self.searches += 1
        return Slots(slots=SLOTS[: query.limit])

    async def nearest_slots(self, query: SlotQuery) -> Slots:
        return await self.free_slots(query)

    async def my_appointments(self) -> tuple[Appointment, ...]:
        return ()


async def measure(receptionist: agent.Receptionist, turns: int) -> list[float]:
    """Milliseconds of CPU for each turn. The clock moves on, so that no turn finds what another one has read."""
    spent = []
    for n in range(turns):
        desk = Desk()
        context = agent.TurnContext(desk, NOW + timedelta(seconds=n), ZONE, "ru")
        began = time.process_time()
        result = await receptionist.answer("болит горло, завтра после пяти", (), context)
        spent.append(1000 * (time.process_time() - began))
        assert len(result.proposals) == 3
        assert desk.searches == 1
    return spent


async def main() -> None:
    receptionist = agent.build(agent.AgentSettings())
    first = (await measure(receptionist, 1))[0]
    spent = sorted(await measure(receptionist, TURNS))
    print(f"first turn (reads the data files): {first:.1f} ms")
    print(f"median of {TURNS}: {statistics.median(spent):.2f} ms, 95%: {spent[int(0.95 * TURNS)]:.2f} ms of CPU a turn")


if __name__ == "__main__":
    asyncio.run(main())
