"""News from the clinic: claimed with a lease, queued once, acknowledged when they have been sent."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from api_client import ClinicClient, ClinicClientError
from bot.dialogue.desk import Desk
from bot.dialogue.out import Outgoing
from bot.sending.writing import as_send
from bot.storage import sends
from bot.storage.database import Pool
from bot.storage.rooms import Topic
from bot.storage.sends import Outcome, Send
from contracts.deliveries import MANAGERS, Delivery, DeliveryOutcome

Render = Callable[[Delivery, Desk], Awaitable[list[Outgoing] | None]]
"""What a person reads of a delivery: [] for nothing, None for a kind that is not known.

If it raises, the clinic hands it out again.
"""
ACCOUNT = "telegram:"
LIMIT, LEASE_SECONDS = 20, 120
LONGEST_PAUSE = 30.0
_MEANS = {
    Outcome.SENT: DeliveryOutcome.SENT,
    Outcome.BLOCKED: DeliveryOutcome.UNREACHABLE,
    Outcome.REFUSED: DeliveryOutcome.FAILED,
    Outcome.EXPIRED: DeliveryOutcome.FAILED,
}
TOPIC_OF: dict[str, Topic] = {"application": "queue", "ticket": "tickets"}
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where a recipient is reached."""

    managers_of: Callable[[int | None], int | None]
    """The chat of a branch's managers; None: of the clinic's."""

    def chat_of(self, recipient: str, branch_id: int | None = None) -> int | None:
        """None: nowhere."""
        if recipient == MANAGERS:
            return self.managers_of(branch_id)
        number = recipient.removeprefix(ACCOUNT)
        known = recipient.startswith(ACCOUNT) and number.isascii() and number.isdecimal() and len(number) < 19
        return int(number) if known else None


def in_topic(item: Outgoing, kind: str) -> Outgoing:
    """Where managers expect it: each capability's news in its topic, what has none among the alerts."""
    if item.topic is not None:
        return item
    topic = TOPIC_OF.get(kind.partition(".")[0], "alerts")
    return item.model_copy(update={"topic": topic})


class Deliveries:
    """`run` claims and queues; `finished` acknowledges. A crash between the two is mended by the next claim."""

    def __init__(
        self,
        *,
        clinic: ClinicClient,
        pool: Pool,
        render: Render,
        desk_of: Callable[[int], Awaitable[Desk]],
        addresses: Addresses,
        push: Callable[[list[Send]], None],
        pause: float,
        for_managers: Callable[[], None] = lambda: None,
    ) -> None:
        """`desk_of` gives the desk in the language of a chat; `pause`: seconds between claims of nothing;
        `for_managers` hears that something concerns them."""
        self._clinic = clinic
        self._pool = pool
        self._render = render
        self._desk_of = desk_of
        self._addresses = addresses
        self._push = push
        self._pause = pause
        self._for_managers = for_managers
        self._leases: dict[int, str] = {}

    async def run(self) -> None:
        """For ever. Raises one of database.FAILURES."""
        failures = 0
        while True:
            try:
                claimed = await self._clinic.claim_deliveries(limit=LIMIT, lease_seconds=LEASE_SECONDS)
            except ClinicClientError as error:
                failures += 1
                if failures == 1:
                    log.warning("deliveries cannot be claimed, trying on: %s", type(error).__name__)
                await asyncio.sleep(min(LONGEST_PAUSE, self._pause * 2**failures))
                continue
            if failures:
                log.warning("deliveries are claimed again")
                failures = 0
            await self.take(claimed)
            if len(claimed) < LIMIT:
                await asyncio.sleep(self._pause)

    async def take(self, claimed: Sequence[Delivery]) -> None:
        """Queue what is new; acknowledge again what was sent before."""
        if not claimed:
            return
        known = await sends.of_deliveries(self._pool, [each.delivery_id for each in claimed])
        for delivery in claimed:
            self._leases[delivery.delivery_id] = delivery.lease
            if delivery.delivery_id not in known:
                await self._queue(delivery)
            elif (outcome := known[delivery.delivery_id]) is not None:
                await self._acknowledge(delivery.delivery_id, _MEANS[outcome])

    async def finished(self, send: Send, outcome: Outcome) -> None:
        """Tell the clinic what became of a delivery's last message."""
        if send.delivery_id is not None:
            await self._acknowledge(send.delivery_id, _MEANS[outcome])

    async def _queue(self, delivery: Delivery) -> None:
        chat_id = self._addresses.chat_of(delivery.recipient, delivery.branch_id)
        if chat_id is None:
            await self._acknowledge(delivery.delivery_id, DeliveryOutcome.UNREACHABLE, "no_address")
            return
        try:
            items = await self._render(delivery, await self._desk_of(chat_id))
        except Exception as error:
            # One that cannot be written must not stop the others; the clinic will hand it out again.
            log.error("a delivery of kind %s cannot be written: %s", delivery.kind, type(error).__name__)
            await self._acknowledge(delivery.delivery_id, DeliveryOutcome.FAILED, "not_written")
            return
        if items is None:
            await self._acknowledge(delivery.delivery_id, DeliveryOutcome.FAILED, "unknown_kind")
            return
        if delivery.recipient == MANAGERS:
            self._for_managers()
            items = [in_topic(item, delivery.kind) for item in items]
        if not items:  # nothing to say, such as what only the digest counts
            await self._acknowledge(delivery.delivery_id, DeliveryOutcome.SENT)
            return
        new = [as_send(chat_id, item) for item in items]
        new[-1].delivery_id = delivery.delivery_id  # the last one to go is the one that tells
        self._push(await sends.queue(self._pool, new))

    async def _acknowledge(self, delivery_id: int, outcome: DeliveryOutcome, detail: str | None = None) -> None:
        lease = self._leases.pop(delivery_id, None)
        if lease is None:
            return  # of an earlier process: the next claim brings it back, and then we know
        try:
            await self._clinic.ack_delivery(delivery_id, lease, outcome, detail=detail)
        except ClinicClientError as error:
            log.warning("delivery %s was not acknowledged: %s", delivery_id, type(error).__name__)
