"""What the offline model finds in the messages: the facts of the turn, and the tools' answers."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal
from zoneinfo import ZoneInfo

from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, SystemMessage, ToolMessage

from agent.prompt import FACTS
from agent.wanted.heard import Heard
from agent.wanted.state import Wanted

WHOM = ("specialty", "doctor_id", "branch_id", "gender", "language")
"""The arguments of a search that say with whom and where."""


@dataclass(frozen=True, slots=True)
class Done:
    """A tool call of this turn and its answer; an answer that is an error is empty."""

    tool: str
    args: dict[str, Any]
    answer: dict[str, Any]

    @property
    def whom(self) -> dict[str, Any]:
        return {name: value for name in WHOM if (value := self.args.get(name)) is not None}


@dataclass(frozen=True, slots=True)
class Talk:
    language: Literal["ru", "en"]
    now: datetime
    """Aware, in the clinic's zone."""
    wanted: Wanted
    """The visit as it is wanted after the patient's last line."""
    heard: Heard
    """What that line said."""
    doctors: dict[int, str] = field(default_factory=dict)
    """Names of those who are wanted, or asked about."""
    branches: dict[int, str] = field(default_factory=dict)
    """Names and addresses, likewise."""
    done: tuple[Done, ...] = ()

    def answers(self, tool: str, **args: object) -> list[Done]:
        """The calls of a tool whose arguments are these (and any others)."""
        return [one for one in self.done if one.tool == tool and all(one.args.get(k) == v for k, v in args.items())]

    def searches(self, tool: str, whom: Sequence[Mapping[str, Any]]) -> list[Done]:
        """The searches with one of these, and with nobody else in mind."""
        return [one for one in self.done if one.tool == tool and one.whom in whom]


def read(messages: Sequence[BaseMessage]) -> Talk:
    """Raises ValueError if the messages hold no facts of a turn."""
    facts = _facts(messages)
    zone = ZoneInfo(facts["zone"])
    names = facts.get("names", {})
    return Talk(
        language="ru" if facts["language"] == "ru" else "en",
        now=datetime.fromisoformat(facts["now"]).astimezone(zone),
        wanted=Wanted.model_validate(facts.get("wanted", {})),
        heard=Heard.model_validate(facts.get("said", {})),
        doctors={int(number): name for number, name in names.get("doctors", {}).items()},
        branches={int(number): name for number, name in names.get("branches", {}).items()},
        done=tuple(_done(messages)),
    )


def _facts(messages: Sequence[BaseMessage]) -> dict[str, Any]:
    for message in messages:
        if isinstance(message, SystemMessage):
            facts: dict[str, Any] = json.loads(message.text.rpartition(FACTS)[2])
            return facts
    raise ValueError("no system message with the facts of the turn")


def _done(messages: Sequence[BaseMessage]) -> list[Done]:
    last = max((n for n, message in enumerate(messages) if isinstance(message, HumanMessage)), default=-1)
    since = messages[last + 1 :]
    answers = {m.tool_call_id: m for m in since if isinstance(m, ToolMessage)}
    calls = [call for message in since if isinstance(message, AIMessage) for call in message.tool_calls]
    return [Done(call["name"], call["args"], _answer(answers.get(call["id"] or ""))) for call in calls]


def _answer(message: ToolMessage | None) -> dict[str, Any]:
    if message is None or message.status == "error":
        return {}
    answer: dict[str, Any] = json.loads(message.text)
    return answer
