"""The model that thinks when one is configured: any server that speaks OpenAI's chat completions."""

import logging
from dataclasses import dataclass

from langchain_openai import ChatOpenAI
from openai import DefaultAsyncHttpxClient
from pydantic import SecretStr

from agent.limited import limited_connections
from agent.settings import AgentSettings


@dataclass(frozen=True, slots=True)
class Primary:
    """The chat model, and the connections that it keeps open until `aclose`."""

    model: ChatOpenAI
    connections: DefaultAsyncHttpxClient

    async def aclose(self) -> None:
        await self.connections.aclose()


def primary(settings: AgentSettings) -> Primary:
    """Without retries: the turn's deadline is short, the breaker counts failures, and the offline model stands by.

    The server is not trusted: see agent.limited.
    """
    if not settings.has_model:
        raise ValueError("no model is configured: key, base URL and model are all needed")
    for library in ("openai", "httpx2", "httpcore2"):
        # OPENAI_LOG=debug in somebody's shell would write every request into the log, patients' words included.
        logging.getLogger(library).setLevel(logging.WARNING)
    connections = limited_connections(settings.turn_seconds)
    model = ChatOpenAI(
        model=(settings.openai_model or "").strip(),
        base_url=(settings.openai_base_url or "").strip(),
        api_key=settings.openai_api_key or SecretStr(""),
        use_responses_api=False,
        max_retries=0,
        timeout=settings.turn_seconds,
        http_async_client=connections,
    )
    return Primary(model, connections)
