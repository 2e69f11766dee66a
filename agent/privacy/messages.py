"""LangChain's messages, passed through a veil. Covered copies are made: the run itself keeps what was said."""

from collections.abc import Sequence

from langchain_core.messages import AIMessage, AnyMessage, HumanMessage, SystemMessage, ToolMessage

from agent.privacy.veil import Veil
from agent.prompt import FACTS


def outgoing(messages: Sequence[AnyMessage], veil: Veil, ours: frozenset[str]) -> list[AnyMessage]:
    """What the model gets to read. `ours`: names from the clinic's records. Bare copies: nothing rides along."""
    return [_covered(message, veil, ours) for message in messages]


def outgoing_facts(instructions: SystemMessage, veil: Veil, ours: frozenset[str]) -> SystemMessage:
    """The policy as it is, the facts of the turn covered but for `ours`."""
    policy, divider, facts = instructions.text.rpartition(FACTS)
    return SystemMessage(policy + divider + veil.cover_record(facts, ours))


def incoming(said: AIMessage, veil: Veil) -> AIMessage:
    """What the model wrote, with the values back in text and arguments. Raises BadOutput for an unknown placeholder."""
    calls = [{**call, "args": veil.uncover_arguments(call["args"])} for call in said.tool_calls]
    return AIMessage(veil.uncover(said.text), id=said.id, tool_calls=calls, invalid_tool_calls=said.invalid_tool_calls)


def _covered(message: AnyMessage, veil: Veil, ours: frozenset[str]) -> AnyMessage:
    if isinstance(message, HumanMessage):
        return HumanMessage(veil.cover(message.text))
    if isinstance(message, ToolMessage):
        content = veil.cover_record(message.text, ours)
        return ToolMessage(content, tool_call_id=message.tool_call_id, name=message.name, status=message.status)
    if isinstance(message, AIMessage):
        calls = [{**call, "args": veil.cover_arguments(call["args"], ours)} for call in message.tool_calls]
        return AIMessage(veil.cover(message.text), tool_calls=calls)
    raise TypeError(f"no message of a dialogue: {type(message).__name__}")
