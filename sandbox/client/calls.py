"""The people's side over HTTP."""

from typing import Any

import httpx


class CannotDo(Exception):
    """The app would not offer it; the text says why."""


class PeopleSide:
    """`client` speaks to the sandbox; its base URL is the sandbox's."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self._client = client

    async def get(self, path: str, **query: Any) -> Any:
        return _read(
            await self._client.get(path, params={key: value for key, value in query.items() if value is not None})
        )

    async def post(self, path: str, **body: Any) -> Any:
        """None in `body` is left out."""
        shape = {key: value for key, value in body.items() if value is not None}
        return _read(await self._client.post(path, json=shape))

    async def put(self, path: str, **body: Any) -> Any:
        return _read(await self._client.put(path, json=body))

    async def delete(self, path: str) -> Any:
        return _read(await self._client.delete(path))

    async def content(self, path: str) -> bytes:
        response = await self._client.get(path)
        _check(response)
        return response.content


def _read(response: httpx.Response) -> Any:
    _check(response)
    return response.json() if response.content else None


def _check(response: httpx.Response) -> None:
    if response.status_code in (400, 404, 422):
        raise CannotDo(response.text)
    response.raise_for_status()
