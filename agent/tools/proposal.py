"""The one tool that has an effect, and only on this run: which slots the patient will be shown."""

from typing import Annotated

from langchain_core.tools import ToolException
from pydantic import BaseModel, Field

from agent.ledger import MAX_PROPOSALS, NotIssued
from agent.run import Run
from agent.tools import wire

MAX_REASON = 120


class Choice(BaseModel):
    """A slot and why it is proposed."""

    slot_id: Annotated[str, Field(max_length=64, description="As a tool returned it in this turn.")]
    reason: Annotated[
        str, Field(min_length=1, max_length=MAX_REASON, description="Why this one, in the patient's language.")
    ]


async def propose(run: Run, slots: Annotated[list[Choice], Field(min_length=1, max_length=MAX_PROPOSALS)]) -> str:
    """Show the patient these slots to choose from, best first. Replaces an earlier proposal of this turn."""
    try:
        run.ledger.propose([(choice.slot_id, choice.reason) for choice in slots])
    except NotIssued as error:
        refusal = {
            "error": "not_issued",
            "slot_ids": error.slot_ids,
            "do": "propose only slot ids returned in this turn",
        }
        raise ToolException(wire.compact(refusal)) from error
    return wire.compact({"proposed": len(run.ledger.proposals)})
