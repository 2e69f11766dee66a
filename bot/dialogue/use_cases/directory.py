"""What the clinic has, for the words around a visit."""

from api_client import ClinicClientError
from bot.dialogue.desk import Talk
from contracts.schedule import Branch, VisitType


async def known_branches(talk: Talk) -> dict[int, Branch]:
    """By id. Empty if the clinic does not tell them now: an address is missed less than the appointment around it."""
    try:
        return {branch.branch_id: branch for branch in await talk.desk.directory.branches()}
    except ClinicClientError:
        return {}


async def known_visit_types(talk: Talk) -> tuple[VisitType, ...]:
    """Empty if the clinic does not tell them now."""
    try:
        return await talk.desk.directory.visit_types()
    except ClinicClientError:
        return ()
