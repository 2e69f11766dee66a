"""What holds after every turn, whatever the model, its server or the patient did."""

import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from agent import Receptionist, Said, TurnResult
from agent.output_check import check, speaks
from tests.agent.clinic_in_memory import TOMORROW as DAY
from tests.agent.clinic_in_memory import Clinic, a_clinic, an_appointment, at, doctor, slot
from tests.agent.receptionists import Language, context, thinking_with
from tests.agent.scripted_openai import Line, ScriptedOpenAI, error, scripted

TURN_SECONDS = 1.5
DEADLINE = TURN_SECONDS + 4.0
"""Of the whole turn: the model's part, and the offline answer's part on a machine that has other things to do."""
STRANGERS = ("Чужой", "Stranger", "+7 900 000-00-00", "79000000000")
STOLEN = slot(doctor(2, "ent"), at(DAY, 19))
"""Real, but issued to another account."""
WISH: dict[Language, str] = {"ru": "болит горло, завтра после пяти", "en": "sore throat, tomorrow after five"}


@dataclass
class Watched(Clinic):
    """A clinic that knows a stranger, keeps the arguments it was asked with, and what it issued."""

    issued: set[str] = field(default_factory=set)

    async def free_slots(self, query):  # type: ignore[no-untyped-def]  # as the clinic's
        found = await super().free_slots(query)
        self.issued |= {one.slot_id for one in found.slots}
        return found

    async def nearest_slots(self, query):  # type: ignore[no-untyped-def]
        found = await super().nearest_slots(query)
        self.issued |= {one.slot_id for one in found.slots}
        return found


def watched() -> Watched:
    clinic = a_clinic()
    own = an_appointment().model_copy(update={"patient_name": "Чужой Stranger", "note": "+7 900 000-00-00"})
    return Watched(clinic.staff, clinic.free, (own,))


@dataclass(frozen=True)
class Arena:
    """One receptionist with a short deadline, and the server that it thinks with: many scripts, one after another."""

    model: ScriptedOpenAI
    receptionist: Receptionist

    def play(self, *script: Line) -> None:
        self.model.script = script
        self.model.requests.clear()
        self.model.refusals.clear()

    async def turn(self, language: Language, text: str | None = None, history: Sequence[Said] = ()) -> TurnResult:
        """One turn with a clinic of its own; everything is checked."""
        clinic, began = watched(), time.monotonic()
        result = await self.receptionist.answer(text or WISH[language], history, context(clinic, language))
        holds(result, clinic, language, time.monotonic() - began)
        return result


@asynccontextmanager
async def an_arena() -> AsyncIterator[Arena]:
    async with (
        scripted(error(500, "nothing is played")) as model,
        thinking_with(
            model.base_url,
            clock=time.monotonic,
            turn_seconds=TURN_SECONDS,
            breaker_failures=100,
            breaker_seconds=0.001,
            model_calls_a_day=10**6,
        ) as receptionist,
    ):
        yield Arena(model, receptionist)


def holds(result: TurnResult, clinic: Watched, language: Language, seconds: float) -> None:
    assert seconds < DEADLINE, "the deadline"
    assert result.text.strip(), "an answer"
    assert speaks(result.text, language), "the language"
    offered = [one.slot for one in result.proposals]
    assert {one.slot_id for one in offered} <= clinic.issued, "issued slots only"
    assert set(offered) <= set(clinic.free), "as they were issued"
    quoted = [*(one.full_name for one in clinic.staff), *(one.office_number for one in clinic.staff), "Врач Номер1"]
    for said in (result.text, *(one.reason for one in result.proposals)):
        check(said, language, quoted=quoted, appointments_read=True)
        assert not any(stranger in said for stranger in STRANGERS), "no stranger"
    asked = repr(clinic.queries)
    assert not any(sign in asked for sign in ("<", "DROP", ";", "Чуж")), "nothing odd reached the clinic"
