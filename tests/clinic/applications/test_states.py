"""Application and visit agree, whatever two managers, the patient and the clock do, in any order."""

import asyncio
from collections.abc import AsyncIterator

import asyncpg
import httpx
import pytest_asyncio
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clinic.applications.domain.states import AGREES, FOLLOWS, OPEN, State
from clinic.appointments.domain.states import State as VisitState
from clinic.main.parts import Parts, make_parts
from contracts.applications import ApplicationStatus
from tests.clinic.api.asking import Json, free, registered
from tests.clinic.applications.asking import confirmed, do
from tests.support.clock import StillClock
from tests.support.serving import Clinic, clinic_settings, running_clinic

DAYS_AHEAD = 3
LIMITLESS = {"future_appointments_per_account": 1000, "new_bookings_per_account_hour": 1000}
DECISIONS = ("approve", "decline", "counter-offer", "undo", "take", "release")
ACTS = st.one_of(
    st.tuples(st.sampled_from(["Anna", "Boris"]), st.sampled_from(DECISIONS)),
    st.tuples(st.just("patient"), st.sampled_from(["accept", "refuse"])),
    st.tuples(st.just("patient"), st.sampled_from(["book", "cancel", "withdraw", "move"])),
    st.tuples(st.just("clinic"), st.sampled_from(["cancel", "move"])),
    st.tuples(st.just("clock"), st.sampled_from([1, 6, 70, 240, 780])),
)
FIRST = st.tuples(st.just("Anna"), st.sampled_from(["approve", "decline", "counter-offer", "counter-offer", "take"]))
LIVES = st.tuples(FIRST, st.lists(ACTS, min_size=2, max_size=9)).map(lambda life: [life[0], *life[1]])


def test_states_are_all_there_and_final_ones_end() -> None:
    assert [state.value for state in State] == [status.value for status in ApplicationStatus]
    assert set(FOLLOWS) == set(AGREES) == set(State)
    assert {state for state in State if not FOLLOWS[state]} == {State.DECLINED, State.WITHDRAWN, State.EXPIRED}
    assert {State.NEW, State.PROPOSED} == OPEN
    pending = {state for state in State if VisitState.PENDING in AGREES[state]}
    assert pending == {State.PROPOSED}


@pytest_asyncio.fixture
async def busy(synthetic_database: str, clock: StillClock) -> AsyncIterator[Clinic]:
    async with running_clinic(synthetic_database, clock, review={"policy": "manager"}, quotas=LIMITLESS) as running:
        yield running


@pytest_asyncio.fixture
async def working(busy: Clinic) -> AsyncIterator[Parts]:
    made = make_parts(
        clinic_settings(busy.database_url, pool_size=4, review={"policy": "manager"}, quotas=LIMITLESS), busy.clock
    )
    await made.current.newest()
    yield made
    await made.database.close()


class Life:
    """One patient's application: whatever is done to it, done if it can be."""

    def __init__(self, clinic: Clinic, works: Parts, number: int) -> None:
        self._clinic, self._works, self._account = clinic, works, f"telegram:{number}"
        self._client_id = 0

    async def begins(self) -> None:
        _, self._client_id = await registered(self._clinic, self._account)
        await self._book()

    async def act(self, who: str, what: str | int) -> None:
        if isinstance(what, int):
            self._clinic.clock.advance(minutes=what)
            for duty in ("expire_offers", "remind_of_applications", "decide_applications", "give_back_cards"):
                await do(self._works, duty)
            return
        application = await self._newest()
        if who == "patient" and what == "book":
            await self._book()
        elif what in ("cancel", "move"):
            caller = self._clinic.staff if who == "clinic" else await self._patient()
            await self._change(caller, application, what)
        elif who == "patient":
            await self._answer(application, what)
        else:
            await self._decide(application, who, what)

    async def _patient(self) -> httpx.AsyncClient:
        return await self._clinic.patient(self._account)

    async def _newest(self) -> Json:
        patient = await self._patient()
        newest: Json = (await patient.get("/applications", params={"size": 1})).json()["applications"][0]
        return newest

    async def _book(self) -> None:
        slots = await free(self._clinic.staff, doctor_id=1, limit=DAYS_AHEAD * 16)
        await confirmed(await self._patient(), self._client_id, start=slots[-1]["start_time"])

    async def _change(self, caller: httpx.AsyncClient, application: Json, what: str) -> None:
        if application["appointment"] is None:
            return
        body = {}
        if what == "move":
            (slot, *_) = await free(caller, doctor_id=1, limit=1)
            what, body = "reschedule", {"slot_id": slot["slot_id"]}
        number = application["appointment"]["id"]
        fine(await caller.post(f"/appointments/{number}/{what}", json=body))

    async def _answer(self, application: Json, what: str) -> None:
        patient = await self._patient()
        offer = application["offer_id"]
        if what == "withdraw":
            fine(await patient.post(f"/applications/{application['id']}/withdraw"))
        elif offer is not None and what == "refuse":
            fine(await patient.post(f"/offers/{offer}/refuse"))
        elif offer is not None:
            times = (await patient.get(f"/offers/{offer}")).json()["times"]
            fine(await patient.post(f"/offers/{offer}/accept", json={"hold_id": times[-1]["hold_id"]}))

    async def _decide(self, application: Json, who: str, what: str) -> None:
        more: Json = {"reason": "full"} if what == "decline" else {}
        if what == "counter-offer":
            more = {"slot_ids": [slot["slot_id"] for slot in await free(self._clinic.staff, limit=2)]}
        fine(await self._clinic.staff.post(f"/applications/{application['id']}/{what}", json={"by": who} | more))


def fine(answer: httpx.Response) -> None:
    """Done, or refused with a reason: nothing else is an answer."""
    assert answer.status_code in (200, 409), answer.text


async def agree(connection: asyncpg.Connection) -> None:
    """All that must hold of applications, their visits and their offers, at any time."""
    rows = await connection.fetch(
        """
        SELECT a.*, v.status AS visit,
               (SELECT count(*) FROM offers o WHERE o.application_id = a.id AND o.status = 'open') AS offers
        FROM applications a LEFT JOIN appointments v ON v.id = a.appointment_id
        """
    )
    for row in rows:
        state = State(row["status"])
        visit = None if row["visit"] is None else VisitState(row["visit"])
        assert visit in AGREES[state], (state, visit)
        awaits_manager = state is State.PROPOSED and visit is VisitState.PENDING
        assert (row["decide_by"] is not None) == awaits_manager
        assert (row["decided_by"] is None) == (row["decided_at"] is None) == (awaits_manager or state is State.NEW)
        assert row["offers"] <= (state in (State.PROPOSED, State.DECLINED))
        if state is State.PROPOSED and not awaits_manager:
            assert row["offers"] == 1  # somebody is waited for, so there is something to answer
    waiting = sorted(row["appointment_id"] for row in rows if row["visit"] == VisitState.PENDING)
    pending = await connection.fetch("SELECT id FROM appointments WHERE status = 'pending' ORDER BY id")
    assert [row["id"] for row in pending] == waiting
    of_offers = "SELECT o.status FROM appointments v JOIN offers o USING (offer_id) WHERE v.status = 'held'"
    assert {row["status"] for row in await connection.fetch(of_offers)} <= {"open"}


async def test_whatever_happens_they_agree(busy: Clinic, working: Parts) -> None:
    loop = asyncio.get_running_loop()
    connection = await asyncpg.connect(busy.database_url)
    numbers = iter(range(1, 1_000_000))

    async def live(acts: list[tuple[str, str | int]]) -> None:
        life = Life(busy, working, next(numbers))
        await life.begins()
        for who, what in acts:
            await life.act(who, what)
            await agree(connection)

    @settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(LIVES)
    def property_(acts: list[tuple[str, str | int]]) -> None:
        asyncio.run_coroutine_threadsafe(live(acts), loop).result()

    await asyncio.to_thread(property_)
    await connection.close()
