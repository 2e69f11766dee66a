"""What a model reads: the policy, the facts of the turn, and the dialogue so far. Never who the patient is."""

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from langchain_core.messages import AIMessage, AnyMessage, HumanMessage, SystemMessage

from agent.turn import Said, TurnContext
from agent.understood import Understood

MAX_LINES = 20
MAX_LINE_LENGTH = 2000
FACTS = "\n\n## This turn\n\n"
POLICY_FILE = Path(__file__).parent / "policy" / "receptionist.md"


@cache
def policy() -> str:
    """The policy as it stands in policy/receptionist.md."""
    return POLICY_FILE.read_text(encoding="utf-8").strip()


def instructions(context: TurnContext, understood: Understood) -> SystemMessage:
    """The policy first, unchanged in every turn so that a server may cache it, then one line of JSON facts."""
    local = context.now.astimezone(context.zone)
    facts = {
        "language": context.language,
        "now": local.isoformat(timespec="seconds"),
        "weekday": local.strftime("%A"),
        "zone": context.zone.key,
        **understood.facts(),
    }
    return SystemMessage(policy() + FACTS + json.dumps(facts, ensure_ascii=False))


def dialogue(text: str, history: Sequence[Said]) -> list[AnyMessage]:
    """The last lines of the dialogue and the patient's new one, each cut to a length that no honest line reaches."""
    messages: list[AnyMessage] = [_message(line) for line in history[-MAX_LINES:] if line.text.strip()]
    return [*messages, HumanMessage(_clean(text))]


def _message(line: Said) -> AnyMessage:
    text = _clean(line.text)
    return HumanMessage(text) if line.who == "patient" else AIMessage(text)


def _clean(text: str) -> str:
    """Cut, and without lone surrogates, which no request to a server can carry."""
    return text[:MAX_LINE_LENGTH].encode(errors="replace").decode()
