"""One pinned message a room: what waits, until when, in whose hands. It is edited, never sent again and again."""

import asyncio
import logging
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from api_client import ClinicClientError
from bot.dialogue.out import Outgoing, Priority, Words
from bot.dialogue.views.dates import when
from bot.dialogue.views.screen import Button, Screen
from bot.managers.office import Office
from bot.managers.queue.callbacks import AskAll, TakeNext
from bot.sending.labels import Labels
from bot.sending.writing import as_send
from bot.storage import sends
from bot.storage.rooms import Room
from bot.storage.sends import Send
from contracts.applications import Application
from contracts.call_requests import CallRequestStatus
from contracts.call_tasks import CallTaskStatus
from contracts.tickets import TicketStatus

LABEL = "digest"
LOOK_SECONDS = 30.0
"""What no news tell of, such as a card that goes back by itself, is seen after so long."""
LOOKS_BEFORE_ANEW = 10
"""After so many looks it is edited even if nothing has changed: one that somebody deleted is made again."""
MOST = 200
log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Shown:
    """What a room was shown last."""

    screen: Screen
    send: Send
    looks: int = 0


class Digests:
    """`run` looks when there is news, and now and then; an edit waits for its turn like any other message."""

    def __init__(self, office: Office, labels: Labels, push: Callable[[list[Send]], None], every: float) -> None:
        """`every`: seconds between two looks at least."""
        self._office = office
        self._labels = labels
        self._push = push
        self._every = every
        self._shown: dict[int, _Shown] = {}

    async def run(self) -> None:
        """For ever. Raises one of database.FAILURES."""
        news = self._office.news
        while True:
            news.clear()
            for room in self._office.rooms:
                await self._refresh(room)
            await asyncio.sleep(self._every)
            try:
                async with asyncio.timeout(LOOK_SECONDS):
                    await news.wait()
            except TimeoutError:
                pass

    async def _refresh(self, room: Room) -> None:
        last = self._shown.get(room.chat_id)
        if last is not None and not last.send.done:
            self._office.news.set()  # the last edit has not gone yet: look again afterwards
            return
        try:
            screen = await digest(self._office, room)
        except ClinicClientError as error:
            log.warning("a digest was not written: %s", type(error).__name__)
            return
        if last is not None:
            last.looks += 1
            if screen == last.screen and last.looks < LOOKS_BEFORE_ANEW:
                return
        sent = await self._labels.find(room.chat_id, LABEL)
        if sent is not None:
            await self._office.book.has_digest(room.chat_id, sent)
        item = Outgoing(
            content=Words(html=screen.text, markup=screen.markup),
            target=sent or room.digest_id,
            label=LABEL,
            priority=Priority.REST,
            topic="queue",
            pin=True,
        )
        queued = await sends.queue(self._office.pool, [as_send(room.chat_id, item)])
        self._shown[room.chat_id] = _Shown(screen, queued[0])
        self._push(queued)


async def digest(office: Office, room: Room) -> Screen:
    """What waits in the room's branch. Raises ClinicClientError."""
    words, clinic, branch_id = office.words, office.desk.clinic, room.branch_id
    page = await clinic.applications(awaits="manager", branch_id=branch_id, order="deadline", size=MOST)
    calls = (await clinic.call_tasks(status=CallTaskStatus.OPEN, branch_id=branch_id, size=1)).total
    if branch_id is None:
        calls += (await clinic.call_requests(status=CallRequestStatus.OPEN, size=1)).total
    tickets = 0
    for status in (TicketStatus.OPEN, TicketStatus.AWAITING_REPLY):
        tickets += (await clinic.tickets(status=status, branch_id=branch_id, size=1)).total
    lines = [words.html("digest-title")]
    if page.total:
        lines += [words.html("digest-waiting", count=page.total), *await _urgent(office, page.applications)]
    if calls:
        lines.append(words.html("digest-calls", count=calls))
    if tickets:
        lines.append(words.html("digest-tickets", count=tickets))
    if len(lines) == 1:
        lines.append(words.html("digest-empty"))
    buttons = (
        (Button(words.say("digest-next"), TakeNext(), "primary"), Button(words.say("digest-all"), AskAll()))
        if page.total
        else ()
    )
    return Screen("\n".join(lines), buttons)


async def _urgent(office: Office, waiting: tuple[Application, ...]) -> list[str]:
    words, found = office.words, []
    first = next((one for one in waiting if one.decide_by is not None), None)
    if first is not None and first.decide_by is not None:
        zone = first.appointment.time_zone if first.appointment is not None else office.desk.zone.key
        until = when(words, first.decide_by, zone, office.desk.clock())
        found.append(words.html("digest-deadline", until=until))
    taken = Counter([one.taken_by for one in waiting if one.taken_by is not None])
    if taken:
        who = [f"{await office.names.of(by)} ({count})" for by, count in sorted(taken.items())]
        found.append(words.html("digest-taken", who=", ".join(who)))
    return found
