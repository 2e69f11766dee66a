"""Refuse bodies that no honest client sends, before anything reads them into memory.

FastAPI has such a limit too, but answers it in plain text, and errors here have one shape.
"""

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from clinic.platform.http.errors import error

MOST_BYTES = 64 * 1024
MESSAGE = f"A body has at most {MOST_BYTES} bytes."


class TooLarge(HTTPException):
    """The body grew beyond the limit while it was read."""

    def __init__(self) -> None:
        super().__init__(413, MESSAGE)


class BodyLimit:
    """ASGI middleware: 413 `too_large` for bodies over 64 KiB, whether or not they say their length."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] in {"GET", "HEAD", "DELETE"}:
            await self._app(scope, receive, send)
            return
        declared = next((value for name, value in scope["headers"] if name == b"content-length"), b"0")
        if not declared.isdigit() or int(declared[:12]) > MOST_BYTES:
            await _refuse(scope, receive, send)
            return
        read = 0

        async def counted() -> Message:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            if read > MOST_BYTES:
                raise TooLarge
            return message

        await self._app(scope, counted, send)


async def _refuse(scope: Scope, receive: Receive, send: Send) -> None:
    response = error("too_large", MESSAGE, 413)
    await response(scope, receive, send)
