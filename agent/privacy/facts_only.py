"""A dialogue without a word of the patient's: what the rules understood of each line, as JSON.

For clinics that let no free text leave the house (`MINIMAL_DATA`). Lines of the receptionist are left out, since they
may repeat the patient's words.
"""

import json
from collections.abc import Sequence
from datetime import date, datetime

from langchain_core.messages import AnyMessage, HumanMessage

from agent.turn import TurnContext
from understanding import complaints, dates, requests
from understanding.dates import Window
from understanding.requests import KnownClinic


def facts_only(messages: Sequence[AnyMessage], context: TurnContext) -> list[AnyMessage]:
    """For each of the patient's lines: specialties (codes, best first), wished and refused times, set phrases."""
    return [HumanMessage(_facts(one.text, context)) for one in messages if isinstance(one, HumanMessage)]


def _facts(text: str, context: TurnContext) -> str:
    asked = requests.read(text, KnownClinic())
    wish = dates.parse(text, context.language, context.now.astimezone(context.zone))
    facts: dict[str, object] = {
        "specialties": list(complaints.rank(text, context.language)),
        "wished": [_window(window) for window in wish.windows],
        "refused": [_window(window) for window in wish.refused],
        "as_soon_as_possible": wish.asap,
        "any_time": wish.any_time,
        "phrases": [phrase for phrase in (asked.question, asked.chat) if phrase is not None],
    }
    return json.dumps({"understood": {name: value for name, value in facts.items() if value}})


def _window(window: Window) -> dict[str, str | None]:
    return {"from": _iso(window.start), "to": _iso(window.end)}


def _iso(moment: date | datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()
