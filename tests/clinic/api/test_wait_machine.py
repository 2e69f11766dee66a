"""Any course of cancels, skips, accepts and deadlines at once: the line stays fair and loses nothing."""

import asyncio
import json
import os
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from itertools import pairwise
from typing import Any

import asyncpg
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clinic.main.parts import Parts, make_parts
from clinic.offers.close import ExpireOffers
from clinic.offers.domain import Status
from clinic.people.consent import give_consent
from clinic.people.persons import register
from clinic.platform.errors import DomainError
from clinic.waits.offer_free import OfferFreeTimes
from contracts.appointments import AppointmentRequest
from contracts.people import ConsentRequest, PersonRequest
from contracts.waits import NewWait
from tests.clinic.api.asking import CONSENT, at
from tests.support import postgres
from tests.support.clock import StillClock
from tests.support.serving import clinic_settings

PEOPLE = 4
TIMES = 6
"""Of the afternoon, from 14:00 on."""
STEPS = st.one_of(
    st.tuples(st.just("cancel"), st.integers(0, TIMES - 1)),
    st.tuples(st.just("cancel"), st.integers(0, TIMES - 1)),
    st.tuples(st.just("skip"), st.integers(0, PEOPLE - 1)),
    st.tuples(st.just("accept"), st.integers(0, PEOPLE - 1)),
    st.tuples(st.just("leave"), st.integers(0, PEOPLE - 1)),
    st.tuples(st.just("deadline"), st.just(0)),
    st.tuples(st.just("look"), st.just(0)),
)
EXAMPLES = int(os.environ.get("WAIT_EXAMPLES", "10"))
ROUNDS = st.lists(st.lists(STEPS, min_size=1, max_size=4), min_size=1, max_size=6)
"""The steps of a round happen at once."""

OFFERED = """SELECT o.wait_id, o.offer_id, o.status, a.status AS held, a.id AS hold_id, a.start_time,
                    lower(a.blocked) AS begin, upper(a.blocked) AS until
             FROM offers o JOIN appointments a ON a.offer_id = o.offer_id ORDER BY o.offer_id"""
WAITS = "SELECT wait_id, status, created_at FROM waits ORDER BY created_at, wait_id"
BLOCKING = """SELECT start_time, count(*) FROM appointments WHERE doctor_id = 1
              AND status IN ('held', 'pending', 'confirmed', 'arrived') GROUP BY start_time"""


class Course:
    """One doctor's full day, people who wait for it, and what happens."""

    def __init__(self, parts: Parts, clock: StillClock, visits: Sequence[int], line: Sequence[tuple[str, int]]) -> None:
        self._parts = parts
        self._clock = clock
        self._visits = visits
        self._line = line
        self._expire = ExpireOffers(parts.counter, parts.close_offer)
        self._look = OfferFreeTimes(parts.counter, parts.wait_line)

    async def step(self, what: str, which: int) -> None:
        with suppress(DomainError):  # cancelled before, answered before, and the like
            match what:
                case "cancel":
                    await self._parts.appointments.cancel(self._visits[which], None, None)
                case "skip" | "accept":
                    await self._answer(self._line[which], accept=what == "accept")
                case "leave":
                    account, wait_id = self._line[which]
                    await self._parts.leave_line(wait_id, account)
                case "deadline":
                    await self._expire(self._clock())
                case "look":
                    await self._look(self._clock())

    async def _answer(self, one: tuple[str, int], *, accept: bool) -> None:
        account, wait_id = one
        found = [row for row in await self.rows(OFFERED) if row["wait_id"] == wait_id and row["status"] == "open"]
        for row in found:
            if accept:
                await self._parts.accept_offer(row["offer_id"], row["hold_id"], account)
            else:
                await self._parts.close_offer(row["offer_id"], Status.REFUSED, account)

    async def rows(self, query: str) -> list[Any]:
        connection = await asyncpg.connect(self._parts.settings.database_url)
        try:
            return list(await connection.fetch(query))
        finally:
            await connection.close()

    async def round(self, steps: Sequence[tuple[str, int]]) -> None:
        """All steps at once; then see that everything is as it must be."""
        before, waits_before = await self.rows(OFFERED), await self.rows(WAITS)
        await asyncio.gather(*(self.step(what, which) for what, which in steps))
        offers, waits = await self.rows(OFFERED), await self.rows(WAITS)
        self._check(offers, waits)
        assert not [row for row in await self.rows(BLOCKING) if row["count"] > 1]
        new = offers[len(before) :]
        # Who waited all the time and was asked nothing must have let pass what somebody behind them was asked about.
        idle = {w["wait_id"] for w in waits_before if w["status"] == "waiting"}
        idle &= {w["wait_id"] for w in waits if w["status"] == "waiting"} - {row["wait_id"] for row in new}
        passed = {(row["wait_id"], row["start_time"]) for row in before}
        order = [w["wait_id"] for w in waits]
        for row in new:
            ahead = [one for one in order[: order.index(row["wait_id"])] if one in idle]
            assert all((one, row["start_time"]) in passed for one in ahead), "somebody was passed over"

    def _check(self, offers: Sequence[Any], waits: Sequence[Any]) -> None:
        open_ = [row for row in offers if row["status"] == "open"]
        assert len({row["wait_id"] for row in open_}) == len(open_), "two offers for one place"
        assert {row["wait_id"] for row in open_} == {w["wait_id"] for w in waits if w["status"] == "offered"}
        held = sorted((row["begin"], row["until"]) for row in open_)
        assert all(one[1] <= after[0] for one, after in pairwise(held)), "one time for two people"
        assert all(row["held"] == "held" for row in open_)
        served = {row["wait_id"] for row in offers if row["status"] == "accepted"}
        assert served == {w["wait_id"] for w in waits if w["status"] == "served"}
        asked = [(row["wait_id"], row["start_time"]) for row in offers]
        assert len(asked) == len(set(asked)), "the same time twice for one person"

    async def nothing_is_lost(self) -> None:
        """In the end each freed time is booked, held for somebody, or free because everybody has let it pass."""
        await self.round([("look", 0)])
        offers, waits = await self.rows(OFFERED), await self.rows(WAITS)
        passed = {(row["wait_id"], row["start_time"]) for row in offers}
        idle = [w["wait_id"] for w in waits if w["status"] == "waiting"]
        freed = await self.rows("SELECT start_time FROM appointments WHERE status = 'cancelled'")
        taken = {row["start_time"] for row in await self.rows(BLOCKING)}
        for time in {row["start_time"] for row in freed} - taken:
            assert all((one, time) in passed for one in idle), "a free time that nobody was asked about"


async def line_up(parts: Parts) -> tuple[list[int], list[tuple[str, int]]]:
    """Six times are booked, by number of the visit; four people wait for them, by account and place."""
    visits, line = [], []
    for half in range(TIMES):
        asked = AppointmentRequest.model_validate({"doctor_id": 1, "start_time": at(14 + half // 2, 30 * (half % 2))})
        visits.append(json.loads(await parts.appointments.book(asked, None, None))["id"])
    for number in range(PEOPLE):
        account = f"telegram:{number}"
        await give_consent(parts.database, parts.clock, account, ConsentRequest.model_validate(CONSENT))
        person = await register(parts.database, parts.clock, account, PersonRequest())
        wish = NewWait(client_id=person.client_id, doctor_id=1, last_day=date(2026, 3, 2), start_minute=14 * 60)
        line.append((account, (await parts.join_line(account, wish)).wait_id))
    return visits, line


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rounds=ROUNDS)
async def test_whatever_happens_the_line_is_fair(
    postgres_server: str, synthetic_template: str, rounds: list[list[tuple[str, int]]]
) -> None:
    clock = StillClock()
    clock.advance(hours=2.5)
    async with postgres.database(postgres_server, synthetic_template) as url:
        parts = make_parts(clinic_settings(url, pool_size=6), clock)
        try:
            visits, line = await line_up(parts)
            # Past 17:00 the doctor is not there: beyond the six times nothing can be offered.
            course = Course(parts, clock, visits, line)
            for steps in rounds:
                if ("deadline", 0) in steps:
                    clock.advance(minutes=31)
                await course.round(steps)
            await course.nothing_is_lost()
        finally:
            await parts.database.close()
