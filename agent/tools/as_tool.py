"""A LangChain tool from a plain async function, described to the model by its parameters and its docstring.

`langchain_core.tools.tool` would have pydantic validate and dump the runtime, the whole state with it, at each call.
Here it stands in the schema unvalidated: a schema with no field at all would make LangChain drop it.
"""

import inspect
from collections.abc import Awaitable, Callable
from typing import Annotated, Any, get_type_hints

from langchain_core.tools import InjectedToolArg, StructuredTool
from pydantic import Field, create_model

INJECTED = "runtime"


def as_tool(function: Callable[..., Awaitable[str]]) -> StructuredTool:
    """The function's parameter `runtime` is injected. A ToolException that it raises is answered as an error."""
    hints = get_type_hints(function, include_extras=True)
    parameters = inspect.signature(function).parameters.values()
    fields: dict[str, Any] = {
        one.name: (hints[one.name], ... if one.default is one.empty else one.default)
        for one in parameters
        if one.name != INJECTED
    }
    fields[INJECTED] = (Annotated[Any, InjectedToolArg(), Field(exclude=True)], None)
    return StructuredTool(
        name=function.__name__,
        description=inspect.getdoc(function) or "",
        args_schema=create_model(function.__name__, **fields),
        coroutine=function,
        handle_tool_error=True,
    )
