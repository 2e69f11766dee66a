"""Refusals of the domain: a stable code and no HTTP. The edge owns the table from code to status."""

from typing import Any


class DomainError(Exception):
    """A use case refused. Nothing was changed.

    ``code`` is stable, ``message`` is English and says what to do, ``details`` hold no personal data.
    """

    def __init__(self, code: str, message: str, **details: Any) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.details = details


class NotFound(DomainError):
    def __init__(self, what: str) -> None:
        super().__init__("not_found", f"There is no such {what}.")


class Forbidden(DomainError):
    def __init__(self, message: str) -> None:
        super().__init__("forbidden", message)
