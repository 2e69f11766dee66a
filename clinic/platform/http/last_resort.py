"""What nobody expected ends here: the caller gets our shape, the log gets type and place.

Left to the framework, the traceback goes to the server's log with its message, and messages of the database quote what
patients wrote.
"""

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from clinic.platform.http.errors import error


class LastResort:
    """ASGI middleware: 500 `internal_error` for any exception that no handler knows."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        started = False

        async def noticed(message: Message) -> None:
            nonlocal started
            started = started or message["type"] == "http.response.start"
            await send(message)

        try:
            await self._app(scope, receive, noticed)
        except Exception as failure:
            if scope["type"] != "http":
                raise
            structlog.get_logger(__name__).error(
                "unexpected_error", error=type(failure).__name__, where=_place(failure)
            )
            if not started:
                response = error("internal_error", "Something went wrong inside the service.", 500)
                await response(scope, receive, send)


def _place(failure: BaseException) -> str:
    trace = failure.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "?"
