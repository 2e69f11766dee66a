"""The way to the clinic with the faults of a network: down, or answers lost on the way back."""

import httpx


class FaultyWire(httpx.AsyncBaseTransport):
    """Real HTTP underneath. `down`: nothing arrives. `lose`: that method and path arrives once, its answer does
    not. `unanswered`: that path alone does not arrive."""

    def __init__(self) -> None:
        self._real = httpx.AsyncHTTPTransport()
        self.down = False
        self.lose: tuple[str, str] | None = None
        self.unanswered: str | None = None
        self.asked: list[str] = []
        """Methods and paths of all requests."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(f"{request.method} {request.url.path.removeprefix('/api/v1/')}")
        if self.down or request.url.path == self.unanswered:
            raise httpx.ConnectError("the clinic is down", request=request)
        response = await self._real.handle_async_request(request)
        if (request.method, request.url.path) == self.lose:
            self.lose = None
            await response.aread()
            await response.aclose()
            raise httpx.ReadError("the answer was lost", request=request)
        return response

    async def aclose(self) -> None:
        await self._real.aclose()
