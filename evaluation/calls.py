"""How often a chat model was called within the current task of the event loop, whichever model it is."""

from contextvars import ContextVar
from typing import Any
from uuid import UUID

from langchain_core.callbacks import BaseCallbackHandler
from langchain_core.messages import BaseMessage
from langchain_core.tracers.context import register_configure_hook


class Calls(BaseCallbackHandler):
    """Counts."""

    run_inline = True

    def __init__(self) -> None:
        self.count = 0

    def on_chat_model_start(
        self, serialized: dict[str, Any], messages: list[list[BaseMessage]], *, run_id: UUID, **kwargs: Any
    ) -> None:
        """LangChain tells of each call."""
        del serialized, messages, run_id, kwargs
        self.count += 1


_counting: ContextVar[Calls | None] = ContextVar("evaluation_calls", default=None)
register_configure_hook(_counting, inheritable=True)


def counted() -> Calls:
    """A counter of all calls that this task of the event loop makes from now on."""
    calls = Calls()
    _counting.set(calls)
    return calls
