"""Whom the account books for, so that a model is told nothing of them."""

import asyncio

from agent.gateway import ClinicUnavailable
from agent.personal import KnownPersonal
from api_client import ClinicCalls, ClinicClientError
from bot.dialogue.memory import Memory


async def known_personal(calls: ClinicCalls, memory: Memory, called: str | None) -> KnownPersonal:
    """`called`: the writer's name at the messenger. Raises ClinicUnavailable: who is unknown cannot be kept secret."""
    try:
        people, contact = await asyncio.gather(calls.people(), calls.contact())
    except ClinicClientError as error:
        raise ClinicUnavailable(str(error)) from error
    visitor, asking = memory.visitor, memory.asking
    names = (called, visitor and visitor.name, asking and asking.name, *(person.full_name for person in people))
    return KnownPersonal(
        names=tuple(dict.fromkeys(name for name in names if name)), phones=(contact.phone,) if contact else ()
    )
