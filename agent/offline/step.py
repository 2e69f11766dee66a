"""What a model can do next: call tools, or say something and be done."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Call:
    tool: str
    args: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Calls:
    """Tools to call in parallel."""

    calls: tuple[Call, ...]


@dataclass(frozen=True, slots=True)
class Say:
    text: str


Step = Calls | Say
