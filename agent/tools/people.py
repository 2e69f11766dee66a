"""The tool that proposes to let people go on with a conversation: whoever runs the agent decides and does it."""

from typing import Annotated, Literal

from pydantic import Field

from agent.run import Run
from agent.tools import wire


async def hand_over(
    run: Run,
    reason: Annotated[
        Literal["asked_for_human", "complaint"],
        Field(description="The patient asks for a person, or complains about the clinic's care or people."),
    ],
) -> str:
    """Propose that the clinic's people go on with this conversation. Nobody reads along now; promise no answer."""
    run.ledger.hand_over = reason
    return wire.compact({"proposed": reason})
