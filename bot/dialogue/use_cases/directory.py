"""Branches by id, for the words around an appointment."""

from api_client import ClinicClientError
from bot.dialogue.desk import Talk
from contracts.schedule import Branch


async def known_branches(talk: Talk) -> dict[int, Branch]:
    """Empty if the clinic does not tell them now: an address is missed less than the appointment around it."""
    try:
        return {branch.branch_id: branch for branch in await talk.calls.branches()}
    except ClinicClientError:
        return {}
