"""A call that is not carried out."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Refusal:
    """What the answer says."""

    code: int
    """Also the HTTP status."""
    description: str
    parameters: Mapping[str, int] = field(default_factory=dict)
    """For the bot's machinery: retry_after (seconds), migrate_to_chat_id."""


class Refused(Exception):
    """Carries the refusal."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(f"{refusal.code} {refusal.description}")
        self.refusal = refusal
