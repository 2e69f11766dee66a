"""A receptionist that is still being built makes patients wait; a turn that is given up meanwhile does not stop it."""

import asyncio
from typing import Any

import agent
from bot.late_receptionist import LateReceptionist

NOTHING: Any = None
"""A turn that is given up before anybody looks at it."""


async def test_a_turn_given_up_while_it_is_built_does_not_stop_the_building() -> None:
    receptionist = LateReceptionist(agent.AgentSettings())
    asking = asyncio.ensure_future(receptionist.answer("", (), NOTHING))
    await asyncio.sleep(0)
    asking.cancel()
    await asyncio.wait([asking])
    assert asking.cancelled()
    await receptionist.aclose()
