"""Receptionists under test: offline, or thinking with a scripted server."""

import json
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from functools import cache
from typing import Any, Literal

from pydantic import SecretStr

from agent import AgentSettings, Receptionist, Said, TurnContext, TurnResult, build
from tests.agent.clinic_in_memory import MOSCOW, NOW, Clinic
from tests.agent.scripted_openai import KEY, MODEL, Body, Reply, calls

Language = Literal["ru", "en"]


def context(clinic: Clinic, language: Language = "ru") -> TurnContext:
    return TurnContext(clinic, NOW, MOSCOW, language)


async def ask(text: str, clinic: Clinic, *, language: Language = "ru", history: Sequence[Said] = ()) -> TurnResult:
    """A turn of an offline receptionist."""
    return await offline().answer(text, history, context(clinic, language))


@cache
def offline() -> Receptionist:
    return build(AgentSettings())


@asynccontextmanager
async def thinking_with(
    base_url: str, *, key: str = KEY, clock: Callable[[], float] = lambda: 0.0, **settings: Any
) -> AsyncIterator[Receptionist]:
    """A receptionist whose model is served at `base_url`."""
    receptionist = build(
        AgentSettings(
            openai_api_key=SecretStr(key),
            openai_base_url=base_url,
            openai_model=MODEL,
            **({"turn_seconds": 10.0, "breaker_failures": 100} | settings),
        ),
        clock=clock,
    )
    try:
        yield receptionist
    finally:
        await receptionist.aclose()


LOOKS = calls(
    ("specialties", {}), ("free_slots", {"specialty": "ent", "earliest": "2026-11-19T17:00", "latest": "2026-11-19"})
)
"""A model's first step: two reads in parallel."""


def issued(body: Body) -> list[str]:
    """The slot ids that the tools have returned to the model so far."""
    answers = [json.loads(one["content"]) for one in body["messages"] if one["role"] == "tool"]
    return [slot["slot_id"] for answer in answers for slot in answer.get("slots", [])]


def proposes_two(body: Body) -> Reply:
    """A model's second step: it proposes what it was given."""
    return calls(("propose", {"slots": [{"slot_id": one, "reason": "после работы"} for one in issued(body)[:2]]}))
