"""Whether all parts of a demo can serve."""

import asyncio
from collections.abc import Mapping

import httpx
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

PATIENCE = 2.0
"""Seconds that a part may take to answer."""


def readiness_routes(urls: Mapping[str, str]) -> list[Route]:
    """`/healthz`: alive. `/readyz`: 200 once each of `urls` (by part) answers 200, else 503 and which do not."""

    async def healthz(_: Request) -> Response:
        return JSONResponse({"status": "ok"})

    async def readyz(_: Request) -> Response:
        async with httpx.AsyncClient(timeout=PATIENCE, trust_env=False) as client:
            answers = await asyncio.gather(*(_answers(client, url) for url in urls.values()))
        missing = [name for name, well in zip(urls, answers, strict=True) if not well]
        if missing:
            return JSONResponse({"status": "not ready", "missing": missing}, status_code=503)
        return JSONResponse({"status": "ready"})

    return [Route("/healthz", healthz), Route("/readyz", readyz)]


async def _answers(client: httpx.AsyncClient, url: str) -> bool:
    try:
        return (await client.get(url)).status_code == 200
    except (httpx.HTTPError, httpx.InvalidURL):
        return False
