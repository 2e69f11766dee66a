"""A managers' group at the local Telegram: two managers, a stranger, and patients whose visits are under review."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from bot.texts import texts
from clinic.platform.settings import Quotas, Review
from sandbox.client import Message, Person
from sandbox.client.telegram import Group
from tests.bot.edge.running import Edge, running_bot
from tests.bot.receptionists import Says
from tests.clinic.api.asking import Json, book, free, registered
from tests.sandbox.running import running_sandbox
from tests.support.clock import StillClock
from tests.support.serving import Clinic, running_clinic

SAY = texts("ru").say
UNDER_REVIEW = {"review": Review(policy="manager"), "quotas": Quotas(future_appointments_per_account=99)}


@dataclass
class Scene:
    edge: Edge
    group: Group
    olga: Person
    """A manager, in the group."""
    pavel: Person
    """Another one."""
    stranger: Person

    @property
    def clinic(self) -> Clinic:
        return self.edge.clinic

    async def messages(self) -> list[Message]:
        """What the bot has said in the group, as it is now."""
        return (await self.olga.look(200)).from_bot()


@asynccontextmanager
async def managers(
    database: str,
    clock: StillClock,
    *,
    forum: bool = False,
    administrators: bool = True,
    telegrams_clock: StillClock | None = None,
    **changes: object,
) -> AsyncIterator[Scene]:
    """`changes` to the bot's settings; `telegrams_clock`: instead of the one of all three."""
    async with (
        running_sandbox(telegrams_clock or clock) as sandbox,
        running_clinic(database, clock, **UNDER_REVIEW) as clinic,
    ):
        telegram = sandbox.telegram
        people = [await telegram.user(name, language_code="ru") for name in ("Olga", "Pavel", "Zed")]
        group = await telegram.group("Managers", *people, forum=forum, administrators=administrators)
        settings: dict[str, Any] = {
            "manager_chat_id": group.id,
            "manager_ids": [person.id for person in people[:2]],
        } | changes
        async with running_bot(sandbox, clinic, database, clock, Says("Hm."), **settings) as edge:
            yield Scene(edge, group, *(person.in_chat(group.id) for person in people))


async def applied(clinic: Clinic, account: str = "telegram:900", number: int = 0, **wanted: Any) -> Json:
    """A patient books; the visit waits for a manager. Its application."""
    patient, client_id = await registered(clinic, account)
    slot = (await free(clinic.staff, **({"specialty": "ent"} | wanted)))[number]
    visit = await book(patient, slot["start_time"], client_id=client_id, doctor_id=slot["doctor_id"])
    assert visit["status"] == "pending"
    return await application_of(clinic, visit["id"])


async def application_of(clinic: Clinic, appointment_id: int) -> Json:
    page = (await clinic.staff.get("/applications", params={"appointment_id": appointment_id})).json()
    found: Json = page["applications"][0]
    return found


async def application(clinic: Clinic, number: int) -> Json:
    found: Json = (await clinic.staff.get(f"/applications/{number}")).json()
    return found


async def dealt(person: Person) -> Message:
    """The card that /queue brings."""
    said = await person.say("/queue")
    return await person.wait_for(
        lambda sight: next((each for each in sight.from_bot(said.id) if SAY("queue-approve") in each.labels), None)
    )
