"""A receptionist built while the first patient still reads and writes: its libraries take two seconds to import."""

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING

import agent

if TYPE_CHECKING:
    from agent.receptionist import GraphReceptionist


class LateReceptionist:
    """Implements agent.turn.Receptionist. To be made on a running event loop; building begins at once, in a thread."""

    def __init__(self, settings: agent.AgentSettings) -> None:
        loop = asyncio.get_running_loop()
        self._built: asyncio.Future[GraphReceptionist] = loop.run_in_executor(None, agent.build, settings)

    async def answer(self, text: str, history: Sequence[agent.Said], context: agent.TurnContext) -> agent.TurnResult:
        """See agent.turn.Receptionist.answer; the first patient waits until it is built."""
        receptionist = await asyncio.shield(self._built)  # a turn may be given up, the building not
        return await receptionist.answer(text, history, context)

    async def aclose(self) -> None:
        """Close what it holds, once it is built."""
        await (await asyncio.shield(self._built)).aclose()
