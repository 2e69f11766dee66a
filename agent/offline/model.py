"""The offline chat model: the same messages in, the same tool calls out, rules in between."""

from collections.abc import Callable, Sequence
from typing import Any

from langchain_core.callbacks import AsyncCallbackManagerForLLMRun, CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.language_models.base import LanguageModelInput
from langchain_core.messages import AIMessage, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatResult
from langchain_core.runnables import Runnable
from langchain_core.tools import BaseTool

from agent.offline.decide import decide
from agent.offline.step import Say
from agent.offline.talk import Talk, read


class OfflineModel(BaseChatModel):
    """Stateless: every step is decided from the messages alone. Opens no socket, reads no clock."""

    @property
    def _llm_type(self) -> str:
        return "frontdesk-offline"

    def bind_tools(
        self,
        tools: Sequence[dict[str, Any] | type | Callable[..., Any] | BaseTool],
        *,
        tool_choice: str | None = None,
        **kwargs: Any,
    ) -> Runnable[LanguageModelInput, AIMessage]:
        """The rules know the agent's tools already: nothing to bind."""
        del tools, tool_choice, kwargs
        return self

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        del stop, run_manager, kwargs
        return ChatResult(generations=[ChatGeneration(message=_message(read(messages)))])

    async def _agenerate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: AsyncCallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        """In this thread: the rules take a millisecond, a thread pool would cost more."""
        del run_manager
        return self._generate(messages, stop, None, **kwargs)


def _message(talk: Talk) -> AIMessage:
    step = decide(talk)
    if isinstance(step, Say):
        return AIMessage(step.text)
    calls = [
        {"name": call.tool, "args": call.args, "id": f"offline-{len(talk.done) + n}", "type": "tool_call"}
        for n, call in enumerate(step.calls)
    ]
    return AIMessage("", tool_calls=calls)
