"""A LangChain tool from a plain async function of the run, described to the model by its parameters and docstring.

`langchain_core.tools.tool` would have pydantic validate and dump the runtime, the whole state with it, at each call,
and would read the function's type hints anew each time: a fifth of a turn's CPU. Here the runtime stands in the schema
unvalidated (a schema with no field at all would make LangChain drop it).
"""

import inspect
from collections.abc import Awaitable, Callable
from typing import Annotated, Any, Concatenate, get_type_hints

from langchain.tools import ToolRuntime
from langchain_core.tools import InjectedToolArg, StructuredTool
from pydantic import Field, ValidationError, create_model

from agent.run import Run
from agent.tools.wire import compact


def as_tool(function: Callable[Concatenate[Run, ...], Awaitable[str]]) -> StructuredTool:
    """The function's first parameter is the run; the model gives the others. Its ToolException is an error's answer."""

    async def call(runtime: ToolRuntime[Run, Any], **given: Any) -> str:
        return await function(runtime.context, **given)

    name = getattr(function, "__name__", "")
    hints = get_type_hints(function, include_extras=True)
    _, *parameters = inspect.signature(function).parameters.values()
    fields: dict[str, Any] = {
        one.name: (hints[one.name], ... if one.default is one.empty else one.default) for one in parameters
    }
    fields["runtime"] = (Annotated[Any, InjectedToolArg(), Field(exclude=True)], None)
    return StructuredTool(
        name=name,
        description=inspect.getdoc(function) or "",
        args_schema=create_model(name, **fields),
        coroutine=call,
        handle_tool_error=True,
        handle_validation_error=_told,
    )


def _told(error: Exception) -> str:
    """What is wrong with the arguments, as the other errors are told: JSON, without the values."""
    found = error.errors() if isinstance(error, ValidationError) else []
    wrong = [{"argument": ".".join(map(str, one["loc"])), "problem": one["msg"]} for one in found]
    return compact({"error": "bad_arguments", "wrong": wrong})
