"""Trouble on demand, for tests."""

from enum import StrEnum

from pydantic import BaseModel, Field


class Trouble(StrEnum):
    REFUSE = "refuse"
    """Answer with `code` and do nothing."""
    DROP_BEFORE = "drop_before"
    """Do nothing and close the connection without an answer."""
    DROP_AFTER = "drop_after"
    """Carry the call out and close the connection without an answer."""


class Fault(BaseModel):
    """What happens to the next `times` calls of `method` ("*": any but getUpdates), in `chat_id` if given."""

    method: str
    times: int = Field(default=1, ge=1)
    trouble: Trouble = Trouble.REFUSE
    code: int = 500
    description: str | None = None
    retry_after: int | None = None
    """Seconds, for 429."""
    chat_id: int | None = None

    def matches(self, method: str, chat_id: str) -> bool:
        """`method` in lower case."""
        named = self.method.lower()
        if named != method and (named != "*" or method == "getupdates"):
            return False
        return self.chat_id is None or str(self.chat_id) == chat_id

    def words(self) -> str:
        if self.description is not None:
            return self.description
        if self.code == 429:
            return f"Too Many Requests: retry after {self.retry_after or 1}"
        return {500: "Internal Server Error", 502: "Bad Gateway", 401: "Unauthorized"}.get(self.code, "Bad Request")


class Faults:
    def __init__(self) -> None:
        self.waiting: list[Fault] = []

    def add(self, fault: Fault) -> None:
        self.waiting.append(fault.model_copy())

    def take(self, method: str, chat_id: str) -> Fault | None:
        """The first that applies to the call; one less is left of it."""
        for fault in self.waiting:
            if fault.matches(method, chat_id):
                fault.times -= 1
                if fault.times == 0:
                    self.waiting.remove(fault)
                return fault
        return None

    def clear(self) -> None:
        self.waiting.clear()
