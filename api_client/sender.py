"""One call over HTTP: headers, the deadline of each attempt, retries, and the answer or its error."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

import httpx
from pydantic import BaseModel

from api_client.errors import ClinicClientError, RateLimited, ServerFailed, Unreachable
from api_client.query import QueryValue, encode
from api_client.refusals import Model, check, parse
from api_client.retry import RetryPolicy, asked_wait
from contracts import identity


@dataclass(frozen=True, slots=True)
class Sender:
    """What every call needs. `account` is the patient for whom the calls are made; None: the clinic's staff."""

    http: httpx.AsyncClient
    timeout: float
    retry: RetryPolicy
    sleep: Callable[[float], Awaitable[None]]
    rng: Callable[[], float]
    clock: Callable[[], datetime]
    identity_secret: str | None
    account: str | None = None

    def on_behalf_of(self, account: str) -> "Sender":
        if self.identity_secret is None:
            raise ValueError("an identity secret is needed to sign a patient's identity")
        return replace(self, account=account)

    async def get(self, path: str, answer: type[Model], query: Mapping[str, QueryValue] | None = None) -> Model:
        return parse(await self.send("GET", path, query=query, repeatable=True), answer)

    async def post(
        self, path: str, answer: type[Model], body: BaseModel | None = None, *, idempotency_key: str | None = None
    ) -> Model:
        """Repeated only with an idempotency key: without one the service might do the thing twice."""
        sent = await self.send(
            "POST", path, body=body, idempotency_key=idempotency_key, repeatable=idempotency_key is not None
        )
        return parse(sent, answer)

    async def settle(self, method: str, path: str, answer: type[Model], body: BaseModel | None = None) -> Model:
        """A call that may be repeated after a failure: done twice it leaves what once leaves."""
        return parse(await self.send(method, path, body=body, repeatable=True), answer)

    async def send(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, QueryValue] | None = None,
        body: BaseModel | None = None,
        idempotency_key: str | None = None,
        repeatable: bool,
    ) -> httpx.Response:
        """The 2xx answer. Raises ClinicClientError."""
        headers = {} if idempotency_key is None else {"Idempotency-Key": idempotency_key}
        content = None
        if body is not None:
            headers["Content-Type"] = "application/json"
            content = body.model_dump_json(exclude_none=True)
        attempt = 0
        while True:
            attempt += 1
            # Built anew each time: the patient's identity is signed for minutes, not for a whole chain of retries.
            request = self.http.build_request(
                method, path, params=encode(query or {}), content=content, headers=headers | self._identity()
            )
            asked: float | None = None
            try:
                response = await self._attempt(request)
                asked = asked_wait(response.headers.get("Retry-After"), self.clock())
                check(response)
            except (Unreachable, ServerFailed, RateLimited) as error:
                await self._wait_or_give_up(error, attempt, asked, repeatable)
            else:
                return response

    async def _attempt(self, request: httpx.Request) -> httpx.Response:
        try:
            # httpx limits each read; an answer that drips in would never end without a limit on the whole.
            async with asyncio.timeout(self.timeout):
                return await self.http.send(request)
        except (httpx.TimeoutException, TimeoutError) as error:
            raise Unreachable(f"no answer within {self.timeout:g} s") from error
        except httpx.HTTPError as error:
            raise Unreachable(f"no answer: {type(error).__name__}") from error

    async def _wait_or_give_up(
        self, error: ClinicClientError, attempt: int, asked: float | None, repeatable: bool
    ) -> None:
        if not repeatable or attempt >= self.retry.attempts or (asked is not None and asked > self.retry.cap):
            raise error
        await self.sleep(asked if asked is not None else self.retry.delay(attempt, self.rng))

    def _identity(self) -> dict[str, str]:
        if self.account is None or self.identity_secret is None:
            return {}
        return {identity.HEADER: identity.sign(self.account, self.identity_secret, self.clock())}
