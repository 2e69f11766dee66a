"""One try of a task: a world, a chat with the real dialogue, a patient who reacts, and what is left of it."""

import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from agent.turn import Receptionist, Said, TurnContext, TurnResult
from bot.dialogue.desk import Desk
from bot.dialogue.dispatcher import dispatcher
from bot.redflags import emergency_code
from contracts.appointments import AppointmentRequest
from contracts.schedule import Slot
from evaluation.begin import ACCOUNT, STRANGER, begin
from evaluation.chat import Chat, Turn
from evaluation.clinic import ZONE, Clinic
from evaluation.fits import Fits
from evaluation.patient import Edit, Leave, Patient, Say, Tap
from evaluation.record import Answer, Marks, Record, State
from evaluation.sights import Scene, offers_of, scene_of
from evaluation.state import state_of
from evaluation.task import Act, Task


@dataclass(frozen=True, slots=True)
class Played:
    record: Record
    before: State
    after: State


class Watched:
    """The receptionist, with what it answers written down. Implements agent.turn.Receptionist."""

    def __init__(self, inner: Receptionist, clinic: Clinic) -> None:
        self._inner = inner
        self._clinic = clinic
        self.answers: list[Answer] = []

    async def answer(self, text: str, history: Sequence[Said], context: TurnContext) -> TurnResult:
        result = await self._inner.answer(text, history, context)
        self.answers.append(Answer(self._clinic.wire.turn, text, result))
        return result


async def play(task: Task, number: int, clinic: Clinic, receptionist: Receptionist) -> Played:
    """The whole conversation of the try with this number, from /start to the patient's leaving."""
    visit_numbers = await begin(clinic, task)
    first_free = {n: await soonest(clinic, one) for n, one in enumerate(task.wanted) if one.soonest}
    before = await state_of(clinic)
    watched = Watched(receptionist, clinic)
    desk = Desk(
        clinic=clinic.bot,
        receptionist=watched,
        gate=emergency_code,
        clock=clinic.clock,
        zone=ZONE,
        language=task.language,
        account_of=lambda _: ACCOUNT,
    )
    chat = Chat(dispatcher(desk), clinic.clock, task.language)
    record = Record(chat.turns, visit_numbers=visit_numbers, first_free=first_free)
    began = time.perf_counter()
    await Conversation(task, number, clinic, chat, record).run()
    record.seconds = time.perf_counter() - began
    record.answers, record.requests, record.issued = watched.answers, clinic.wire.requests, clinic.wire.issued
    return Played(record, before, await state_of(clinic))


class Conversation:
    """Patient and chat in turns."""

    def __init__(self, task: Task, number: int, clinic: Clinic, chat: Chat, record: Record) -> None:
        self._task = task
        self._clinic = clinic
        self._chat = chat
        self._record = record
        self._strangers = 0
        self._patient = Patient(
            task=task,
            number=number,
            fitting=lambda wish, slot: wish.fits(slot, clinic.doctors, clinic.zones),
            live=chat.buttons,
            offers_in=lambda buttons: offers_of(buttons, clinic.wire),
            visit_numbers=record.visit_numbers,
        )

    async def run(self) -> None:
        turn = await self._say(("/start",))
        while len(self._chat.turns) < self._task.patient.max_turns:
            scene = scene_of(turn, self._clinic.wire, self._patient.language)
            act = self._patient.next_act(scene)
            if act is None:
                deed = self._patient.react(scene)
            else:
                await self._meanwhile(act, scene)
                deed = self._patient.deed_of(act, scene)
            match deed:
                case Leave():
                    return
                case Say(words):
                    turn = await self._say(words)
                case Edit(words):
                    turn = await self._noted(partial(self._chat.edit, words))
                case Tap(button):
                    turn = await self._noted(partial(self._chat.tap, button))

    async def _say(self, words: Sequence[str]) -> Turn:
        return await self._noted(partial(self._chat.say, words))

    async def _noted(self, do: Callable[[], Awaitable[Turn]]) -> Turn:
        self._clinic.wire.turn = self._chat.next_turn
        turn = await do()
        patient = self._patient
        self._record.marks.append(Marks(patient.language, tuple(patient.refused), patient.denied))
        return turn

    async def _meanwhile(self, act: Act, scene: Scene) -> None:
        """What happens before the patient acts: time goes by, somebody else books."""
        self._clinic.clock.advance(timedelta(minutes=act.wait))
        slots = [offer.slot for offer in scene.offers if offer.slot is not None]
        if act.taken == "fitting":
            slots = [slot for slot in slots if self._fits(self._patient.accepts, slot)][:1]
        elif act.taken == "first":
            slots = slots[:1]
        elif act.taken is None:
            return
        for slot in slots:
            self._strangers += 1
            name = f"{STRANGER} А{self._strangers}"
            request = AppointmentRequest(doctor_id=slot.doctor_id, start_time=slot.start_time, patient_name=name)
            await self._clinic.staff.book(request)

    def _fits(self, wish: Fits, slot: Slot) -> bool:
        return wish.fits(slot, self._clinic.doctors, self._clinic.zones)


async def soonest(clinic: Clinic, wish: Fits) -> Slot | None:
    """The first free slot that fits, as the service has it now."""
    found = []
    for doctor in clinic.doctors.values():
        if wish.specialty and doctor.specialty not in wish.specialty:
            continue
        answer = await clinic.staff.slots(doctor_id=doctor.doctor_id, limit=500)
        found += [slot for slot in answer.slots if wish.fits(slot, clinic.doctors, clinic.zones)]
    return min(found, key=lambda slot: slot.start_time, default=None)
