"""Who may act in the managers' groups: the ids of the settings, and those whom the clinic knows."""

import logging
import time
from collections.abc import Awaitable, Callable, Iterable, Sequence

from aiogram.types import User

from api_client import ClinicClientError
from bot.managers.manager import Manager
from contracts.managers import Manager as Known
from contracts.managers import ManagerRole

KEPT_SECONDS = 5.0
"""Somebody who was revoked is refused after at most so long."""
NEWCOMER_SECONDS = 1.0
"""For somebody who is not on the list, a list so old is read again: perhaps they have just become a manager."""
LONGEST_NAME = 80
log = logging.getLogger(__name__)


class Rights:
    """Asks the clinic at most every few seconds; while it does not answer, the last good list holds."""

    def __init__(
        self,
        configured: Iterable[int],
        read: Callable[[], Awaitable[Sequence[Known]]],
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """`configured`: Telegram ids with all rights in all branches, whatever the clinic says."""
        self._configured = frozenset(configured)
        self._read = read
        self._monotonic = monotonic
        self._known: dict[int, list[Known]] = {}
        self._read_at: float | None = None

    async def of(self, user: User) -> Manager | None:
        """The rights of somebody who has just done something; None for a stranger."""
        if user.id in self._configured:
            return Manager(user.id, shown_name(user))
        rows = (await self._in_office()).get(user.id) or (await self._in_office(NEWCOMER_SECONDS)).get(user.id)
        if not rows:
            return None
        branches = frozenset(row.branch_id for row in rows if row.branch_id is not None)
        everywhere = any(row.branch_id is None for row in rows)
        return Manager(
            telegram_id=user.id,
            name=rows[-1].name,
            branch_ids=None if everywhere else branches,
            may_decide=all(row.role is ManagerRole.MANAGER for row in rows),
        )

    async def name_of(self, account: str) -> str | None:
        """The name of whom the clinic wrote down as `by`, if it is known there."""
        rows = next(
            (rows for number, rows in (await self._in_office()).items() if account == f"telegram:{number}"), None
        )
        return rows[-1].name if rows else None

    def forget(self) -> None:
        """Ask again at the next question: somebody has just become one."""
        self._read_at = None

    async def _in_office(self, kept_seconds: float = KEPT_SECONDS) -> dict[int, list[Known]]:
        if self._read_at is not None and self._monotonic() - self._read_at < kept_seconds:
            return self._known
        try:
            rows = await self._read()
        except ClinicClientError as error:
            log.warning("the list of managers cannot be read, the last one holds: %s", type(error).__name__)
        else:
            found: dict[int, list[Known]] = {}
            for row in rows:
                found.setdefault(row.telegram_id, []).append(row)
            self._known = found
        self._read_at = self._monotonic()
        return self._known


def shown_name(user: User) -> str:
    """As Telegram shows it, cut to what fits a line."""
    return " ".join(user.full_name.split())[:LONGEST_NAME] or str(user.id)
