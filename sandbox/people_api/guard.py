"""Answers to this machine only."""

from collections.abc import Awaitable, Callable
from ipaddress import ip_address
from urllib.parse import urlsplit

from pydantic import ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from sandbox.world.errors import NotPossible

Endpoint = Callable[[Request], Awaitable[Response]]
_NAMES = frozenset({"localhost", "testserver"})


def guarded(endpoint: Endpoint) -> Endpoint:
    """403 to strangers and to pages of theirs; 400 for what the app would not offer, 422 for
    bodies that do not fit."""

    async def answer(request: Request) -> Response:
        if not all(map(_is_loopback, _hosts(request))):
            return JSONResponse({"detail": "this machine only"}, status_code=403)
        try:
            return await endpoint(request)
        except NotPossible as error:
            return JSONResponse({"detail": str(error)}, status_code=400)
        except ValidationError as error:
            return JSONResponse(
                {"detail": error.errors(include_url=False, include_context=False, include_input=False)}, status_code=422
            )
        except (ValueError, KeyError) as error:
            return JSONResponse({"detail": str(error)}, status_code=422)

    return answer


def _hosts(request: Request) -> list[str]:
    """Who asks, by which name, and from whose page."""
    hosts = [request.client.host if request.client else "", request.url.hostname or ""]
    if origin := request.headers.get("origin"):
        hosts.append(urlsplit(origin).hostname or "")
    return hosts


def _is_loopback(host: str) -> bool:
    if host in _NAMES:
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
