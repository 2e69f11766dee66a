"""The client: connections, a token, and views on behalf of patients."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

import httpx

from api_client.application_calls import ApplicationCalls
from api_client.appointment_calls import AppointmentCalls
from api_client.block_calls import BlockCalls
from api_client.call_request_calls import CallRequestCalls
from api_client.call_task_calls import CallTaskCalls
from api_client.delivery_calls import DeliveryCalls
from api_client.manager_calls import ManagerCalls
from api_client.offer_calls import OfferCalls
from api_client.people_calls import PeopleCalls
from api_client.reminder_calls import ReminderCalls
from api_client.retry import RetryPolicy
from api_client.schedule_calls import ScheduleCalls
from api_client.sender import Sender
from api_client.ticket_calls import TicketCalls
from api_client.wait_calls import WaitCalls

PREFIX = "/api/v1/"
_RANDOM = random.SystemRandom()


def _utc_now() -> datetime:
    return datetime.now(UTC)


class ClinicCalls(
    ScheduleCalls,
    AppointmentCalls,
    OfferCalls,
    ApplicationCalls,
    PeopleCalls,
    CallRequestCalls,
    CallTaskCalls,
    BlockCalls,
    DeliveryCalls,
    ManagerCalls,
    TicketCalls,
    WaitCalls,
    ReminderCalls,
):
    """Every call of the service. Any of them raises ClinicClientError; `api_client.errors` draws the tree."""


class ClinicClient(ClinicCalls):
    """An async context manager. Used by itself it acts as the clinic's staff, within its token's role.

    ``async with ClinicClient(url, token, identity_secret=secret) as clinic:`` then
    ``await clinic.on_behalf_of("telegram:42").slots(specialty="ent")``.
    """

    def __init__(
        self,
        base_url: str,
        token: str,
        *,
        identity_secret: str | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
        timeout: float = 10.0,
        retry: RetryPolicy | None = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        rng: Callable[[], float] = _RANDOM.random,
        clock: Callable[[], datetime] = _utc_now,
    ) -> None:
        """`base_url` without the prefix; `timeout` in seconds for one whole attempt; `clock` is aware.

        Proxies of the environment are not used: the token must not travel through them. Give a transport for that.
        """
        self._http = httpx.AsyncClient(
            base_url=base_url.rstrip("/") + PREFIX,
            headers={"Authorization": f"Bearer {token}", "Accept": "application/json"},
            timeout=timeout,
            transport=transport,
            trust_env=False,
        )
        super().__init__(
            Sender(
                http=self._http,
                timeout=timeout,
                retry=retry or RetryPolicy(),
                sleep=sleep,
                rng=rng,
                clock=clock,
                identity_secret=identity_secret,
            )
        )

    def on_behalf_of(self, account: str) -> ClinicCalls:
        """The same connections, every call signed for an account such as ``telegram:42``, afresh for each attempt.

        Raises ValueError if the client was made without an identity secret.
        """
        return ClinicCalls(self._send.on_behalf_of(account))

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Close the connections."""
        await self._http.aclose()
