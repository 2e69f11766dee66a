"""The one agent graph. Which model thinks, the policy and the facts of a turn come with each run."""

from typing import Any

from langchain.agents import AgentState, create_agent
from langchain.agents.middleware.types import InputAgentState, OutputAgentState
from langchain_core.language_models import BaseChatModel
from langgraph.graph.state import CompiledStateGraph

from agent.guard import Guard
from agent.run import Run, Thinker
from agent.settings import AgentSettings
from agent.tools import all_tools

AgentGraph = CompiledStateGraph[AgentState[Any], Run, InputAgentState, OutputAgentState[Any]]


def agent_graph(models: dict[Thinker, BaseChatModel], settings: AgentSettings) -> AgentGraph:
    """Built once a process; runs share nothing but it. `models` has "offline" at least."""
    tools = all_tools()
    return create_agent(
        models["offline"],
        tools,
        middleware=[Guard(models, [tool.name for tool in tools], settings)],
        context_schema=Run,
    )


def most_steps(settings: AgentSettings) -> int:
    """The graph's own limit, as a second fence behind the guard: a model step and a tool step for each model call."""
    return 2 * settings.max_model_calls + 2
