"""A booking under review over the local Telegram, the whole way: a patient in words and taps, two managers."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import pytest

import agent
from agent.turn import Receptionist
from bot.texts import texts
from clinic.platform.settings import Review
from sandbox.client import Message, Person
from tests.bot.edge.running import Edge, running_bot
from tests.bot.managers.scene import dealt
from tests.clinic.api.asking import CONSENT, Json
from tests.sandbox.running import running_sandbox
from tests.support.clock import StillClock
from tests.support.serving import running_clinic

SAY = texts("ru").say


@pytest.fixture(scope="module")
def offline() -> Receptionist:
    return agent.build(agent.AgentSettings())


@dataclass
class Scene:
    edge: Edge
    anna: Person
    olga: Person
    pavel: Person

    async def booked(self) -> Message:
        """Anna books with the offline agent, in three steps; the card of her visit."""
        await self.anna.say("к лору завтра утром")
        shown = await self.anna.wait_for_text("Выберите время")
        await self.anna.press(shown.labels[0], shown)
        held = await self.anna.changed(shown)
        await self.anna.press(SAY("confirm"), held)
        return await self.anna.changed(held)

    async def visits(self) -> list[tuple[str, str]]:
        patient = await self.edge.clinic.patient(f"telegram:{self.anna.id}")
        page: Json = (await patient.get("/appointments")).json()
        return [(one["status"], one["start_time"]) for one in page["appointments"]]


@asynccontextmanager
async def under_review(database: str, clock: StillClock, receptionist: Receptionist) -> AsyncIterator[Scene]:
    review: dict[str, Any] = {"review": Review(policy="manager")}
    async with running_sandbox(clock) as sandbox, running_clinic(database, clock, **review) as clinic:
        telegram = sandbox.telegram
        anna, olga, pavel = [await telegram.user(name, language_code="ru") for name in ("Anna", "Olga", "Pavel")]
        group = await telegram.group("Managers", olga, pavel)
        account = await clinic.patient(f"telegram:{anna.id}")
        assert (await account.post("/consents", json=CONSENT | {"version": SAY("consent-version")})).is_success
        ids: dict[str, Any] = {"manager_chat_id": group.id, "manager_ids": [olga.id, pavel.id]}
        async with running_bot(sandbox, clinic, database, clock, receptionist, **ids) as edge:
            yield Scene(edge, anna, olga.in_chat(group.id), pavel.in_chat(group.id))


async def test_approved(edge_database: str, clock: StillClock, offline: Receptionist) -> None:
    async with under_review(edge_database, clock, offline) as on:
        card = await on.booked()
        assert SAY("card-pending") in card.text
        assert "Клиника ответит здесь не позже" in card.text
        application = await dealt(on.olga)
        assert "к лору завтра утром" in application.text  # the patient's own words
        assert SAY("managers-call-unnamed") in application.text
        assert "telegram:" not in application.text
        await on.olga.press(SAY("queue-approve"), application)
        assert "Olga" in (await on.olga.changed(application)).text
        await on.anna.wait_for_text(SAY("news-approved"))
        assert [status for status, _ in await on.visits()] == ["confirmed"]


async def test_declined_and_an_alternative_is_taken(
    edge_database: str, clock: StillClock, offline: Receptionist
) -> None:
    async with under_review(edge_database, clock, offline) as on:
        await on.booked()
        ((_, asked_for),) = await on.visits()
        application = await dealt(on.olga)
        await on.olga.press(SAY("queue-decline"), application)
        reasons = await on.olga.changed(application)
        await on.olga.press(SAY("queue-reason-full-button"), reasons)
        await on.olga.changed(reasons)
        declined = await on.anna.wait_for_text("Клиника не может подтвердить эту запись")
        assert SAY("queue-reason-full") in declined.text
        assert SAY("wait-button") in declined.labels
        assert SAY("call-me") in declined.labels
        offer = await on.anna.wait_for_text("Вместо этого времени держим для вас")
        first, second, third = offer.labels[:3]
        await on.anna.press(second, offer)
        taken = await on.anna.changed(offer)
        assert SAY("card-confirmed") in taken.text
        by_status: dict[str, list[str]] = {}
        for status, start in await on.visits():
            by_status.setdefault(status, []).append(start)
        assert by_status["declined"] == [asked_for]
        assert len(by_status["confirmed"]) == 1
        assert by_status["confirmed"] != by_status["declined"]
        assert "held" not in by_status  # the two others went back to all
        assert first != third


async def test_a_counter_offer_is_taken(edge_database: str, clock: StillClock, offline: Receptionist) -> None:
    async with under_review(edge_database, clock, offline) as on:
        await on.booked()
        application = await dealt(on.pavel)
        await on.pavel.press(SAY("queue-other-time"), application)
        shown = await on.pavel.changed(application)
        await on.pavel.press(shown.labels[1], shown)
        shown = await on.pavel.changed(shown)
        await on.pavel.press(SAY("queue-times-send", count=1), shown)
        await on.pavel.changed(shown)
        offer = await on.anna.wait_for_text("Клиника предлагает другое время")
        await on.anna.press(SAY("offer-accept"), offer)
        assert SAY("card-confirmed") in (await on.anna.changed(offer)).text
        assert [status for status, _ in await on.visits()].count("confirmed") == 1
        page: Json = (await on.edge.clinic.staff.get("/applications")).json()
        assert [one["status"] for one in page["applications"]] == ["approved"]
