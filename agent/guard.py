"""The one middleware: chooses the model of the run, keeps the limits, and refuses output that must not go on.

It counts what is in the messages since the patient's last line, so it holds no state of its own.
"""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Sequence
from typing import Any

from langchain.agents.middleware import AgentMiddleware, AgentState, ModelRequest, ModelResponse
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AnyMessage, HumanMessage, ToolMessage

from agent.budget import STORE_SECONDS, Budget, NoCallLeft
from agent.misbehaviour import BadOutput, LimitReached
from agent.privacy import incoming, outgoing, outgoing_facts
from agent.run import Run, Thinker
from agent.settings import AgentSettings
from agent.turn import TurnContext

CUT_SHORT = ("length", "content_filter")
"""Why a server may end an answer before its end."""


class Guard(AgentMiddleware[AgentState[Any], Run]):
    """Raises Misbehaved out of the graph; the receptionist then answers with the offline model, from the start."""

    def __init__(self, models: dict[Thinker, BaseChatModel], tools: Collection[str], settings: AgentSettings) -> None:
        super().__init__()
        self._models = models
        self._tool_names = frozenset(tools)
        self._settings = settings

    async def awrap_model_call(
        self, request: ModelRequest[Run], handler: Callable[[ModelRequest[Run]], Awaitable[ModelResponse[Any]]]
    ) -> ModelResponse[Any]:
        run = request.runtime.context
        since = this_turn(request.messages)
        self._may_go_on(since)
        if run.budget is not None:
            await _afforded(run.budget, run.turn)
        said = await _asked(handler, request.override(model=self._models[run.thinker]), run)
        self._well_formed(said)
        if _tool_calls([*since, said]) > self._settings.max_tool_calls:
            raise LimitReached("tool calls")
        return ModelResponse(result=[said])

    def _may_go_on(self, since: Sequence[AnyMessage]) -> None:
        if sum(isinstance(message, AIMessage) for message in since) >= self._settings.max_model_calls:
            raise LimitReached("model calls")
        errors = sum(isinstance(message, ToolMessage) and message.status == "error" for message in since)
        if errors > self._settings.max_tool_errors:
            raise LimitReached("tool errors")

    def _well_formed(self, said: AIMessage) -> None:
        if said.invalid_tool_calls:
            raise BadOutput("broken tool arguments")
        if any(call["name"] not in self._tool_names for call in said.tool_calls):
            raise BadOutput("an unknown tool")
        ids = [call["id"] for call in said.tool_calls]
        if not all(ids) or len(set(ids)) < len(ids):
            raise BadOutput("tool calls without ids of their own")
        if not said.tool_calls and not said.text.strip():
            raise BadOutput("empty content")


async def _afforded(budget: Budget, turn: TurnContext) -> None:
    """Raises NoCallLeft, also if the count cannot be read: what cannot be counted is not spent."""
    try:
        async with asyncio.timeout(STORE_SECONDS):
            left = await budget.take(turn.now.astimezone(turn.zone).date())
    except Exception as error:
        raise NoCallLeft(f"the count failed: {type(error).__name__}") from error
    if not left:
        raise NoCallLeft("the day's calls are spent")


async def _asked(
    handler: Callable[[ModelRequest[Run]], Awaitable[ModelResponse[Any]]], request: ModelRequest[Run], run: Run
) -> AIMessage:
    """The model's message; on its way there and back personal data is behind the run's veil, if it has one."""
    messages, instructions = request.messages, run.instructions
    if run.veil is not None:
        ours = run.ledger.quoted
        messages, instructions = outgoing(messages, run.veil, ours), outgoing_facts(instructions, run.veil, ours)
    response = await handler(request.override(messages=messages, system_message=instructions))
    said = response.result[-1]
    if not isinstance(said, AIMessage):
        raise BadOutput("no answer of the model's own")
    if said.response_metadata.get("finish_reason") in CUT_SHORT:
        raise BadOutput("an answer cut short")
    return said if run.veil is None else incoming(said, run.veil)


def this_turn(messages: Sequence[AnyMessage]) -> Sequence[AnyMessage]:
    """What was said after the patient's last line."""
    last = max((n for n, message in enumerate(messages) if isinstance(message, HumanMessage)), default=-1)
    return messages[last + 1 :]


def _tool_calls(messages: Sequence[AnyMessage]) -> int:
    return sum(len(message.tool_calls) for message in messages if isinstance(message, AIMessage))
