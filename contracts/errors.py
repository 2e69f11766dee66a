"""The one shape of an error: ``{"code", "message", "details"?}``."""

from typing import Any

from contracts.fields import Wire


class ErrorBody(Wire):
    """An error as every route answers it.

    ``code`` is stable and for programs, ``message`` is English and for developers, ``details`` depends on the code.
    """

    code: str
    message: str
    details: dict[str, Any] | None = None
