"""What is wrong with a try."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """`rule`: a name from `evaluation/policy.md`."""

    rule: str
    what: str
    turn: int | None = None
    """None: about the end."""

    def __str__(self) -> str:
        return f"{self.rule}: {self.what}" + (f" (turn {self.turn})" if self.turn is not None else "")
