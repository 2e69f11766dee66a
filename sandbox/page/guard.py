"""The page speaks for every patient, so it answers to its own name only, and to its own scripts."""

from collections.abc import Iterable
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send


class OwnNameOnly:
    """403 where the name asked for is neither this machine's nor one of `hosts` (a stranger's name that was turned to
    this address), or where another site's page asks."""

    def __init__(self, app: ASGIApp, hosts: Iterable[str] = ()) -> None:
        self.app, self.hosts = app, frozenset({"localhost", *hosts})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] in ("http", "websocket") and not self._welcome(Headers(scope=scope)):
            # Before a handshake this refuses a WebSocket, too: servers answer 403.
            if scope["type"] == "websocket":
                await send({"type": "websocket.close", "code": 1008})
            else:
                await PlainTextResponse("this machine only", 403)(scope, receive, send)
            return
        await self.app(scope, receive, send)

    def _welcome(self, headers: Headers) -> bool:
        host = _name(f"//{headers.get('host', '')}")
        origin = headers.get("origin")
        return self._known(host) and (origin is None or _name(origin) == host)

    def _known(self, host: str) -> bool:
        try:
            return host in self.hosts or ip_address(host).is_loopback
        except ValueError:
            return False


def _name(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""
