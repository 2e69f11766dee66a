"""The veil of a run: whom to keep from the model, and which names are the clinic's own."""

import asyncio

from agent.gateway import ClinicGateway, ClinicUnavailable
from agent.privacy.staff import Staff
from agent.privacy.veil import Veil
from agent.turn import TurnContext


async def veil_for(context: TurnContext) -> Veil:
    """Raises ClinicUnavailable if it cannot be known who the account's people are."""
    known, staff = await asyncio.gather(context.known(), _staff(context.gateway))
    return Veil(known, staff, context.now.astimezone(context.zone).date())


async def _staff(gateway: ClinicGateway) -> Staff:
    """Nobody if the clinic does not answer: then its doctors' names are kept from the model like all others."""
    try:
        doctors, branches = await asyncio.gather(gateway.doctors(), gateway.branches())
    except ClinicUnavailable:
        return Staff()
    places = tuple(words for branch in branches for words in (branch.name, branch.address))
    return Staff(tuple(doctor.full_name for doctor in doctors), places)
